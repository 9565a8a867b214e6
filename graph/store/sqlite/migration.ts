/** One step of the schema. Never edited once released: a later step changes what an earlier one made. */
export interface Migration {
  /** `NNNN-what-it-does`, the name of its file; steps run in the order of their names. */
  name: string
  sql: string
}
