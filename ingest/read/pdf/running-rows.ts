import { type Row, rowText } from './page-row.ts'

export interface PageRows {
  page: number
  height: number
  rows: Row[]
}

export interface RunningText {
  /** Rows that are headers, footers or page numbers. */
  rows: Set<Row>
  /** Of these, the ones whose words appear for the first time: the rest only repeats. */
  first: Set<Row>
}

/** Rows looked at from each end of a page. */
const REACH = 4
/** Share of a page that may be header and footer; above it the pages are copies of each other. */
const MOST_OF_PAGE = 0.34
/** Points by which the same header may move from page to page. */
const DRIFT = 6
const LONGEST_PAGE_NUMBER = 40
const PAGE_NUMBER =
  /^[\W_]*(?:(?:page|p|pg|seite|página|стр|第)\.?\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/|von|de|из|页|\|)\s*\d{0,4})?[\W_]*$/iu

/**
 * Finds what repeats at the same height at the top or bottom of several pages, digits aside, and the numbers of pages.
 * A row counts only where all rows beyond it count too, so text between headers is safe.
 */
export function findRunningRows(pages: readonly PageRows[]): RunningText {
  const rows = new Set<Row>()
  const first = new Set<Row>()
  if (pages.length < 2) return { rows, first }
  const counts = countEdges(pages)
  const least = pages.length <= 4 ? 2 : 3
  const said = new Set<string>()
  for (const page of pages) {
    const found = (['top', 'bottom'] as const).flatMap((end) => {
      const edge = edgeRows(page, end)
      const body = edge.findIndex((row) => countNear(counts, end, edgeKey(rowText(row)), row.baseline) < least)
      return body < 0 ? edge : edge.slice(0, body)
    })
    if (found.length > Math.max(2, page.rows.length * MOST_OF_PAGE) || found.length === page.rows.length) continue
    for (const row of found) {
      const text = rowText(row)
      const key = edgeKey(text)
      rows.add(row)
      if (!said.has(key) && !isPageNumber(text)) first.add(row)
      said.add(key)
    }
  }
  return { rows, first }
}

/** The outermost rows, outermost first, as far as they lie in the outer quarter of the page. */
function edgeRows({ rows, height }: PageRows, end: 'top' | 'bottom'): Row[] {
  const ordered = end === 'top' ? rows.slice(0, REACH) : rows.slice(-REACH).reverse()
  return ordered.filter(({ baseline }) => (end === 'top' ? baseline < height * 0.25 : baseline > height * 0.75))
}

/** Equal for headers that differ in digits and case only; page numbers of all kinds are equal. */
function edgeKey(text: string): string {
  if (isPageNumber(text)) return '#'
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, '')
}

function isPageNumber(text: string): boolean {
  return text.length <= LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(text)
}

type EdgeCounts = Map<string, number[]>

function countEdges(pages: readonly PageRows[]): EdgeCounts {
  const counts: EdgeCounts = new Map()
  for (const page of pages) {
    for (const end of ['top', 'bottom'] as const) {
      for (const row of edgeRows(page, end)) {
        const key = `${end} ${edgeKey(rowText(row))}`
        const heights = counts.get(key)
        if (heights) heights.push(row.baseline)
        else counts.set(key, [row.baseline])
      }
    }
  }
  for (const heights of counts.values()) heights.sort((a, b) => a - b)
  return counts
}

/** Appearances within the drift of this height, by binary search. */
function countNear(counts: EdgeCounts, end: string, key: string, baseline: number): number {
  const heights = counts.get(`${end} ${key}`) ?? []
  return lowerBound(heights, baseline + DRIFT) - lowerBound(heights, baseline - DRIFT)
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
