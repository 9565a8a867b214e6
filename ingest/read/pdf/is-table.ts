import type { Gutter } from './find-gutter.ts'
import type { Row, Segment } from './page-row.ts'
import { columnOf, findTableColumns } from './table-columns.ts'

/** How the text of one column looks. */
interface ColumnLook {
  rows: number
  /** Mean characters a line; an ideograph counts twice. */
  characters: number
  /** Share of lines that fill the column, as lines of a paragraph do. */
  filled: number
  /** Share of lines that are figures. */
  figures: number
}

/** Share of rows of the emptier side that stand on a baseline of the other. */
const ALIGNED = 0.65
const FULL = 0.72
const FIGURE = /^[^\p{L}]*\d[^\p{L}]*(?:\p{L}{1,3})?[^\p{L}]*$/u
const LONGEST_FIGURE = 40
/** Fewer rows written one after the other may be columns with a figure between. */
const LEAST_WRITTEN_ROWS = 3

/**
 * Whether the rows through which a gutter runs are a table (cells side by side) rather than columns of running text.
 * Columns fill their lines with words; cells are short and stand on shared baselines, and most programs write them to the
 * page row by row.
 */
export function isTable(band: readonly Row[], gutter: Gutter): boolean {
  if (isWrittenInRows(band, gutter)) return true
  if (measureAlignment(band, gutter) < ALIGNED) return false
  const looks = describeColumns(band)
  if (looks.length > 1 && looks.every(isProse)) return false
  if (looks.some((look) => look.figures > 0.5)) return true
  return isWrittenByLine(band, gutter)
}

function describeColumns(band: readonly Row[]): ColumnLook[] {
  const columns = findTableColumns(band)
  const lines: Segment[][][] = columns.map(() => [])
  for (const { segments } of band) {
    const own: Segment[][] = columns.map(() => [])
    for (const segment of segments) own[columnOf(segment, columns)]?.push(segment)
    for (const [column, line] of own.entries()) if (line.length > 0) lines[column]?.push(line)
  }
  return lines.map(describeLines)
}

function describeLines(lines: readonly Segment[][]): ColumnLook {
  const extents = lines.map((segments) => ({
    left: (segments[0] as Segment).left,
    right: (segments.at(-1) as Segment).right,
    text: segments.map((segment) => segment.text).join(' '),
  }))
  const edge = extents.reduce((least, each) => Math.min(least, each.left), Number.POSITIVE_INFINITY)
  const width = extents.reduce((most, each) => Math.max(most, each.right), edge) - edge
  const count = Math.max(extents.length, 1)
  return {
    rows: extents.length,
    characters: extents.reduce((sum, each) => sum + countCharacters(each.text), 0) / count,
    filled: extents.filter((each) => each.right - edge >= width * FULL).length / count,
    figures: extents.filter((each) => each.text.length <= LONGEST_FIGURE && FIGURE.test(each.text)).length / count,
  }
}

function countCharacters(text: string): number {
  return text.length + (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/g)?.length ?? 0)
}

function isProse({ rows, characters, filled, figures }: ColumnLook): boolean {
  return rows >= 3 && characters >= 18 && filled >= 0.5 && figures < 0.3
}

/** Share of the emptier side's rows that have text on the other side of the gutter too. */
function measureAlignment(band: readonly Row[], gutter: Gutter): number {
  let both = 0
  let left = 0
  let right = 0
  for (const { segments } of band) {
    const onLeft = segments.some((each) => each.right <= gutter.at)
    const onRight = segments.some((each) => each.right > gutter.at)
    if (onLeft) left++
    if (onRight) right++
    if (onLeft && onRight) both++
  }
  return both / Math.max(Math.min(left, right), 1)
}

/** Whether the right half of most rows is written before the left half of the next. */
function isWrittenByLine(band: readonly Row[], gutter: Gutter): boolean {
  let byLine = 0
  let byColumn = 0
  let before: number | null = null
  for (const { segments } of band) {
    const left = segments.find((each) => each.right <= gutter.at)
    const right = segments.find((each) => each.right > gutter.at)
    if (!left || !right) continue
    if (before !== null) {
      if (left.order > before) byLine++
      else byColumn++
    }
    before = right.order
  }
  return byLine >= byColumn
}

/**
 * Whether the stream goes left, right, left, right in steps that lie below one another, each of several lines: cells of
 * long text. Columns are written one after the other, or line by line by programs that recognise text.
 */
function isWrittenInRows(band: readonly Row[], gutter: Gutter): boolean {
  const segments = band.flatMap((row) => row.segments).sort((a, b) => a.order - b.order)
  let rows = 0
  let lines = 0
  let side: 'left' | 'right' = 'right'
  let bottom = Number.NEGATIVE_INFINITY
  let rowBottom = Number.NEGATIVE_INFINITY
  for (const segment of segments) {
    const next = segment.right <= gutter.at ? 'left' : 'right'
    if (next === 'left' && side === 'right') {
      rows++
      bottom = rowBottom
    }
    if (segment.baseline <= bottom + 0.5) return false
    rowBottom = Math.max(rowBottom, segment.baseline)
    if (next === 'left') lines++
    side = next
  }
  return rows >= LEAST_WRITTEN_ROWS && band.length >= rows * 1.3 && lines >= rows
}
