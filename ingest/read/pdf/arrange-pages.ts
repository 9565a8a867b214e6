import type { Deadline } from '../deadline.ts'
import { buildBlocks, type LineBlock } from './build-blocks.ts'
import { headingSize, measureStyle, rankHeadings } from './document-style.ts'
import { collectVocabulary, type Vocabulary } from './mend-hyphens.ts'
import { groupRows, type Row } from './page-row.ts'
import { findRunningRows, type RunningText } from './running-rows.ts'
import { type Region, splitRegions } from './split-regions.ts'
import { readTableRows } from './table-rows.ts'
import { makeLine, type TextLine } from './text-line.ts'
import type { PageRuns } from './text-run.ts'

/** A block in reading order. */
export type PdfBlock =
  | { kind: 'table'; page: number; rows: string[][] }
  | { kind: 'paragraph' | 'running'; page: number; lines: TextLine[] }
  | { kind: 'heading'; page: number; lines: TextLine[]; size: number }

export interface ArrangedPages {
  blocks: PdfBlock[]
  vocabulary: Vocabulary
  /** Level of a heading of this size. */
  levelOf(size: number): number
}

interface PageRegions {
  page: number
  running: { top: TextLine[]; bottom: TextLine[] }
  regions: { kind: Region['kind']; rows: Row[]; lines: TextLine[] }[]
}

/** Puts the runs of all pages into blocks in reading order; paragraphs go on across columns and pages. */
export function arrangePages(pages: readonly PageRuns[], deadline: Deadline): ArrangedPages {
  const rowsOfPages = pages.map(({ page, height, groups }) => ({
    page,
    height,
    rows: groups[0] ? groupRows(groups[0].runs) : [],
  }))
  const running = findRunningRows(rowsOfPages)
  const arranged = pages.map((page, index) => {
    deadline.check()
    return arrangePage(page, rowsOfPages[index]?.rows ?? [], running)
  })
  const lines = arranged.flatMap(({ regions }) => regions.flatMap((region) => region.lines))
  const style = measureStyle(lines)
  const vocabulary = collectVocabulary(lines.map((line) => line.text))
  const blocks: PdfBlock[] = []
  const sizes: number[] = []
  let open: { kind: 'paragraph'; page: number; lines: TextLine[] } | null = null
  for (const {
    page,
    running: { top, bottom },
    regions,
  } of arranged) {
    for (const line of top) blocks.push({ kind: 'running', page, lines: [line] })
    for (const region of regions) {
      if (region.kind === 'table') {
        blocks.push({ kind: 'table', page, rows: readTableRows(region.rows) })
        continue
      }
      for (const block of buildBlocks(region.lines)) {
        const size = headingSize(block, style)
        if (size > 0) {
          sizes.push(size)
          blocks.push({ kind: 'heading', page, lines: block.lines, size })
          open = null
        } else if (open && goesOn(open.lines, block)) {
          open.lines.push(...block.lines)
          if (!block.isFull) open = null
        } else {
          const paragraph = { kind: 'paragraph' as const, page, lines: block.lines }
          blocks.push(paragraph)
          open = block.isFull ? paragraph : null
        }
      }
    }
    // What stands at the foot of a page comes before a paragraph that goes on over it.
    const foot = bottom.map((line) => ({ kind: 'running' as const, page, lines: [line] }))
    if (open && blocks.at(-1) === open) blocks.splice(-1, 0, ...foot)
    else blocks.push(...foot)
  }
  return { blocks, vocabulary, levelOf: rankHeadings(sizes) }
}

function arrangePage({ page, groups }: PageRuns, rows: readonly Row[], running: RunningText): PageRegions {
  const body = rows.filter((row) => !running.rows.has(row))
  // Text in other directions, as a stamp along the margin, follows the page.
  const turned = groups.slice(1).map((group): Region => ({ kind: 'lines', rows: groupRows(group.runs) }))
  const regions = [...splitRegions(body), ...turned]
  const middle = (body[0]?.baseline ?? 0) as number
  const firsts = rows.filter((row) => running.first.has(row))
  return {
    page,
    running: {
      top: firsts.filter((row) => row.baseline <= middle).map((row) => makeLine(row, page)),
      bottom: firsts.filter((row) => row.baseline > middle).map((row) => makeLine(row, page)),
    },
    regions: regions.map(({ kind, rows: part }) => ({
      kind,
      rows: part,
      lines: kind === 'lines' ? part.map((row) => makeLine(row, page)) : [],
    })),
  }
}

/** A paragraph cut by the end of a column or page: it does not end, and the next one does not begin. */
function goesOn(open: readonly TextLine[], { lines, isItem }: LineBlock): boolean {
  const last = open.at(-1) as TextLine
  const first = lines[0] as TextLine
  if (isItem || Math.abs(last.size - first.size) > last.size * 0.1 || last.font !== first.font) return false
  if (/[.!?:。！？：]["”’)\]]?$/.test(last.text)) return false
  return /^[\p{Ll}(“"]|^[\u3400-\u9fff]/u.test(first.text) || /[\p{Ll}][-‐‑]$/u.test(last.text)
}
