import type { RecordColumns } from './record-columns.ts'

interface ScoredRow {
  row: number
  score: number
}

/** Best first; equal scores by weight, then in an order that depends on the ids alone. */
export function selectPage(
  scored: ScoredRow[],
  columns: RecordColumns,
  page: { offset: number; limit: number },
): ScoredRow[] {
  const { weights, ties } = columns
  const compare = (a: ScoredRow, b: ScoredRow) =>
    b.score - a.score || (weights[b.row] ?? 0) - (weights[a.row] ?? 0) || (ties[a.row] ?? 0) - (ties[b.row] ?? 0)
  const wanted = page.offset + page.limit
  return keepBest(scored, wanted, compare).sort(compare).slice(page.offset, wanted)
}

/** The `count` first by `compare`, unordered: a heap of that many, so that long lists are not sorted for a short page. */
function keepBest<T>(items: T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (count === 0) return []
  if (items.length <= count * 4) return items
  const heap = items.slice(0, count).sort((a, b) => compare(b, a))
  for (let place = count; place < items.length; place++) {
    const item = items[place] as T
    // The worst kept stands first.
    if (compare(item, heap[0] as T) >= 0) continue
    sinkFirst(heap, item, compare)
  }
  return heap
}

function sinkFirst<T>(heap: T[], item: T, compare: (a: T, b: T) => number): void {
  let place = 0
  for (;;) {
    const left = 2 * place + 1
    if (left >= heap.length) break
    const right = left + 1
    const worse = right < heap.length && compare(heap[right] as T, heap[left] as T) > 0 ? right : left
    if (compare(heap[worse] as T, item) <= 0) break
    heap[place] = heap[worse] as T
    place = worse
  }
  heap[place] = item
}
