import { PROPERTIES, type PropertyName } from '../../../graph/ontology/ontology.ts'
import type { ReadDocument } from '../../read/source-document.ts'
import type { HeadedTable } from './collect-tables.ts'
import type { ColumnMeaning } from './column-meaning.ts'
import type { StopMeaning } from './stop-meaning.ts'

const THREE_DIGITS = /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])/
const EVERY_THREE_DIGITS = new RegExp(THREE_DIGITS, 'g')
/** "12.25", "0.500", "1,250.5": the stop parts decimals. */
const DECIMAL_STOP = /(?<![\d.,])(?:\d{1,9}\.(?:\d{1,2}|\d{4,9})|0\.\d{3}|\d{1,3}(?:,\d{3})+\.\d{1,9})(?![\d.,])/
/** "12,5", "1.250.000", "1.250,5": the stop parts thousands. */
const THOUSANDS_STOP = /(?<![\d.,])(?:\d{1,9},\d{1,2}|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d{1,9})(?![\d.,])/
/** Languages whose decimals follow a comma. ISO 639-1. */
const COMMA_LANGUAGES: ReadonlySet<string> = new Set('es de fr pt it nl id vi da nb no sv fi pl cs ro tr ru'.split(' '))
const ENGLISH_HEADER =
  /\b(?:capacity|throughput|output|production|investment|turnover|revenue|employees|staff|area|tonnes|per year)\b/i
const COMMA_HEADER =
  /capacidad|producci|inversi|facturaci|superficie|año|kapazit|durchsatz|jahr|tonnen|umsatz|mitarbeiter|capacité|investissement|tonnes\s?\/\s?an\b|kapasitas|tahun|công suất|tấn|năm|toneladas|\bano\b/i
/** Sources whose figures may be numbers by type, which are written with a decimal stop and never end in a nought. */
const TYPED = /json|spreadsheet|excel/
const SCALED = /^(?:k|M|G)t|million|thousand|%|mil/i
const READ_AS_THOUSANDS = 'a stop before three digits is taken to part thousands'
const READ_AS_DECIMAL = 'a stop before three digits is taken for a decimal point'

/**
 * What the stop means in each column of figures that has one before exactly three digits: the other figures of the table
 * decide by their form, else the language of header or document, else the size of the column's other figures, else that all
 * of the column have three digits behind it.
 */
export function readStops(
  table: HeadedTable,
  columns: ReadonlyMap<string, ColumnMeaning>,
  { text, language, mediaType }: Pick<ReadDocument, 'text' | 'language' | 'mediaType'>,
): Map<string, StopMeaning> {
  const figures = new Map<string, string[]>()
  for (const { cells } of table.rows) {
    for (const { header = '', start, end } of cells) {
      const meaning = columns.get(header)
      if (!meaning || PROPERTIES[meaning.means as PropertyName]?.value !== 'quantity') continue
      const column = figures.get(header)
      if (column) column.push(text.slice(start, end))
      else figures.set(header, [text.slice(start, end)])
    }
  }
  const all = [...figures.values()].flat()
  const stops = new Map<string, StopMeaning>()
  for (const [header, cells] of figures) {
    const meaning = columns.get(header)
    const unclear = cells.filter((cell) => THREE_DIGITS.test(cell))
    if (unclear.length === 0 || meaning?.means === 'recovery_rate') continue
    stops.set(header, decide())

    function decide(): StopMeaning {
      if (cells.some((cell) => DECIMAL_STOP.test(cell))) return { thousands: false }
      if (all.some((cell) => THOUSANDS_STOP.test(cell))) return { thousands: true }
      const decimals = { thousands: false, assumption: READ_AS_DECIMAL }
      const typed = TYPED.test(mediaType) && !unclear.some((cell) => /\d0(?!\d)/.test(cell))
      if (typed) return decimals
      const english = ENGLISH_HEADER.test(header)
      if (COMMA_HEADER.test(header) || (!english && COMMA_LANGUAGES.has(language)))
        return { thousands: true, assumption: READ_AS_THOUSANDS }
      const size = compareSizes(cells, unclear)
      if (size !== null) return size ? { thousands: true, assumption: READ_AS_THOUSANDS } : decimals
      const scaled = SCALED.test(meaning?.unit ?? '') || unclear.some((cell) => /\d\s?(?:kt|Mt|million)/.test(cell))
      const alike = unclear.length > 1 && !scaled
      return alike ? { thousands: true, assumption: READ_AS_THOUSANDS } : decimals
    }
  }
  return stops
}

/** A whole number, its thousands parted by commas or not at all. */
const CLEAR = /^\D*(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(?![\d.,])\D*$/

/** Whether the unclear figures are nearer in size to the clear ones of their column as thousands; `null` where none is clear. */
function compareSizes(cells: readonly string[], unclear: readonly string[]): boolean | null {
  const clear = cells.flatMap((cell) => CLEAR.exec(cell)?.[1]?.replaceAll(',', '') ?? [])
  const sizes = clear.map(Number).filter((value) => value > 0)
  if (sizes.length === 0) return null
  const middle = (values: number[]) => Math.log10(values.sort((a, b) => a - b)[values.length >> 1] ?? 1)
  const asDecimals = middle(unclear.map((cell) => Number(THREE_DIGITS.exec(cell)?.[0] ?? 1)))
  return Math.abs(asDecimals + 3 - middle(sizes)) < Math.abs(asDecimals - middle(sizes))
}

/** A cell with its stops before three digits taken out where they part thousands. */
export function dropThousandStops(cell: string): string {
  return cell.replace(EVERY_THREE_DIGITS, (figure) => figure.replace('.', ''))
}

/** Whether a cell has a stop that could be read either way. */
export function hasUnclearStop(cell: string): boolean {
  return THREE_DIGITS.test(cell)
}
