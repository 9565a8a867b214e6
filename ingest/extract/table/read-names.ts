import type { Span } from '../../../graph/document.ts'
import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { findCountry } from '../../../graph/values/country.ts'
import { parsePersonName } from '../../../graph/values/person-name.ts'
import type { NamedThing } from './entity-book.ts'
import { type CellPiece, isTotal, splitCell } from './split-cell.ts'
import { isPersonName, typeOrganisation } from './type-name.ts'

const LONGEST_NAME = 120
/** A name has a letter of a script with capitals in capital somewhere, or a script without them; it is no sentence, address or figure. */
const NAME_LETTER = /\p{Lu}|\p{Lo}/u
const NOT_NAME = /^[\d\s.,:%+-]+$|https?:|@|[.!?。]\s.{20}|[!?]$/u

function isName(text: string, type: EntityType): boolean {
  if (text.length < 2 || text.length > LONGEST_NAME || isTotal(text) || NOT_NAME.test(text)) return false
  if (type === 'Person') return isPersonName(parsePersonName(text)?.name ?? '')
  // A column of companies may hold one written in small letters, but not a phrase.
  if (!NAME_LETTER.test(text) && (/\s/.test(text) || !/\p{L}/u.test(text))) return false
  return !findCountry(text)
}

function nameThing({ start, end, text }: CellPiece, type: EntityType): NamedThing {
  const parsed = type === 'Person' ? parsePersonName(text) : null
  return { start, end, surface: text, type, name: parsed?.name ?? text, confidence: 0.9 }
}

/** The one thing a row is about: the cell is its name whole, however many commas it holds. */
export function readOwnName(text: string, cell: Span, type: EntityType): NamedThing | null {
  const piece: CellPiece = { start: cell.start, end: cell.end, text: text.slice(cell.start, cell.end) }
  return isName(piece.text, type) ? nameThing(piece, type) : null
}

/**
 * Names of a cell, parted at semicolons: names of companies hold commas. Companies and bodies are told apart by their words;
 * where those are silent the column decides.
 */
export function readNames(text: string, cell: Span, type: EntityType): NamedThing[] {
  return splitCell(text, cell, type === 'Person' ? 'commas' : 'semicolons').flatMap((piece) => {
    const actual = type === 'Enterprise' || type === 'Organization' ? (typeOrganisation(piece.text) ?? type) : type
    return isName(piece.text, actual) ? [nameThing(piece, actual)] : []
  })
}
