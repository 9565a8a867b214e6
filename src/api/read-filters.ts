import type { StatementFilter } from '../../graph/store/graph-store.ts'
import type { Facet } from '../search/search-index.ts'

/** GraphQL lets a client write null where it may leave out. */
export type Nullable<T> = { [Key in keyof T]: T[Key] | null }

export type StatementFilterInput = Nullable<StatementFilter>

/** Drops what narrows nothing. The order of the keys is fixed, because loaders compare filters by their text. */
export function readStatementFilter(input: StatementFilterInput | null | undefined): StatementFilter {
  const { direction, predicates, statuses, modalities } = input ?? {}
  return {
    ...(direction ? { direction } : {}),
    ...(predicates ? { predicates } : {}),
    ...(statuses ? { statuses } : {}),
    ...(modalities ? { modalities } : {}),
  }
}

export type SearchFiltersInput = Nullable<Partial<Record<Facet, string[]>>>

/** Drops what narrows nothing. An empty list narrows to nothing and is kept. */
export function readSearchFilters(input: SearchFiltersInput | null | undefined): Partial<Record<Facet, string[]>> {
  return Object.fromEntries(Object.entries(input ?? {}).filter(([, values]) => values != null))
}
