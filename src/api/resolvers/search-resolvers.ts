import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { analyseQuery } from '../../search/analyse-query.ts'
import { labelFacetValue } from '../../search/label-facet-value.ts'
import { listChips, type QueryChip } from '../../search/list-chips.ts'
import { checkLength } from '../../search/read-request.ts'
import type { Facet, SearchHit } from '../../search/search-index.ts'
import type { AnalysedSearchAnswer } from '../../search/search-query.ts'
import type { ApiContext } from '../api-context.ts'
import { MAX_PAGE } from '../api-limits.ts'
import { type Connection, connectRanked, type ForwardArguments, readOffset } from '../paging/connection.ts'
import { readSearchFilters, type SearchFiltersInput } from '../read-filters.ts'
import { checkRange } from '../request-error.ts'

interface SearchArguments extends ForwardArguments {
  query: string
  type?: EntityType | null
  filters?: SearchFiltersInput | null
}

type AnsweredConnection = Connection<SearchHit> & Omit<AnalysedSearchAnswer, 'hits' | 'total'>

async function search(_: unknown, args: SearchArguments, { services }: ApiContext): Promise<AnsweredConnection> {
  const offset = readOffset(args)
  const { hits, total, ...about } = await services.search({
    query: args.query,
    ...(args.type ? { type: args.type } : {}),
    filters: readSearchFilters(args.filters),
    limit: args.first,
    offset,
  })
  return { ...connectRanked(hits, offset, total, args.after), ...about }
}

async function suggest(_: unknown, { prefix, first }: { prefix: string; first: number }, { services }: ApiContext) {
  checkRange('first', first, 0, MAX_PAGE)
  return first === 0 ? [] : services.index.suggest(prefix, first)
}

function analyse(_: unknown, { query }: { query: string }, { services }: ApiContext): QueryChip[] {
  checkLength(query)
  return listChips(query, analyseQuery(query, services.thesaurus))
}

interface FacetCounts {
  name: Facet
  counts: Record<string, number>
}

function listFacets({ facets }: AnsweredConnection): FacetCounts[] {
  return (Object.keys(facets) as Facet[]).map((name) => ({ name, counts: facets[name] ?? {} }))
}

/** Most frequent first, then by value, so that the order is stable. */
function listFacetValues({ name, counts }: FacetCounts, { first }: { first: number }, { services }: ApiContext) {
  checkRange('first', first, 0, MAX_PAGE)
  return Object.entries(counts)
    .sort(([left, n], [right, m]) => m - n || (left < right ? -1 : 1))
    .slice(0, first)
    .map(([value, count]) => ({ value, count, label: labelFacetValue(name, value, services.thesaurus) }))
}

export const searchResolvers = {
  Query: { search, suggest, analyseQuery: analyse },
  SearchConnection: {
    totalCount: (connection: AnsweredConnection) => connection.countAll?.(),
    facets: listFacets,
  },
  FacetCounts: { values: listFacetValues },
  SearchHit: {
    entity: ({ id, type }: SearchHit, _: unknown, { loaders }: ApiContext) =>
      type === 'Document' ? null : loaders.entity.load(id),
    document: ({ id, type }: SearchHit, _: unknown, { loaders }: ApiContext) =>
      type === 'Document' ? loaders.document.load(id) : null,
    sources: ({ documents }: SearchHit, { first }: { first: number }) =>
      documents.slice(0, checkRange('first', first, 0, MAX_PAGE)),
  },
  QueryConcept: {
    concept: ({ id }: { id: string }, _: unknown, { services }: ApiContext) => services.thesaurus.concept(id) ?? null,
  },
}
