import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { findCountry } from '../../../graph/values/country.ts'
import { parseOrganisationName } from '../../../graph/values/organisation-name.ts'
import { foldWord } from '../../segment/word-form.ts'
import { stemWord } from '../recognise/stem-word.ts'
import { COMPANY_HEADS, headType } from '../recognise/words/name-heads.ts'
import { TITLES } from '../recognise/words/person-words.ts'
import { PLACE_LIKE_WORDS } from '../recognise/words/place-like-words.ts'
import { PROVINCES_ZH, regionCountry } from '../recognise/words/regions.ts'

/** The province that opens a Chinese company's name. */
const SEAT_ZH = new RegExp(`^(?:${PROVINCES_ZH.join('|')})省?(?=\\p{sc=Han}{4})`, 'u')
/** A company's name of more words is no name. */
const MOST_WORDS = 10

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
  const forms = core === name ? [] : [core]
  const seated = core.replace(SEAT_ZH, '')
  if (seated !== core && seated.length >= 4) forms.push(seated)
  const words = coreWords(core)
  for (const [first, length] of partsOf(words.length)) {
    // A last word alone names the company only where the name has two ("Acciaierie Umbra").
    const atEnd = first > 0 && first + length === words.length
    if (atEnd ? words.length !== 2 || (words[1] ?? '').length < 5 : first > 0 && length < 2) continue
    const part = words.slice(first, first + length)
    if (isDistinct(part)) forms.push(part.join(' '))
  }
  return forms
}

/** Every part of a company's name that could stand for it, the end of the name among them: to be checked against names that do stand in the text. */
export function nameParts(name: string): string[] {
  const words = coreWords(parseOrganisationName(name).core)
  return partsOf(words.length)
    .map(([first, length]) => words.slice(first, first + length))
    .filter((part) => part.length > 1 || part[0] === words[0])
    .filter(isDistinct)
    .map((part) => part.join(' '))
}

function coreWords(core: string): string[] {
  return core
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
}

/** Runs of a sequence shorter than it, longest first: where they begin and how long they are. */
function partsOf(count: number): [first: number, length: number][] {
  const parts: [number, number][] = []
  for (let length = count - 1; length >= 1; length -= 1) {
    for (let first = 0; first + length <= count; first += 1) parts.push([first, length])
  }
  return parts
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
