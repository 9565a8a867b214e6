import { findGutter, type Gutter } from './find-gutter.ts'
import { isTable } from './is-table.ts'
import type { Row, Segment } from './page-row.ts'

/** A part of the page that is read from top to bottom: lines of one column, or the rows of a table. */
export interface Region {
  kind: 'lines' | 'table'
  rows: Row[]
}

const DEEPEST = 12

/**
 * Cuts a page into regions in reading order: above the columns, left column, right column, below them, each cut again.
 * Rows that stand side by side as cells stay together as a table.
 */
export function splitRegions(rows: readonly Row[], depth = 0): Region[] {
  if (rows.length === 0) return []
  const gutter = depth < DEEPEST ? findGutter(rows) : null
  if (!gutter) return [{ kind: 'lines', rows: [...rows] }]
  const band = rows.slice(gutter.from, gutter.to)
  const middle: Region[] = isTable(band, gutter)
    ? [{ kind: 'table', rows: band }]
    : [
        ...splitRegions(takeSide(band, gutter, 'left'), depth + 1),
        ...splitRegions(takeSide(band, gutter, 'right'), depth + 1),
      ]
  return [
    ...splitRegions(rows.slice(0, gutter.from), depth + 1),
    ...middle,
    ...splitRegions(rows.slice(gutter.to), depth + 1),
  ]
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
