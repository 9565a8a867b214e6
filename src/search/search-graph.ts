import type { EntityType } from '../../graph/ontology/ontology.ts'
import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { foldName } from '../../graph/values/fold-name.ts'
import { analyseQuery } from './analyse-query.ts'
import type { Preference, SearchIndex, SearchRequest } from './search-index.ts'
import type { AnalysedSearchAnswer, QueryAnalysis, SearchQuery } from './search-query.ts'
import { widenConcepts } from './widen-concepts.ts'

const DEFAULT_LIMIT = 20
/** Understands the query through the thesaurus, widens its concepts, and asks the index. Rejects with a `SearchError`. */
export async function searchGraph(
  { index, thesaurus }: { index: SearchIndex; thesaurus: Thesaurus },
  query: SearchQuery,
): Promise<AnalysedSearchAnswer> {
  const analysis = analyseQuery(query.query, thesaurus)
  const answer = await index.search({
    query: query.query,
    filters: query.type ? { ...query.filters, type: [query.type] } : query.filters,
    concepts: widenConcepts(analysis.concepts, thesaurus),
    prefer: listPreferences(analysis),
    aside: listAsides(query.query, analysis),
    ...chooseWords(analysis),
    limit: query.limit ?? DEFAULT_LIMIT,
    offset: query.offset,
  })
  return { ...answer, analysis }
}

/** What answers a question for one type nearly as well: who asks for plants is served by the firm that runs them. */
const KIN: Partial<Record<EntityType, EntityType[]>> = {
  Facility: ['Enterprise'],
  Enterprise: ['Facility', 'Organization'],
  Organization: ['Enterprise'],
  Project: ['Programme', 'Facility'],
  Programme: ['Project', 'Network'],
  Network: ['Programme', 'Organization'],
  Technology: ['Project'],
}
const KIN_WEIGHT = 0.6

/** A type or country named in the query orders the hits; only an explicit filter leaves any out. */
function listPreferences({ types, countries }: QueryAnalysis): Preference[] {
  return [
    ...types.map(({ type }) => ({ facet: 'type' as const, value: type, weight: 1 })),
    ...types.flatMap(({ type }) =>
      (KIN[type] ?? []).map((kin) => ({ facet: 'type' as const, value: kin, weight: KIN_WEIGHT })),
    ),
    ...countries.map(({ code }) => ({ facet: 'country' as const, value: code, weight: 1 })),
  ]
}

/** Words for full text: those of places and types count lightly where the query says anything besides. */
function chooseWords({
  concepts,
  countries,
  types,
  words,
}: QueryAnalysis): Pick<SearchRequest, 'words' | 'lightWords'> {
  const told = join([...concepts.map(({ matched }) => matched), words])
  return told === '' ? {} : { words: told, lightWords: join([...countries, ...types].map(({ matched }) => matched)) }
}

function join(parts: readonly string[]): string {
  return [...new Set(parts)].join(' ').trim()
}

/** Concepts and countries that are only a part of the query: it asks for what is tied to them, unless it asks for their kind. */
function listAsides(query: string, { concepts, countries, types }: QueryAnalysis): string[] {
  const whole = foldName(query)
  const named = [
    ...concepts.map(({ id, matched }) => ({ id, matched })),
    ...countries.map(({ code, matched }) => ({ id: `country/${code}`, matched })),
  ]
  if (types.some(({ type }) => type === 'WasteStream' || type === 'Metal' || type === 'Country')) return []
  return named.filter(({ matched }) => foldName(matched) !== whole).map(({ id }) => id)
}
