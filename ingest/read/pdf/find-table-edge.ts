import type { Gutter } from './find-gutter.ts'
import { isCells, isTable } from './is-table.ts'
import type { Row } from './page-row.ts'

/** A blank of this many line pitches may part a table from the text above or below it. */
const BLANK = 1.6
/** Only the largest blanks are tried, so that a long page takes no longer. */
const MOST_BLANKS = 8
/** Share of the rows of columns that chance may give a third piece. */
const WIDE_COLUMNS = 0.15

/**
 * One gutter may go through a table over the whole width and through the columns of text above or below it. Where that is so,
 * gives the index of the first row of the band's second part; `null` where the band is one or the other.
 */
export function findTableEdge(band: readonly Row[], gutter: Gutter): number | null {
  const whole = isTable(band, gutter)
  if (!whole && band.filter(isWide).length < 2) return null
  const blanks = listBlanks(band)
  const isColumns = (rows: readonly Row[]) => isOnBothSides(rows, gutter) && !isTable(rows, gutter)
  // Two columns of text on shared lines look like a table of two columns, where only a part of them is seen.
  const isPart = (rows: readonly Row[]) =>
    isOnBothSides(rows, gutter) && (whole || isCells(rows, gutter)) && isTable(rows, gutter)
  let best = { from: 0, to: 0 }
  for (const from of [0, ...blanks]) {
    for (const to of [...blanks, band.length]) {
      if (to - from <= best.to - best.from || to - from === band.length) continue
      const outside = [band.slice(0, from), band.slice(to)]
      if (outside.some(isColumns) && outside.every(isNarrow) && isPart(band.slice(from, to))) best = { from, to }
    }
  }
  if (best.to === 0) return null
  return best.from > 0 ? best.from : best.to
}

/** Rows that stand below a blank, the largest blank first. */
function listBlanks(band: readonly Row[]): number[] {
  const steps = band
    .slice(1)
    .map((row, index) => ({ at: index + 1, step: row.baseline - (band[index] as Row).baseline }))
  const sorted = steps.map(({ step }) => step).sort((a, b) => a - b)
  const pitch = sorted[Math.floor(sorted.length / 2)] ?? 0
  return steps
    .filter(({ step }) => step > pitch * BLANK)
    .sort((a, b) => b.step - a.step)
    .slice(0, MOST_BLANKS)
    .map(({ at }) => at)
}

/** At least two rows have text to the left, and two to the right. */
function isOnBothSides(rows: readonly Row[], { at }: Gutter): boolean {
  const count = (isThere: (row: Row) => boolean) => rows.filter(isThere).length
  return (
    count(({ segments }) => segments.some((each) => each.right <= at)) >= 2 &&
    count(({ segments }) => segments.some((each) => each.right > at)) >= 2
  )
}

function isWide({ segments }: Row): boolean {
  return segments.length >= 3
}

function shareWide(rows: readonly Row[]): number {
  return rows.filter(isWide).length / Math.max(rows.length, 1)
}

function isNarrow(rows: readonly Row[]): boolean {
  return shareWide(rows) <= WIDE_COLUMNS
}
