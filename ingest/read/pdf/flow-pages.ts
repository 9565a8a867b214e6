import { buildBlocks, type LineBlock } from './build-blocks.ts'
import { type DocumentStyle, headingSize } from './document-style.ts'
import type { Row } from './page-row.ts'
import type { Region } from './split-regions.ts'
import { readTableRows } from './table-rows.ts'
import type { TextLine } from './text-line.ts'

interface TextBlock {
  kind: 'paragraph' | 'caption' | 'running'
  page: number
  lines: TextLine[]
}

/** A block in reading order. */
export type PdfBlock =
  | TextBlock
  | { kind: 'heading'; page: number; lines: TextLine[]; size: number }
  | { kind: 'table'; page: number; rows: string[][] }

/** One page, cut into regions in reading order. */
export interface PageRegions {
  page: number
  /** Running lines that appear here first. */
  top: TextLine[]
  bottom: TextLine[]
  regions: { kind: Region['kind']; rows: Row[]; lines: TextLine[]; turned: boolean }[]
}

const CAPTION = /^(?:fig(?:ure|\.)?|tab(?:le|\.)|chart|box|exhibit|plate|图|表|図|그림|표)\s*\d/i
const LONGEST_HEADING = 200

/** Strings the blocks of all pages together. A paragraph that does not end goes on in the next column or on the next page. */
export function flowPages(pages: readonly PageRegions[], style: DocumentStyle): PdfBlock[] {
  const blocks: PdfBlock[] = []
  let open: TextBlock | null = null
  for (const { page, top, bottom, regions } of pages) {
    const carried: TextBlock | null = open
    const body: PdfBlock[] = []
    for (const region of regions) {
      if (region.kind === 'table') {
        body.push({ kind: 'table', page, rows: readTableRows(region.rows) })
        continue
      }
      for (const [index, block] of buildBlocks(region.lines).entries()) {
        // Right under the paragraph itself a blank ends it; only a new column or something between lets it go on.
        const canGoOn = index === 0 || body.at(-1) !== open
        if (open && canGoOn && goesOn(open.lines, block)) {
          open.lines.push(...block.lines)
          if (!block.isFull) open = null
        } else open = addLines(block, page, body, open, region.turned, style)
      }
    }
    // A paragraph that reaches this page comes last on its own, so that the pages follow one another in the text.
    if (carried && carried.lines.at(-1)?.page === page) moveToEnd(blocks, carried)
    blocks.push(...top.map(makeRunning), ...body)
    const foot = bottom.map(makeRunning)
    // What stands at the foot of a page comes before the paragraph that may go on over it.
    if (open && blocks.at(-1) === open) blocks.splice(-1, 0, ...foot)
    else blocks.push(...foot)
  }
  return blocks
}

/** Adds a block to the page; returns the paragraph that is open then. */
function addLines(
  block: LineBlock,
  page: number,
  body: PdfBlock[],
  open: TextBlock | null,
  turned: boolean,
  style: DocumentStyle,
): TextBlock | null {
  const { lines } = block
  const last = body.at(-1)
  const size = turned || CAPTION.test((lines[0] as TextLine).text) ? 0 : headingSize(block, style)
  if (size > 0) {
    if (last?.kind === 'heading' && last.size === size && goesOnAsHeading(last.lines, block)) last.lines.push(...lines)
    else body.push({ kind: 'heading', page, lines, size })
    return null
  }
  const made: TextBlock = { kind: CAPTION.test((lines[0] as TextLine).text) ? 'caption' : 'paragraph', page, lines }
  body.push(made)
  // Notes at the foot of a column and captions do not end the paragraph above them.
  const isAside = made.kind === 'caption' || turned || (open !== null && isSmaller(lines, open.lines))
  if (isAside) return open
  return block.isFull ? made : null
}

function isSmaller(lines: readonly TextLine[], than: readonly TextLine[]): boolean {
  return (lines[0] as TextLine).size < (than[0] as TextLine).size * 0.95
}

/** A paragraph cut by the end of a column or page: it does not end, and the next one does not begin. */
function goesOn(open: readonly TextLine[], { lines, isItem }: LineBlock): boolean {
  const last = open.at(-1) as TextLine
  const first = lines[0] as TextLine
  if (isItem || Math.abs(last.size - first.size) > last.size * 0.1 || last.isEntry) return false
  if (/[.!?:。！？：]["”’)\]]?$/.test(last.text)) return false
  return /^[\p{Ll}(“"]|^[\u3400-\u9fff]/u.test(first.text) || /\p{Ll}[-‐‑]$/u.test(last.text)
}

/** The second line of a title, right under the first and not a heading of its own. */
function goesOnAsHeading(before: readonly TextLine[], { lines, isItem, gapAbove }: LineBlock): boolean {
  const length = [...before, ...lines].reduce((sum, line) => sum + line.text.length, 0)
  const last = before.at(-1) as TextLine
  const first = lines[0] as TextLine
  const step = first.baseline - last.baseline
  return (
    !isItem &&
    gapAbove <= 1.3 &&
    step > 0 &&
    step < first.size * 1.6 &&
    length <= LONGEST_HEADING &&
    last.font === first.font
  )
}

function moveToEnd(blocks: PdfBlock[], block: PdfBlock): void {
  const at = blocks.lastIndexOf(block)
  if (at >= 0 && at < blocks.length - 1) blocks.push(...blocks.splice(at, 1))
}

function makeRunning(line: TextLine): TextBlock {
  return { kind: 'running', page: line.page, lines: [line] }
}
