import type { Evidence, StatementView } from '../../../graph/statement.ts'

/** Between one sentence and the next lie a stop, a space, perhaps a line break: UTF-16 units. */
const NEXT = 8

/** Whether two statements are said in one place: in the same row of a table, or in one sentence or the next of running text. */
export function standTogether(left: StatementView, right: StatementView): boolean {
  return left.evidence.some((here) => right.evidence.some((there) => isOnePlace(here, there)))
}

function isOnePlace(left: Evidence, right: Evidence): boolean {
  if (left.document !== right.document || left.version !== right.version) return false
  const overlap = left.start < right.end && right.start < left.end
  const gap = left.start < right.start ? right.start - left.end : left.start - right.end
  return overlap || (!isRow(left) && !isRow(right) && gap <= NEXT)
}

/** Cells of a row are parted by tabs in the normalised text. */
function isRow({ quote }: Pick<Evidence, 'quote'>): boolean {
  return quote.includes('\t')
}
