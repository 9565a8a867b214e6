import type { Span } from '../../graph/document.ts'
import { type CountryRef, findCountry, findCountryByDemonym } from '../../graph/values/country.ts'
import { keepLongest } from '../match/need/keep-longest.ts'
import { splitAtoms } from '../match/need/split-atoms.ts'
import { isStopWord } from './stop-words.ts'

const MOST_ATOMS = 10
/** Adjectives that are everyday words where they are not capitalised. */
const EVERYDAY = new Set(['polish', 'dutch', 'swiss'])

export interface CountryMention extends Span {
  /** ISO 3166-1 alpha-2. */
  code: string
  label: string
}

/** Countries a query names, in any language and without regard to case ("thailand", 泰国, "Turkish"), the longest name where names overlap. */
export function findQueryCountries(text: string): CountryMention[] {
  const atoms = splitAtoms(text)
  const found: CountryMention[] = []
  for (let first = 0; first < atoms.length; first++) {
    for (let last = first; last < Math.min(atoms.length, first + MOST_ATOMS); last++) {
      const start = atoms[first]?.start ?? 0
      const end = atoms[last]?.end ?? start
      const country = readCountry(text.slice(start, end))
      if (country) found.push({ start, end, code: country.code, label: country.name })
    }
  }
  return keepLongest(found)
}

function readCountry(words: string): CountryRef | null {
  // Two letters are more often an element ("Co", "Ni") or a small word than the code of a country; US and UK are names.
  if (words.length < 2 || (/^[A-Za-z]{2}$/.test(words) && !/^(?:US|UK)$/.test(words))) return null
  if (isStopWord(words.toLowerCase())) return null
  return findCountry(words.length === 2 ? words.toLowerCase() : words) ?? readAdjective(words)
}

function readAdjective(words: string): CountryRef | null {
  if (!/^[A-Za-z -]{4,}$/.test(words) || EVERYDAY.has(words)) return null
  const capitalised = words.toLowerCase().replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase())
  return findCountryByDemonym(capitalised)
}
