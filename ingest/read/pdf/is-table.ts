import type { Gutter } from './find-gutter.ts'
import type { Row, Segment } from './page-row.ts'

/** How the text on one side of a gutter looks. */
interface Side {
  rows: number
  /** Mean characters a line; an ideograph counts twice. */
  characters: number
  /** Share of lines that fill the side's width, as lines of a paragraph do. */
  filled: number
  /** Share of lines that are figures. */
  figures: number
}

/** Share of rows of the emptier side that stand on a baseline of the other. */
const ALIGNED = 0.65
const FULL = 0.72
/** Mean characters of a cell, and the share of rows that must have three. */
const LONGEST_CELL = 20
const WIDE = 0.5
const FIGURE = /^[^\p{L}]*\d[^\p{L}]*(?:\p{L}{1,3})?[^\p{L}]*$/u

/**
 * Whether the rows through which a gutter runs are a table (cells side by side) rather than columns of running text.
 * Columns fill their lines with words; cells are short and stand on shared baselines, and most programs write them to the
 * page row by row.
 */
export function isTable(band: readonly Row[], gutter: Gutter): boolean {
  const left = describeSide(band, gutter, 'left')
  const right = describeSide(band, gutter, 'right')
  if (measureAlignment(band, gutter) < ALIGNED) return false
  if (isProse(left) && isProse(right) && !isCells(band, gutter)) return false
  if (left.figures > 0.5 || right.figures > 0.5) return true
  return writtenByRow(band, gutter)
}

function describeSide(band: readonly Row[], gutter: Gutter, side: 'left' | 'right'): Side {
  const lines = band.map(({ segments }) => segments.filter((each) => each.right <= gutter.at === (side === 'left')))
  const filled = lines.filter((segments) => segments.length > 0)
  const extents = filled.map((segments) => ({
    left: (segments[0] as Segment).left,
    right: (segments.at(-1) as Segment).right,
    text: segments.map((segment) => segment.text).join(' '),
  }))
  const edge = Math.min(...extents.map((each) => each.left))
  const width = Math.max(...extents.map((each) => each.right)) - edge
  const count = Math.max(extents.length, 1)
  return {
    rows: extents.length,
    characters: extents.reduce((sum, each) => sum + countCharacters(each.text), 0) / count,
    filled: extents.filter((each) => each.right - edge >= width * FULL).length / count,
    figures: extents.filter((each) => FIGURE.test(each.text)).length / count,
  }
}

function countCharacters(text: string): number {
  return text.length + (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/g)?.length ?? 0)
}

function isProse({ rows, characters, filled, figures }: Side): boolean {
  return rows >= 3 && characters >= 18 && filled >= 0.5 && figures < 0.3
}

/**
 * Whether most rows are three short pieces or more, one row written after the other: a side of such a table is as full of words as
 * a column of text. Three columns of text have longer lines, and most programs write them one column after the other.
 */
export function isCells(band: readonly Row[], gutter: Gutter): boolean {
  if (band.some((row) => saysTwice(row, gutter))) return false
  const segments = band.flatMap((row) => row.segments)
  const characters = segments.reduce((sum, each) => sum + countCharacters(each.text), 0)
  if (characters > segments.length * LONGEST_CELL) return false
  const wide = band.filter((row) => row.segments.length >= 3)
  if (wide.length < 2 || wide.length < band.length * WIDE) return false
  const inOrder = wide.filter((row, index) => {
    const next = wide[index + 1]
    return !next || Math.max(...row.segments.map((each) => each.order)) < (next.segments[0] as Segment).order
  })
  return inOrder.length >= wide.length * WIDE
}

/** The same cells to the left and to the right: two tables of one form stand side by side. */
function saysTwice({ segments }: Row, { at }: Gutter): boolean {
  const left = segments.filter((each) => each.right <= at).map((each) => each.text)
  const right = segments.filter((each) => each.right > at).map((each) => each.text)
  return left.length >= 2 && left.length === right.length && left.every((text, index) => text === right[index])
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
function writtenByRow(band: readonly Row[], gutter: Gutter): boolean {
  let byRow = 0
  let byColumn = 0
  let before: number | null = null
  for (const { segments } of band) {
    const left = segments.find((each) => each.right <= gutter.at)
    const right = segments.find((each) => each.right > gutter.at)
    if (!left || !right) continue
    if (before !== null) {
      if (left.order > before) byRow++
      else byColumn++
    }
    before = right.order
  }
  return byRow >= byColumn
}
