import type { Evidence, StatementView } from '../../../graph/statement.ts'

/** A paragraph or two of running text, in UTF-16 units. */
const NEAR = 800

/** Whether two statements are said in one place: in the same row of a table, or near each other in running text. */
export function standTogether(left: StatementView, right: StatementView): boolean {
  return left.evidence.some((here) => right.evidence.some((there) => isOnePlace(here, there)))
}

function isOnePlace(left: Evidence, right: Evidence): boolean {
  if (left.document !== right.document || left.version !== right.version) return false
  const overlap = left.start < right.end && right.start < left.end
  return overlap || (!isRow(left) && !isRow(right) && Math.abs(left.start - right.start) <= NEAR)
}

/** Cells of a row are parted by tabs in the normalised text. */
export function isRow({ quote }: Pick<Evidence, 'quote'>): boolean {
  return quote.includes('\t')
}
