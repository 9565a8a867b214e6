import { joinLines } from '../join-lines.ts'
import type { Row, Segment } from './page-row.ts'
import { type Column, columnOf, findTableColumns } from './table-columns.ts'

interface Placed {
  column: number
  segment: Segment
}

/** Lines of one cell. */
interface Cell {
  text: string
  first: Segment
  last: Segment
}

interface TableRow {
  top: number
  bottom: number
  cells: (Cell | undefined)[]
}

/** In ems. Lines of one cell lie no farther apart, unless all rows of the table do. */
const CELL_PITCH = 1.45

/** Puts the rows of a table region into cells by column; lines that belong to one cell come together. */
export function readTableRows(rows: readonly Row[]): string[][] {
  const columns = findTableColumns(rows)
  const pitch = linePitch(rows)
  const placed = rows.map(({ segments }) =>
    segments.map((segment) => ({ column: columnOf(segment, columns), segment })),
  )
  const read = byStream(placed.flat(), pitch) ?? placed.map(makeRow)
  return mergeContinuations(read, columns, pitch).map(({ cells }) =>
    columns.map((_, index) => cells[index]?.text ?? ''),
  )
}

/** The least step from row to row, with a little play. */
function linePitch(rows: readonly Row[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let index = 1; index < rows.length; index++) {
    const { baseline, size } = rows[index] as Row
    const step = baseline - (rows[index - 1] as Row).baseline
    if (step > size * 0.9) least = Math.min(least, step)
  }
  return least === Number.POSITIVE_INFINITY ? 0 : least * 1.08
}

function isNear(above: Segment, below: Segment, pitch: number): boolean {
  const step = below.baseline - above.baseline
  return step > below.size * 0.35 && step <= Math.max(below.size * CELL_PITCH, pitch)
}

/**
 * Rows as the program wrote them, cell after cell: a step back to an earlier column begins a new row. `null` where that
 * does not give rows that lie below one another.
 */
function byStream(placed: readonly Placed[], pitch: number): TableRow[] | null {
  const rows: TableRow[] = []
  let column = -1
  for (const each of [...placed].sort((a, b) => a.segment.order - b.segment.order)) {
    const { segment } = each
    const row = rows.at(-1)
    const last = row?.cells[each.column]?.last
    const goesOn = each.column === column && last !== undefined && isNear(last, segment, pitch)
    const isBeside = last !== undefined && Math.abs(last.baseline - segment.baseline) < segment.size * 0.35
    const advances =
      row && each.column > column && segment.baseline < row.bottom + Math.max(segment.size * CELL_PITCH, pitch)
    if (row && (goesOn || advances || (isBeside && each.column === column))) addToRow(row, each)
    else rows.push(makeRow([each]))
    column = each.column
  }
  for (let index = 1; index < rows.length; index++) {
    if ((rows[index] as TableRow).top < (rows[index - 1] as TableRow).bottom - 1) return null
  }
  return rows
}

function makeRow(placed: readonly Placed[]): TableRow {
  const row: TableRow = { top: Number.POSITIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY, cells: [] }
  for (const each of placed) addToRow(row, each)
  return row
}

function addToRow(row: TableRow, { column, segment }: Placed): void {
  const cell = row.cells[column]
  row.cells[column] = cell
    ? { text: joinLines(cell.text, segment.text), first: cell.first, last: segment }
    : { text: segment.text, first: segment, last: segment }
  row.top = Math.min(row.top, segment.baseline)
  row.bottom = Math.max(row.bottom, segment.baseline)
}

/** A row close under another, with fewer cells, whose first words had no room above goes on with the cells above. */
function mergeContinuations(rows: readonly TableRow[], columns: readonly Column[], pitch: number): TableRow[] {
  const merged: TableRow[] = []
  for (const row of rows) {
    const above = merged.at(-1)
    if (!above || !continues(row, above, columns, pitch)) {
      merged.push(row)
      continue
    }
    for (const [column, cell] of row.cells.entries()) {
      const before = above.cells[column]
      if (cell && before)
        above.cells[column] = { text: joinLines(before.text, cell.text), first: before.first, last: cell.last }
    }
    above.bottom = row.bottom
  }
  return merged
}

function continues(row: TableRow, above: TableRow, columns: readonly Column[], pitch: number): boolean {
  const filled = row.cells.filter(Boolean).length
  if (filled >= above.cells.filter(Boolean).length) return false
  return row.cells.every((cell, column) => {
    if (!cell) return true
    const before = above.cells[column]
    return (
      before !== undefined &&
      isNear(before.last, cell.first, pitch) &&
      lacksRoom(cell.first, before.last, columns[column])
    )
  })
}

/** The column ends before the first word of this segment would have stood after the line above. */
function lacksRoom(segment: Segment, above: Segment, column: Column | undefined): boolean {
  const word = segment.text.search(/\s|$/)
  const width = ((segment.right - segment.left) / Math.max(segment.text.length, 1)) * word
  return column !== undefined && column.right - above.right < width * 1.15 + segment.size * 0.5
}
