import type { PagedPiece } from '../document-builder.ts'
import { findListMarker } from '../list-marker.ts'
import { joinHyphenated, type Vocabulary } from './mend-hyphens.ts'
import type { TextLine } from './text-line.ts'

/** Lines that belong together. */
export interface LineBlock {
  lines: TextLine[]
  /** First line begins with a bullet or number. */
  isItem: boolean
  /** Blank above, in line pitches; infinite at the top of a region. */
  gapAbove: number
  /** The last line goes to the right edge and so may go on elsewhere. */
  isFull: boolean
}

/** Lines without a blank or a change of size between them, and their edges. */
interface Cluster {
  lines: TextLine[]
  left: number
  right: number
  gapAbove: number
}

/** A larger step than this, in usual line pitches, begins a paragraph. */
const PARAGRAPH_PITCH = 1.3
const SIZE_CHANGE = 0.12
/** In ems. */
const INDENT = 0.8

/** Parts the lines of one column into paragraphs, list items and headings-to-be. */
export function buildBlocks(lines: readonly TextLine[]): LineBlock[] {
  if (lines.length === 0) return []
  const clusters = findClusters(lines)
  const edge = usualRightEdge(lines)
  const blocks = clusters.flatMap(splitCluster)
  for (const block of blocks) {
    const last = block.lines.at(-1) as TextLine
    block.isFull = edge - last.right < last.size * 4
  }
  return blocks
}

function findClusters(lines: readonly TextLine[]): Cluster[] {
  const pitch = usualPitch(lines)
  const clusters: Cluster[] = []
  let before: TextLine | null = null
  for (const line of lines) {
    const cluster = clusters.at(-1)
    if (cluster && before && !isApart(line, before, pitch)) {
      cluster.lines.push(line)
      cluster.left = Math.min(cluster.left, line.left)
      cluster.right = Math.max(cluster.right, line.right)
    } else {
      const gapAbove = before ? (line.baseline - before.baseline) / pitch : Number.POSITIVE_INFINITY
      clusters.push({ lines: [line], left: line.left, right: line.right, gapAbove })
    }
    before = line
  }
  return clusters
}

function isApart(line: TextLine, before: TextLine, pitch: number): boolean {
  const em = Math.max(line.size, before.size)
  const step = line.baseline - before.baseline
  if (step > Math.max(pitch * PARAGRAPH_PITCH, em * 1.25) || step < -em * 0.5) return true
  return Math.abs(line.size - before.size) > em * SIZE_CHANGE
}

function usualPitch(lines: readonly TextLine[]): number {
  const pitches: number[] = []
  for (let index = 1; index < lines.length; index++) {
    const step = (lines[index] as TextLine).baseline - (lines[index - 1] as TextLine).baseline
    if (step > 0 && step < (lines[index] as TextLine).size * 2.2) pitches.push(step)
  }
  pitches.sort((a, b) => a - b)
  return pitches[Math.floor(pitches.length * 0.4)] ?? (lines[0] as TextLine).size * 1.25
}

function usualRightEdge(lines: readonly TextLine[]): number {
  const edges = lines.map((line) => line.right).sort((a, b) => a - b)
  return edges[Math.floor(edges.length * 0.75)] as number
}

function splitCluster(cluster: Cluster): LineBlock[] {
  const blocks: LineBlock[] = []
  let before: TextLine | null = null
  for (const line of cluster.lines) {
    const block = blocks.at(-1)
    const isItem = findListMarker(line.text) !== null
    if (block && before && !beginsBlock(line, before, block, isItem, cluster)) block.lines.push(line)
    else blocks.push({ lines: [line], isItem, gapAbove: before ? 1 : cluster.gapAbove, isFull: false })
    before = line
  }
  return blocks
}

function beginsBlock(line: TextLine, before: TextLine, block: LineBlock, isItem: boolean, column: Cluster): boolean {
  const em = Math.max(line.size, before.size)
  const first = block.lines[0] as TextLine
  if (before.isEntry) return true
  if (/[\p{L}\p{N}]-$/u.test(before.text) && !isItem) return false
  if (isItem && (!block.isItem || line.left < first.left + em * 6)) return true
  const fits = column.right - before.right > firstWordWidth(line) * 1.15 + em
  const isCentred =
    Math.abs(line.left + line.right - before.left - before.right) < em * 1.2 && line.left > column.left + em
  if (line.font !== before.font && fits && !isCentred) return true
  if (block.isItem) return line.left <= first.left + em * 0.3 && fits
  const isIndented = line.left > before.left + em * INDENT && before.left <= column.left + em * INDENT
  if (isIndented && !isCentred) return true
  // A small letter after a line without an end goes on with its sentence, however ragged the edge.
  if (!fits || (/^\p{Ll}/u.test(line.text) && !/[.!?:;]$/.test(before.text))) return false
  return isCentred ? /[.:;!?。]$/.test(before.text) : true
}

/** Would the first word of this line have stood on the line before? */
function firstWordWidth(line: TextLine): number {
  const word = line.text.match(/^\S{1,60}/)?.[0].length ?? 1
  const characters = /^[\u3040-\u9fff]/.test(line.text) ? 1 : word
  return ((line.right - line.left) / Math.max(line.text.length, 1)) * characters
}

/** The block's words as one paragraph, in pieces by page. */
export function blockPieces(lines: readonly TextLine[], vocabulary: Vocabulary): PagedPiece[] {
  const pieces: PagedPiece[] = []
  for (const { text, page } of lines) {
    const last = pieces.at(-1)
    if (!last) {
      pieces.push({ text, page })
      continue
    }
    // Only the end of what stands is looked at: long paragraphs stay linear.
    const tail = last.text.slice(-60)
    const joined = joinHyphenated(tail, text, vocabulary)
    last.text = last.text.slice(0, last.text.length - tail.length) + joined.slice(0, joined.length - text.length)
    if (page === last.page) last.text += text
    else pieces.push({ text, page })
  }
  return pieces
}
