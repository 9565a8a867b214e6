import type { CountryGroup, CountrySet, RuleStatus } from '../../graph/legality/rulebook.ts'

/** Whether a country is in a set. One that is not known is in no set, nor outside of one. */
export function isInSet(
  country: string | undefined,
  set: CountrySet | undefined,
  groups: Readonly<Record<string, CountryGroup>>,
): boolean {
  if (!set) return true
  if (country === undefined) return false
  const isOf = (name: string) => (groups[name] ? groups[name].members.includes(country) : name === country)
  return (set.in?.some(isOf) ?? true) && !set.notIn?.some(isOf)
}

/**
 * How sure it is that a country is in a set it is in: as sure as the weakest of the groups that put it there or would leave it
 * out.
 */
export function statusInSet(
  country: string | undefined,
  set: CountrySet | undefined,
  groups: Readonly<Record<string, CountryGroup>>,
): RuleStatus {
  const inside = (set?.in ?? []).filter((name) => country === name || groups[name]?.members.includes(country ?? ''))
  // Where one group read in its source holds the country, another that holds it too adds no doubt.
  const sure = inside.length === 0 || inside.some((name) => groups[name]?.status !== 'to-verify')
  const clear = (set?.notIn ?? []).every((name) => groups[name]?.status !== 'to-verify')
  return sure && clear ? 'verified' : 'to-verify'
}
