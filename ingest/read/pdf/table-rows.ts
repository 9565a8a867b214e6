import { joinLines } from '../join-lines.ts'
import type { Row, Segment } from './page-row.ts'

interface Column {
  left: number
  right: number
}

interface Cell {
  column: number
  segment: Segment
}

interface TableRow {
  top: number
  bottom: number
  cells: string[]
  lastBaselines: number[]
  lastRights: number[]
}

/** In ems. Lines of one cell lie no farther apart. */
const CELL_PITCH = 1.45
/** Up to this share of rows may reach over the gap between two columns. */
const CHANCE = 0.12

/** Puts the rows of a table region into cells by column; lines that belong to one cell come together. */
export function readTableRows(rows: readonly Row[]): string[][] {
  const columns = findTableColumns(rows)
  const placed = rows.flatMap(({ segments }) =>
    segments.map((segment) => ({ column: columnOf(segment, columns), segment })),
  )
  const pitch = linePitch(rows)
  return byStream(placed, columns.length, pitch) ?? byBaseline(rows, columns, pitch)
}

/** Columns are where many rows have text; a segment beside all of them makes one of its own, one across several does not. */
function findTableColumns(rows: readonly Row[]): Column[] {
  const segments = rows.flatMap((row) => row.segments)
  const origin = Math.floor(Math.min(...segments.map((each) => each.left)))
  const width = Math.ceil(Math.max(...segments.map((each) => each.right))) - origin + 1
  const coverage = new Uint16Array(width)
  for (const { left, right } of segments) {
    for (let x = Math.floor(left) - origin; x < right - origin; x++) coverage[x] = (coverage[x] as number) + 1
  }
  const few = Math.floor(rows.length * CHANCE)
  const columns: Column[] = []
  let open: Column | null = null
  for (let x = 0; x < width; x++) {
    if ((coverage[x] as number) <= few) open = null
    else if (open) open.right = origin + x + 1
    else {
      open = { left: origin + x, right: origin + x + 1 }
      columns.push(open)
    }
  }
  for (const { left, right } of segments) {
    if (!columns.some((column) => left < column.right && right > column.left)) columns.push({ left, right })
  }
  return columns.sort((a, b) => a.left - b.left)
}

function columnOf(segment: Segment, columns: readonly Column[]): number {
  let best = 0
  let overlap = Number.NEGATIVE_INFINITY
  for (const [index, column] of columns.entries()) {
    const shared = Math.min(segment.right, column.right) - Math.max(segment.left, column.left)
    if (shared > overlap + 1) {
      overlap = shared
      best = index
    }
  }
  return best
}

/**
 * Rows as the program wrote them, cell after cell: a step back to an earlier column begins a new row. `null` where that
 * does not give rows that lie below one another.
 */
function byStream(placed: readonly Cell[], width: number, pitch: number): string[][] | null {
  const rows: TableRow[] = []
  let column = 0
  for (const cell of [...placed].sort((a, b) => a.segment.order - b.segment.order)) {
    const { segment } = cell
    const row = rows.at(-1)
    const last = row?.lastBaselines[cell.column]
    const goesOn = row && cell.column === column && last !== undefined && isNextLine(last, segment, pitch)
    const advances =
      row && cell.column > column && segment.baseline < row.bottom + Math.max(segment.size * CELL_PITCH, pitch)
    const sameLine =
      row && cell.column === column && last !== undefined && Math.abs(last - segment.baseline) < segment.size * 0.35
    if (row && (goesOn || advances || sameLine)) addToRow(row, cell)
    else rows.push(startRow(cell, width))
    column = cell.column
  }
  for (let index = 1; index < rows.length; index++) {
    const above = rows[index - 1] as TableRow
    const below = rows[index] as TableRow
    if (below.top < above.bottom - 1) return null
  }
  return rows.map((row) => row.cells)
}

function isNextLine(baseline: number, segment: Segment, pitch: number): boolean {
  const step = segment.baseline - baseline
  return step > segment.size * 0.35 && step <= Math.max(segment.size * CELL_PITCH, pitch)
}

/** The least step from row to row, with a little play: lines of one cell lie no farther apart. */
function linePitch(rows: readonly Row[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let index = 1; index < rows.length; index++) {
    const { baseline, size } = rows[index] as Row
    const step = baseline - (rows[index - 1] as Row).baseline
    if (step > size * 0.9) least = Math.min(least, step)
  }
  return least === Number.POSITIVE_INFINITY ? 0 : least * 1.08
}

function startRow({ column, segment }: Cell, width: number): TableRow {
  const row: TableRow = {
    top: segment.baseline,
    bottom: segment.baseline,
    cells: Array(width).fill(''),
    lastBaselines: [],
    lastRights: [],
  }
  addToRow(row, { column, segment })
  return row
}

function addToRow(row: TableRow, { column, segment }: Cell): void {
  const before = row.cells[column] as string
  row.cells[column] = before ? joinLines(before, segment.text) : segment.text
  row.lastBaselines[column] = segment.baseline
  row.lastRights[column] = segment.right
  row.top = Math.min(row.top, segment.baseline)
  row.bottom = Math.max(row.bottom, segment.baseline)
}

/** The column ends before the first word of this segment would have stood after the line above. */
function lacksRoom({ column, segment }: Cell, above: TableRow, columns: readonly Column[]): boolean {
  const right = above.lastRights[column]
  if (right === undefined) return false
  const word = segment.text.search(/\s|$/)
  const width = ((segment.right - segment.left) / Math.max(segment.text.length, 1)) * word
  return (columns[column] as Column).right - right < width + segment.size * 0.3
}

/** Rows by baseline; a line close under another whose first words had no room there goes on with its cells. */
function byBaseline(rows: readonly Row[], columns: readonly Column[], pitch: number): string[][] {
  const result: TableRow[] = []
  for (const { baseline, size, segments } of rows) {
    const cells = segments.map((segment) => ({ column: columnOf(segment, columns), segment }))
    const above = result.at(-1)
    const isContinuation =
      above &&
      baseline - above.bottom <= Math.max(size * CELL_PITCH, pitch) &&
      cells.length < above.cells.filter(Boolean).length &&
      cells.every((cell) => lacksRoom(cell, above, columns))
    const row = isContinuation ? above : startRow(cells[0] as Cell, columns.length)
    if (!isContinuation) result.push(row)
    for (const cell of isContinuation ? cells : cells.slice(1)) addToRow(row, cell)
  }
  return result.map((row) => row.cells)
}
