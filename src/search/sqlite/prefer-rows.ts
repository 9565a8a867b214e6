import type { Preference } from '../search-index.ts'
import type { Preferred } from './rank-rows.ts'
import type { RecordColumns } from './record-columns.ts'

const NOTHING: Preferred = { type: null, place: null }

/** How far a row has what is preferred: of the type, and of the other facets together, the best value it has. */
export function createPreferred(columns: RecordColumns, prefer: readonly Preference[]): (row: number) => Preferred {
  if (prefer.length === 0) return () => NOTHING
  const ofType = weighOrdinals(
    columns,
    prefer.filter(({ facet }) => facet === 'type'),
  )
  const ofPlace = weighOrdinals(
    columns,
    prefer.filter(({ facet }) => facet !== 'type'),
  )
  const { facetPool, facetStarts } = columns
  const best = (weights: Float64Array | null, row: number) => {
    if (!weights) return null
    let most = 0
    for (let at = facetStarts[row] ?? 0; at < (facetStarts[row + 1] ?? 0); at++) {
      most = Math.max(most, weights[facetPool[at] ?? 0] ?? 0)
    }
    return most
  }
  return (row) => ({ type: best(ofType, row), place: best(ofPlace, row) })
}

function weighOrdinals(columns: RecordColumns, prefer: readonly Preference[]): Float64Array | null {
  if (prefer.length === 0) return null
  const weights = new Float64Array(columns.facetNames.length)
  for (const { facet, value, weight } of prefer) {
    const ordinal = columns.ordinal(facet, value)
    if (ordinal !== undefined) weights[ordinal] = Math.max(weights[ordinal] ?? 0, weight)
  }
  return weights
}
