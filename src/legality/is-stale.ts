/** Whether what was last known at `asOf` (an ISO 8601 day, month or year) is older than so many months on that day. */
export function isStale(asOf: string | null, freshMonths: number, today: string): boolean {
  if (asOf === null) return true
  const [year = 0, month, day] = asOf.split('-').map(Number)
  // A year or a month counts to its end.
  const until = new Date(Date.UTC(year, (month ?? 12) - 1 + freshMonths + (day === undefined ? 1 : 0), day ?? 1))
  return until.toISOString().slice(0, 10) <= today
}
