/** What a stop before exactly three digits is in a column of figures: "8.500" is 8500 or 8.5. */
export interface StopMeaning {
  thousands: boolean
  /** Said with the value where nothing but habit decided. */
  assumption?: string
}
