import { ENTITY_TYPES, type EntityType } from '../../graph/ontology/ontology.ts'
import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { foldName } from '../../graph/values/fold-name.ts'
import { analyseQuery } from './analyse-query.ts'
import { mendQuery, noteUnmet } from './explain-answer.ts'
import { findNearest } from './find-nearest.ts'
import { LEAST_ASKED } from './score-hit.ts'
import type { Facet, Preference, RequestedConcept, SearchIndex, SearchRequest } from './search-index.ts'
import type { AnalysedSearchAnswer, QueryAnalysis, SearchQuery } from './search-query.ts'
import { widenConcepts } from './widen-concepts.ts'

const DEFAULT_LIMIT = 20

/** Understands the query through the thesaurus, widens its concepts, and asks the index. Rejects with a `SearchError`. */
export async function searchGraph(
  { index, thesaurus }: { index: SearchIndex; thesaurus: Thesaurus },
  query: SearchQuery,
): Promise<AnalysedSearchAnswer> {
  const analysis = analyseQuery(query.query, thesaurus)
  const request: SearchRequest = {
    query: nameAsked(query.query, analysis),
    filters: query.type ? { ...query.filters, type: [query.type] } : query.filters,
    ...askFor(query.query, analysis, thesaurus),
    limit: query.limit ?? DEFAULT_LIMIT,
    offset: query.offset,
  }
  const answer = await index.search(request)
  const nearest = answer.total === 0 ? await findNearest({ index, thesaurus }, request) : undefined
  const didYouMean = mendQuery(query.query, analysis, answer)
  return {
    ...answer,
    analysis,
    ...(didYouMean && { didYouMean }),
    hints: nearest ? [nearest.hint] : noteUnmet(analysis, answer),
    nearest: nearest?.hits ?? [],
  }
}

/** What may be a name in the query: where all of it names one concept with a slip, the concept's own name. */
function nameAsked(query: string, { concepts: [concept], corrections }: QueryAnalysis): string {
  if (!concept || corrections.length === 0 || foldName(concept.matched) !== foldName(query)) return query
  return concept.label
}

/**
 * What answers a question for one type nearly as well, 0–1: who asks for plants is served by the firm that runs them; who asks
 * for experts hardly by the firm they may work for, yet better than by anything else.
 */
const KIN: Partial<Record<EntityType, Partial<Record<EntityType, number>>>> = {
  Facility: { Enterprise: 0.6, Project: 0.4, Technology: 0.3 },
  Enterprise: { Facility: 0.6, Organization: 0.6, Technology: 0.3 },
  Organization: { Enterprise: 0.6 },
  Person: { Enterprise: 0.2, Organization: 0.2 },
  Project: { Programme: 0.6, Facility: 0.6 },
  Programme: { Project: 0.6, Network: 0.6 },
  Network: { Programme: 0.6, Organization: 0.6 },
  Technology: { Project: 0.6, Enterprise: 0.6 },
}

/**
 * What the query is about, and what merely qualifies it. A type or country named beside anything else orders the hits, and
 * its words count lightly; where nothing else is named they are what is asked for.
 */
function askFor(
  query: string,
  analysis: QueryAnalysis,
  thesaurus: Thesaurus,
): Pick<SearchRequest, 'concepts' | 'prefer' | 'aside' | 'words' | 'lightWords'> {
  const { concepts, countries, types, words } = analysis
  const qualities = listQualities(analysis)
  const roles = types.flatMap(({ matched, role }) => (role ? [matched] : []))
  const subject = join([...concepts.map(({ matched }) => matched), ...roles, words])
  if (subject === '') return { concepts: qualities }
  return {
    concepts: widenConcepts(concepts, thesaurus),
    prefer: [...listPlainTypes(types), ...qualities.map(({ facet, id, weight }) => ({ facet, value: id, weight }))],
    aside: listAsides(query, analysis),
    words: subject,
    lightWords: join([...countries, ...types].map(({ matched }) => matched)),
  }
}

/** Types and countries named, and the types that answer nearly as well. */
function listQualities({ types, countries }: QueryAnalysis): (RequestedConcept & { facet: Facet })[] {
  return [
    ...types.flatMap(({ type, matched }) => [
      { facet: 'type' as const, id: type, label: ENTITY_TYPES[type].label, matched, weight: 1 },
      ...Object.entries(KIN[type] ?? {}).map(([kin, weight]) => ({
        ...{ facet: 'type' as const, id: kin, label: ENTITY_TYPES[kin as EntityType].label, matched, weight },
        widens: type,
      })),
    ]),
    ...countries.map(({ code, label, matched }) => ({
      facet: 'country' as const,
      id: code,
      label,
      matched,
      weight: 1,
    })),
  ]
}

/** Countries, cities, metals and wastes stand in nearly every document: they say where and of what, and are seldom the answer. */
const WORLD: readonly EntityType[] = ['Country', 'City', 'Metal', 'WasteStream']
const WORLD_WEIGHT = 0.85
/** Where another type is asked for: a document tells of what was asked for; all others come before things of the world. */
const UNASKED = { document: LEAST_ASKED, other: 0.1 }
/** A role may be part of a name: a "mayor forum" is no mayor. */
const UNASKED_BESIDE_ROLE = 0.5

/** What the types that the query does not name are worth. */
function listPlainTypes(asked: QueryAnalysis['types']): Preference[] {
  const onlyRoles = asked.every(({ role }) => role)
  return (Object.keys(ENTITY_TYPES) as EntityType[]).map((type) => {
    const world = WORLD.includes(type)
    const other = onlyRoles ? UNASKED_BESIDE_ROLE : type === 'Document' ? UNASKED.document : UNASKED.other
    const weight = asked.length === 0 ? (world ? WORLD_WEIGHT : 1) : world ? 0 : other
    return { facet: 'type', value: type, weight }
  })
}

function join(parts: readonly string[]): string {
  return [...new Set(parts)].join(' ').trim()
}

/** Concepts and countries that are only a part of the query: it asks for what is tied to them, unless it asks for their kind. */
function listAsides(query: string, { concepts, countries, types }: QueryAnalysis): string[] {
  const whole = foldName(query)
  const named = [
    ...concepts.map(({ id, matched, via }) => ({ id, matched, via })),
    ...countries.map(({ code, matched }) => ({ id: `country/${code}`, matched, via: 'label' as const })),
  ]
  if (types.some(({ type }) => type === 'WasteStream' || type === 'Metal' || type === 'Country')) return []
  // Who types a code knows the waste and asks for what is tied to it.
  return named.filter(({ matched, via }) => via === 'code' || foldName(matched) !== whole).map(({ id }) => id)
}
