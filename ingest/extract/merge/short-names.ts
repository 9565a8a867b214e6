import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { findCountry } from '../../../graph/values/country.ts'
import { parseOrganisationName } from '../../../graph/values/organisation-name.ts'
import { foldWord } from '../../segment/tokenize.ts'
import { stemWord } from '../recognise/stem-word.ts'
import { COMPANY_HEADS, headType } from '../recognise/words/name-heads.ts'
import { TITLES } from '../recognise/words/person-words.ts'
import { PLACE_LIKE_WORDS } from '../recognise/words/place-like-words.ts'
import { regionCountry } from '../recognise/words/regions.ts'

/** Shorter forms by which a text goes on to call what it named in full. */
export function shortNames(type: EntityType, name: string): string[] {
  if (type === 'Person') return personForms(name)
  if (type === 'Enterprise') return companyForms(name)
  if (type === 'Facility' || type === 'Project') return []
  return type === 'Event' || type === 'Network' || type === 'Programme' ? withoutComplement(name) : []
}

function personForms(name: string): string[] {
  const words = name.split(/\s+/).filter((word) => !TITLES.has(foldWord(word)))
  const last = words.at(-1)
  return words.length >= 2 && last !== undefined && last.length > 2 ? [last] : []
}

function companyForms(name: string): string[] {
  const { core } = parseOrganisationName(name)
  const words = core
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  const forms = core === name ? [] : [core]
  for (let length = words.length - 1; length >= 1; length -= 1) {
    for (let first = 0; first + length <= words.length; first += 1) {
      const part = words.slice(first, first + length)
      // A last word alone names the company only where the name has two ("Acciaierie Voestrand").
      if (
        first > 0 &&
        !(words.length === 2 && (words[1] ?? '').length > 4) &&
        (length < 2 || part.length === words.length - first)
      )
        continue
      if (isDistinct(part)) forms.push(part.join(' '))
    }
  }
  return forms
}

/** A part of a company's name still names it where its first word is no place and no common word. */
function isDistinct(words: readonly string[]): boolean {
  const first = foldWord(words[0] ?? '')
  if (
    first.length < 3 ||
    PLACE_LIKE_WORDS.has(first) ||
    COMPANY_HEADS.has(stemWord(first)) ||
    headType(stemWord(first)) !== undefined
  )
    return false
  if (regionCountry(first) !== undefined) return false
  return words.length > 1 || (findCountry(words[0] ?? '') === null && first.length > 3)
}

function withoutComplement(name: string): string[] {
  const cut = name.search(/\s(?:of|for|on|under)\s/)
  const head = cut > 0 ? name.slice(0, cut) : ''
  return head.split(/\s+/).length >= 2 ? [head] : []
}
