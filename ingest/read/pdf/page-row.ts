import { isIdeographic } from '../join-lines.ts'
import { findListMarker } from '../list-marker.ts'
import type { TextRun } from './text-run.ts'

/** Text on one baseline without a wide gap: the smallest thing layout moves. */
export interface Segment {
  text: string
  left: number
  right: number
  baseline: number
  size: number
  /** The font most of its characters are in. */
  font: string
  /** Places in the content stream of its first and last run. */
  order: number
  lastOrder: number
}

/** Everything on one baseline, from left to right. */
export interface Row {
  baseline: number
  size: number
  segments: Segment[]
}

/** In ems. Wider than the space of a justified line, narrower than what parts two columns. */
const SEGMENT_GAP = 0.55
const WORD_GAP = 0.13
/** Ideographs are spread to fill a line. */
const IDEOGRAPH_GAP = 0.6
const SAME_BASELINE = 0.35
/** A script is smaller than its line by this factor, and no farther from its text than this, in ems. */
const SCRIPT_SIZE = 0.85
const SCRIPT_REACH = 0.5
/** Neighbours looked at on each side, for pages that hold a map or a drawing made of letters. */
const MOST_NEIGHBOURS = 120
/** A bullet or number stands at most this far before its text; a dash in a cell of a table means "none". */
const MARKER_GAP = 5
const DASH_GAP = 2.5

/** Groups runs into rows from top to bottom. */
export function groupRows(runs: readonly TextRun[]): Row[] {
  const sorted = levelScripts([...runs].sort((a, b) => a.baseline - b.baseline || a.left - b.left))
  const rows: TextRun[][] = []
  let current: TextRun[] = []
  let baseline = 0
  for (const run of sorted) {
    const near = Math.abs(run.baseline - baseline) <= Math.min(run.size, current[0]?.size ?? run.size) * SAME_BASELINE
    if (current.length === 0 || !near) {
      current = []
      rows.push(current)
      baseline = run.baseline
    }
    current.push(run)
  }
  return rows.map(makeRow)
}

/**
 * Small runs just above or below a line, beside its text, stand on it: exponents, indices, footnote marks. Returns the
 * runs in order of baseline again.
 */
function levelScripts(sorted: TextRun[]): TextRun[] {
  let moved = false
  for (const [index, run] of sorted.entries()) {
    const line = findLineOf(run, index, sorted)
    if (!line) continue
    run.baseline = line.baseline
    moved = true
  }
  return moved ? sorted.sort((a, b) => a.baseline - b.baseline || a.left - b.left) : sorted
}

/** The larger run that touches this one, a fraction of a line higher or lower. */
function findLineOf(run: TextRun, index: number, sorted: readonly TextRun[]): TextRun | null {
  let best: TextRun | null = null
  let nearest = SCRIPT_REACH
  for (const step of [-1, 1]) {
    const end = index + step * MOST_NEIGHBOURS
    for (let at = index + step; at >= 0 && at < sorted.length && at !== end; at += step) {
      const other = sorted[at] as TextRun
      const shift = Math.abs(other.baseline - run.baseline)
      if (shift > run.size * 1.2) break
      if (run.size > other.size * SCRIPT_SIZE || shift > other.size * 0.55) continue
      const gap = Math.max(run.left - other.right, other.left - run.right) / other.size
      if (gap < nearest && gap > -0.3) {
        nearest = gap
        best = other
      }
    }
  }
  return best
}

function makeRow(runs: TextRun[]): Row {
  runs.sort((a, b) => a.left - b.left)
  const segments: Segment[] = []
  for (const run of runs) {
    const last = segments.at(-1)
    const gap = last ? run.left - last.right : Number.POSITIVE_INFINITY
    const em = last ? Math.max(run.size, last.size) : 0
    if (
      last &&
      (gap <= em * SEGMENT_GAP ||
        (isLoneMarker(last.text) && gap <= em * (/^[-–—*o]$/.test(last.text) ? DASH_GAP : MARKER_GAP)))
    )
      extend(last, run, gap)
    else segments.push({ ...run, text: run.text.trim(), lastOrder: run.order })
  }
  const largest = runs.reduce((size, run) => Math.max(size, run.size), 0)
  return { baseline: (runs[0] as TextRun).baseline, size: largest, segments }
}

function extend(segment: Segment, run: TextRun, gap: number): void {
  const text = dropRepeated(segment.text, run, -gap)
  if (!text) return
  const ideographs =
    isIdeographic(segment.text.charCodeAt(segment.text.length - 1)) && isIdeographic(text.charCodeAt(0))
  const wide = gap > Math.max(run.size, segment.size) * (ideographs ? IDEOGRAPH_GAP : WORD_GAP)
  const written = !ideographs && (run.text.startsWith(' ') || (run.spaced && gap > -run.size * 0.1))
  if (text.length > segment.text.length) segment.font = run.font
  segment.text += (wide || written ? ' ' : '') + text
  segment.right = Math.max(segment.right, run.right)
  segment.size = Math.max(segment.size, run.size)
  segment.order = Math.min(segment.order, run.order)
  segment.lastOrder = Math.max(segment.lastOrder, run.order)
}

function isLoneMarker(text: string): boolean {
  return text.length <= 6 && findListMarker(`${text} x`)?.length === text.length + 1
}

/** Bold made by printing every letter twice: what lies over the end of the segment and repeats it is left out. */
function dropRepeated(before: string, run: TextRun, overlap: number): string {
  const text = run.text.trim()
  if (overlap < run.size * 0.2) return text
  const covered = Math.round((overlap * text.length) / Math.max(run.right - run.left, 0.1))
  return covered > 0 && covered <= text.length && before.endsWith(text.slice(0, covered)) ? text.slice(covered) : text
}

/** The row as text. */
export function rowText(row: Row): string {
  return row.segments.map((segment) => segment.text).join(' ')
}
