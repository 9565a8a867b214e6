import { findCountry } from '../../graph/values/country.ts'
import { findFormerCountries } from '../match/need/find-former-countries.ts'
import type { LegalityProblem, NamedCountry } from './legality.ts'

const LONGEST_NAME = 100

/** The country meant by a code or a name in any language; else what to write instead. */
export function understandCountry(text: string, role: string): NamedCountry | LegalityProblem {
  const name = text.trim().slice(0, LONGEST_NAME)
  // Before today's codes: CS was Czechoslovakia and later Serbia and Montenegro.
  const [former] = findFormerCountries(name)
  if (former) {
    const message = `${role}: ${former.name} is no country any more; name ${former.successors} instead.`
    return { code: 'former-country', message }
  }
  const country = findCountry(/^[a-z]{2}$/i.test(name) ? name.toUpperCase() : name)
  if (country) return { code: country.code, label: country.name }
  const given = name === '' ? 'nothing' : `“${name}”`
  const message = `${role}: a country of ISO 3166-1 is expected, by code or name such as VN or “Viet Nam”, but ${given} was given.`
  return { code: 'unknown-country', message }
}
