import type { Row } from './page-row.ts'

/** A vertical strip without text through a run of rows, with text on both sides. */
export interface Gutter {
  /** Right edge of the strip: where the text to its right begins. */
  at: number
  /** Rows it goes through, `to` exclusive. */
  from: number
  to: number
  /** Rows with text to the left and to the right of it. */
  leftRows: number
  rightRows: number
  /** Width in points where it is narrowest. */
  width: number
}

/** Least width in ems by the number of rows on the emptier side: the fewer rows, the likelier is chance. */
function leastWidth(rows: number): number {
  if (rows >= 8) return 0.6
  if (rows >= 4) return 0.9
  return 1.5
}

const LEAST_ROWS = 2
const MOST_CANDIDATES = 150
/** A blank of this many line pitches parts what lies above and below the columns from them. */
const APART = 2.6

/**
 * The gutter with the most rows on both sides, `null` where the rows are one column. A gutter ends where some text
 * begins, so only left edges of segments are tried.
 */
export function findGutter(rows: readonly Row[]): Gutter | null {
  const em = medianSize(rows)
  let best: Gutter | null = null
  for (const at of candidateEdges(rows)) {
    for (const gutter of followEdge(rows, at, em)) {
      // Trimming only takes rows away: what cannot win before cannot win after.
      if (scoreOf(gutter) < Math.max(LEAST_ROWS, best ? scoreOf(best) : 0)) continue
      const trimmed = trimEnds(rows, gutter)
      const score = scoreOf(trimmed)
      if (score < LEAST_ROWS || trimmed.width < em * leastWidth(score)) continue
      const highest = best ? scoreOf(best) : 0
      if (score > highest || (best && score === highest && trimmed.width > best.width)) best = trimmed
    }
  }
  return best
}

function scoreOf({ leftRows, rightRows }: Gutter): number {
  return Math.min(leftRows, rightRows)
}

function medianSize(rows: readonly Row[]): number {
  const sizes = rows.map((row) => row.size).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 10
}

/** Left edges that several rows share come first. */
function candidateEdges(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>()
  for (const { segments } of rows) {
    for (const { left } of segments) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CANDIDATES)
    .map(([edge]) => edge - 0.5)
}

/** Maximal runs of rows in which nothing crosses the edge. */
function followEdge(rows: readonly Row[], at: number, em: number): Gutter[] {
  const gutters: Gutter[] = []
  let open: Gutter | null = null
  for (const [index, { segments }] of rows.entries()) {
    let left = Number.NEGATIVE_INFINITY
    let right = Number.POSITIVE_INFINITY
    let crossed = false
    for (const segment of segments) {
      if (segment.right <= at) left = Math.max(left, segment.right)
      else if (segment.left >= at - 0.6) right = Math.min(right, segment.left)
      else crossed = true
    }
    // Text ending within half an em of the edge reaches over the gutter.
    if (crossed || at - left < em * 0.5) {
      open = null
      continue
    }
    if (!open) {
      open = { at, from: index, to: index, leftRows: 0, rightRows: 0, width: Number.POSITIVE_INFINITY }
      gutters.push(open)
    }
    open.to = index + 1
    if (left > Number.NEGATIVE_INFINITY) open.leftRows++
    if (right < Number.POSITIVE_INFINITY) open.rightRows++
    open.width = Math.min(open.width, at - left)
  }
  return gutters
}

/** Takes rows off both ends that have text on one side only, or that a blank parts from the rest. */
function trimEnds(rows: readonly Row[], gutter: Gutter): Gutter {
  const sides = (index: number) => {
    const { segments } = rows[index] as Row
    return {
      left: segments.some((each) => each.right <= gutter.at),
      right: segments.some((each) => each.right > gutter.at),
    }
  }
  const pitch = medianPitch(rows.slice(gutter.from, gutter.to))
  const isApart = (upper: number) => {
    const above = rows[upper] as Row
    const below = rows[upper + 1] as Row
    return below.baseline - above.baseline > pitch * APART
  }
  let { from, to, leftRows, rightRows } = gutter
  const drop = (index: number) => {
    const { left, right } = sides(index)
    if (left) leftRows--
    if (right) rightRows--
  }
  // At most two rows are a stray header or footer; more are part of the columns.
  for (let step = 0; step < 2 && to - from > 3 && isApart(from); step++) drop(from++)
  for (let step = 0; step < 2 && to - from > 3 && isApart(to - 2); step++) drop(--to)
  // Rows with text only on the left come before the columns either way.
  while (from < to && !sides(from).right) drop(from++)
  return { ...gutter, from, to, leftRows, rightRows }
}

function medianPitch(rows: readonly Row[]): number {
  const pitches: number[] = []
  for (let index = 1; index < rows.length; index++) {
    pitches.push((rows[index] as Row).baseline - (rows[index - 1] as Row).baseline)
  }
  pitches.sort((a, b) => a - b)
  return pitches[Math.floor(pitches.length / 2)] ?? 12
}
