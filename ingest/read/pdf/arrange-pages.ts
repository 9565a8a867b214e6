import type { Deadline } from '../deadline.ts'
import { measureStyle, rankHeadings } from './document-style.ts'
import { flowPages, type PageRegions, type PdfBlock } from './flow-pages.ts'
import { collectVocabulary, type Vocabulary } from './mend-hyphens.ts'
import { groupRows, type Row } from './page-row.ts'
import { findRunningRows, type RunningText } from './running-rows.ts'
import { splitRegions } from './split-regions.ts'
import { makeLine } from './text-line.ts'
import type { PageRuns } from './text-run.ts'

export interface ArrangedPages {
  blocks: PdfBlock[]
  vocabulary: Vocabulary
  /** Level of a heading of this size. */
  levelOf(size: number): number
}

/** Puts the runs of all pages into blocks in reading order; paragraphs go on across columns and pages. */
export function arrangePages(pages: readonly PageRuns[], deadline: Deadline): ArrangedPages {
  const rowsOfPages = pages.map(({ page, height, groups }) => {
    deadline.check()
    return { page, height, rows: groups[0] ? groupRows(groups[0].runs) : [] }
  })
  const running = findRunningRows(rowsOfPages)
  const arranged = pages.map((page, index) => {
    deadline.check()
    return arrangePage(page, rowsOfPages[index]?.rows ?? [], running)
  })
  const lines = arranged.flatMap(({ regions }) => regions.flatMap((region) => region.lines))
  const style = measureStyle(lines)
  const blocks = flowPages(arranged, style)
  const sizes = blocks.flatMap((block) => (block.kind === 'heading' ? [block.size] : []))
  return { blocks, vocabulary: collectVocabulary(lines.map((line) => line.text)), levelOf: rankHeadings(sizes) }
}

function arrangePage({ page, groups }: PageRuns, rows: readonly Row[], running: RunningText): PageRegions {
  const body = rows.filter((row) => !running.rows.has(row))
  const firsts = rows.filter((row) => running.first.has(row))
  const bodyTop = body[0]?.baseline ?? 0
  const upright = splitRegions(body).map((region) => ({ ...region, turned: false }))
  // Text in other directions, as a stamp along the margin, follows the page.
  const others = groups.slice(1).map(({ runs }) => ({ kind: 'lines' as const, rows: groupRows(runs), turned: true }))
  return {
    page,
    top: firsts.filter((row) => row.baseline <= bodyTop).map((row) => makeLine(row, page)),
    bottom: firsts.filter((row) => row.baseline > bodyTop).map((row) => makeLine(row, page)),
    regions: [...upright, ...others].map((region) => ({
      ...region,
      lines: region.kind === 'lines' ? region.rows.map((row) => makeLine(row, page)) : [],
    })),
  }
}
