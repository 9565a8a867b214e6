import type { Facet, SearchAnswer } from '../search-index.ts'
import type { RecordColumns } from './record-columns.ts'

/** Which of the named facets a row satisfies, one bit each in the order given. */
function createFacetMask(columns: RecordColumns, wanted: readonly [Facet, string[]][]): (row: number) => number {
  const bits = new Uint8Array(columns.facetNames.length)
  for (const [place, [facet, values]] of wanted.entries()) {
    for (const value of values) {
      const ordinal = columns.ordinal(facet, value)
      if (ordinal !== undefined) bits[ordinal] = (bits[ordinal] ?? 0) | (1 << place)
    }
  }
  const { facetPool, facetStarts } = columns
  return (row) => {
    let mask = 0
    for (let at = facetStarts[row] ?? 0; at < (facetStarts[row + 1] ?? 0); at++) mask |= bits[facetPool[at] ?? 0] ?? 0
    return mask
  }
}

/**
 * Keeps the rows that pass every filter and counts facet values on the way. A row that fails at one facet alone still
 * counts for that facet: its numbers say what another choice there would give.
 */
export function filterAndCount(
  columns: RecordColumns,
  rows: readonly number[],
  filters: readonly [Facet, string[]][],
): { passed: number[]; facets: SearchAnswer['facets'] } {
  const all = (1 << filters.length) - 1
  const mask = createFacetMask(columns, filters)
  const { facetPool, facetStarts, facetNames } = columns
  const place = new Map(filters.map(([facet], index) => [facet, index]))
  /** For each ordinal, the bit of the filter on its own facet, 0 where there is none. */
  const own = Uint8Array.from(facetNames, (facet) => {
    const index = facet === undefined ? undefined : place.get(facet)
    return index === undefined ? 0 : 1 << index
  })
  const counts = new Uint32Array(facetNames.length)
  const passed: number[] = []
  for (const row of rows) {
    const missing = filters.length === 0 ? 0 : all & ~mask(row)
    if (missing === 0) passed.push(row)
    // More than one bit missing: the row counts nowhere.
    if ((missing & (missing - 1)) !== 0) continue
    for (let at = facetStarts[row] ?? 0; at < (facetStarts[row + 1] ?? 0); at++) {
      const ordinal = facetPool[at] ?? 0
      if (missing === 0 || own[ordinal] === missing) counts[ordinal] = (counts[ordinal] ?? 0) + 1
    }
  }
  return { passed, facets: nameCounts(columns, counts) }
}

function nameCounts(columns: RecordColumns, counts: Uint32Array): SearchAnswer['facets'] {
  const named = new Map<Facet, [string, number][]>()
  for (const [ordinal, count] of counts.entries()) {
    const facet = columns.facetNames[ordinal]
    if (facet && count > 0) named.set(facet, [...(named.get(facet) ?? []), [columns.facetValues[ordinal] ?? '', count]])
  }
  return Object.fromEntries(
    [...named].map(([facet, values]) => [
      facet,
      Object.fromEntries(values.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))),
    ]),
  )
}
