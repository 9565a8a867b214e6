import type { Row, Segment } from './page-row.ts'

export interface Column {
  left: number
  right: number
}

/** Up to this share of rows may reach over the gap between two columns. */
const CHANCE = 0.12

/** Columns are where many rows have text; a segment beside all of them makes one of its own, one across several does not. */
export function findTableColumns(rows: readonly Row[]): Column[] {
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

/** The column a segment shares most with. */
export function columnOf(segment: Segment, columns: readonly Column[]): number {
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
