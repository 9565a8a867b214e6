import type { RecordColumns } from './record-columns.ts'

interface ScoredRow {
  row: number
  score: number
}

/** Best first; equal scores by weight, then in an order that depends on the ids alone. */
export function selectPage(
  rows: readonly number[],
  scoreOf: (row: number) => number,
  columns: RecordColumns,
  page: { offset: number; limit: number },
): ScoredRow[] {
  const { weights, ties } = columns
  const compare = (a: ScoredRow, b: ScoredRow) =>
    b.score - a.score || (weights[b.row] ?? 0) - (weights[a.row] ?? 0) || (ties[a.row] ?? 0) - (ties[b.row] ?? 0)
  const wanted = page.offset + page.limit
  return keepBest(rows, scoreOf, wanted, compare).sort(compare).slice(page.offset, wanted)
}

/** The `count` first by `compare`, unordered: a heap of that many, so that long lists are neither sorted nor even made for a short page. */
function keepBest(
  rows: readonly number[],
  scoreOf: (row: number) => number,
  count: number,
  compare: (a: ScoredRow, b: ScoredRow) => number,
): ScoredRow[] {
  if (count === 0) return []
  const heap = rows.slice(0, count).map((row) => ({ row, score: scoreOf(row) }))
  heap.sort((a, b) => compare(b, a))
  // The worst kept stands first.
  let worst = heap[0]?.score ?? 0
  for (let place = count; place < rows.length; place++) {
    const row = rows[place] as number
    const score = scoreOf(row)
    if (score < worst) continue
    const scored = { row, score }
    if (compare(scored, heap[0] as ScoredRow) >= 0) continue
    sinkFirst(heap, scored, compare)
    worst = heap[0]?.score ?? 0
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
