import type { Claim, DocumentSense } from './claim.ts'

/** Rules that read where a firm itself sits. */
const SEATING: ReadonlySet<string> = new Set(['based-in', 'place-based', 'body-of-place', 'body-place-line'])

/** A plant abroad places the plant, not its owner: where the document says a firm's home, sites of other countries are left to the plants. */
export function dropSitesAbroad(claims: readonly Claim[], countryOf: DocumentSense['countryOf']): Claim[] {
  const homes = new Map<string, Set<string>>()
  for (const { subject, predicate, object, rule } of claims) {
    if (predicate !== 'LOCATED_IN' || object === undefined || !SEATING.has(rule)) continue
    const country = countryOf(object)
    if (country) homes.set(subject, (homes.get(subject) ?? new Set()).add(country))
  }
  return claims.filter(({ subject, object, rule }) => {
    if (rule !== 'owner-of-site' || object === undefined) return true
    const own = countryOf(subject)
    const home = homes.get(subject) ?? (own ? new Set([own]) : undefined)
    const country = countryOf(object)
    return home === undefined || country === undefined || home.has(country)
  })
}
