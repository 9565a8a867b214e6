import type { Span } from '../../../graph/document.ts'
import { PROPERTIES, type PropertyName } from '../../../graph/ontology/ontology.ts'
import { findCodes, parseCode } from '../../../graph/values/code.ts'
import { findDates, parseDate } from '../../../graph/values/date.ts'
import type { DateValue, Value } from '../../../graph/values/value.ts'
import type { ColumnMeaning } from './column-meaning.ts'
import { readFigure } from './read-figure.ts'
import { splitCell } from './split-cell.ts'

const LONGEST: Partial<Record<PropertyName, number>> = {
  rule: 1_000,
  description: 1_000,
  contact: 400,
  website: 300,
  proof: 80,
}
const WEB = /^(?:https?:\/\/\S+|www\.\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/\S*)?)$/iu

/** A date or span of a cell. A year in a cell of figures counts: the header has said that it is one. */
export function readDate(text: string): DateValue | null {
  const trimmed = text
    .trim()
    .replace(/^(\d{4})\.0$/, '$1')
    .replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.{0,20}$/, '$1')
  const whole = parseDate(trimmed)
  if (whole) return whole
  const found = trimmed.length <= 120 ? findDates(trimmed) : []
  return found.length === 1 ? (found[0]?.value ?? null) : null
}

/** The values a cell gives for a property, in the property's own kind; none where it gives nothing that can be read. */
export function readValues(
  text: string,
  cell: Span,
  property: PropertyName,
  column: ColumnMeaning,
  header: string,
): Value[] {
  const words = text.slice(cell.start, cell.end).trim()
  switch (PROPERTIES[property].value) {
    case 'quantity':
      return [readFigure(words, property, column)].filter((value) => value !== null)
    case 'date':
      return [readDate(words)].filter((value) => value !== null)
    case 'code':
      return splitCell(text, cell, 'commas').flatMap((piece) => {
        const code =
          parseCode(piece.text) ?? (/\bHS\b|tariff|customs|海关/i.test(header) ? parseCode(`HS ${piece.text}`) : null)
        return code ? [{ ...code, text: piece.text }] : findCodes(piece.text).map(({ value }) => value)
      })
    case 'text': {
      if (words.length < 2 || words.length > (LONGEST[property] ?? 400)) return []
      if (property === 'website' && !WEB.test(words)) return []
      if (property !== 'website' && !/\p{L}/u.test(words) && property !== 'contact') return []
      return [{ kind: 'text', text: words }]
    }
  }
}
