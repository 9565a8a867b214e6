import type { CountryGroup, CountrySet } from '../../graph/legality/rulebook.ts'

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
