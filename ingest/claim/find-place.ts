import type { Span } from '../../graph/document.ts'
import type { ReadDocument } from '../read/source-document.ts'

/** Index of the last span that starts at or before `offset`; spans are in order. */
function lastBefore(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Tells page and section of an offset, where the document has them. */
export function createPlaceFinder(
  read: Pick<ReadDocument, 'pages' | 'passages'>,
): (offset: number) => { page?: number; section?: string } {
  return (offset) => {
    const passage = read.passages[lastBefore(read.passages, offset)]
    const page = read.pages[lastBefore(read.pages, offset)]?.page
    const section = passage?.sections.at(-1)
    return { ...(page === undefined ? {} : { page }), ...(section ? { section } : {}) }
  }
}
