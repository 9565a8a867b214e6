import { findGutter, type Gutter } from './find-gutter.ts'
import { findTableEdge } from './find-table-edge.ts'
import { isTable } from './is-table.ts'
import type { Row, Segment } from './page-row.ts'

/** A part of the page that is read from top to bottom: lines of one column, or the rows of a table. */
export interface Region {
  kind: 'lines' | 'table'
  rows: Row[]
}

const DEEPEST = 12
/** Maps and drawings hold more pieces of text than any page of columns. */
const MOST_SEGMENTS = 6_000
const MOST_HEADER_ROWS = 4
/** In ems. */
const TABLE_PITCH = 2.6

/**
 * Cuts a page into regions in reading order: above the columns, left column, right column, below them, each cut again.
 * Rows that stand side by side as cells stay together as a table.
 */
export function splitRegions(rows: readonly Row[], depth = 0): Region[] {
  if (rows.length === 0) return []
  const gutter = depth < DEEPEST && countSegments(rows) <= MOST_SEGMENTS ? findGutter(rows) : null
  if (!gutter) return [{ kind: 'lines', rows: [...rows] }]
  const band = rows.slice(gutter.from, gutter.to)
  const edge = findTableEdge(band, gutter)
  if (edge !== null) {
    const cut = gutter.from + edge
    return [...splitRegions(rows.slice(0, cut), depth + 1), ...splitRegions(rows.slice(cut), depth + 1)]
  }
  if (isTable(band, gutter)) return cutTable(rows, gutter, depth)
  return [
    ...splitRegions(rows.slice(0, gutter.from), depth + 1),
    ...splitRegions(takeSide(band, gutter, 'left'), depth + 1),
    ...splitRegions(takeSide(band, gutter, 'right'), depth + 1),
    ...splitRegions(rows.slice(gutter.to), depth + 1),
  ]
}

function countSegments(rows: readonly Row[]): number {
  return rows.reduce((count, row) => count + row.segments.length, 0)
}

/** Cells of a header may reach over the gutter: rows right above and below that are parted like cells belong to the table. */
function cutTable(rows: readonly Row[], { from, to }: Gutter, depth: number): Region[] {
  let first = from
  let last = to
  while (first > 0 && from - first < MOST_HEADER_ROWS && isNextTableRow(rows[first - 1] as Row, rows[first] as Row))
    first--
  while (last < rows.length && isNextTableRow(rows[last - 1] as Row, rows[last] as Row, true)) last++
  return [
    ...splitRegions(rows.slice(0, first), depth + 1),
    { kind: 'table', rows: rows.slice(first, last) },
    ...splitRegions(rows.slice(last), depth + 1),
  ]
}

/** Whether two rows are near and the outer one has cells above or below cells of the other. */
function isNextTableRow(above: Row, below: Row, isBelow = false): boolean {
  const [outer, inner] = isBelow ? [below, above] : [above, below]
  if (below.baseline - above.baseline > outer.size * TABLE_PITCH) return false
  if (outer.segments.length < 2 || outer.segments.length > inner.segments.length + 1) return false
  return outer.segments.every((cell) =>
    inner.segments.some((other) => cell.left < other.right && other.left < cell.right),
  )
}

/** The segments on one side of the gutter, as rows of their own. */
export function takeSide(rows: readonly Row[], gutter: Gutter, side: 'left' | 'right'): Row[] {
  const sideRows: Row[] = []
  for (const row of rows) {
    const segments = row.segments.filter((segment) => segment.right <= gutter.at === (side === 'left'))
    if (segments.length === 0) continue
    const size = segments.reduce((largest: number, segment: Segment) => Math.max(largest, segment.size), 0)
    sideRows.push({ baseline: (segments[0] as Segment).baseline, size, segments })
  }
  return sideRows
}
