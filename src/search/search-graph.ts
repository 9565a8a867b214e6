import type { EntityType } from '../../graph/ontology/ontology.ts'
import { listLabels } from '../../graph/thesaurus/list-labels.ts'
import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { foldName } from '../../graph/values/fold-name.ts'
import { analyseQuery, labelOf } from './analyse-query.ts'
import type { Preference, RequestedConcept, SearchIndex, SearchRequest } from './search-index.ts'
import type { AnalysedSearchAnswer, QueryAnalysis, SearchQuery } from './search-query.ts'

const DEFAULT_LIMIT = 20
/** A narrower concept is a kind of what was asked for; a broader one may be something else. Each step costs as much again. */
const NARROWER_WEIGHT = 0.85
const BROADER_WEIGHT = 0.45
/** Related by the thesaurus: salt slag to the dross it is made of. */
const RELATED_WEIGHT = 0.4
const MOST_STEPS = 3
/** A concept with more kinds than this ("metal") says too little to be worth all of them. */
const MOST_NARROWER = 60

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

/** Each concept named, then its narrower and broader ones with less weight; concepts of one label are one group. */
export function widenConcepts(named: QueryAnalysis['concepts'], thesaurus: Thesaurus): RequestedConcept[] {
  const groups = new Map<string, RequestedConcept[]>()
  for (const { id, label, matched } of named) {
    const group = groups.get(matched) ?? []
    groups.set(matched, group)
    const head = group[0]?.id
    addConcept(group, { id, label, matched, weight: 1, labels: labelsOf(id, thesaurus), widens: head })
    for (const other of wastesOf(id, thesaurus)) {
      addConcept(group, {
        ...other,
        label: `${other.label} (what becomes of ${label})`,
        matched,
        weight: 1,
        widens: head ?? id,
      })
    }
    const narrower = thesaurus.narrower(id).slice(0, MOST_NARROWER)
    for (const [steps, weight, word] of [
      [narrower, NARROWER_WEIGHT, 'narrower than'],
      [thesaurus.broader(id), BROADER_WEIGHT, 'broader than'],
      [
        (thesaurus.concept(id)?.related ?? []).map((other) => ({ id: other, distance: 1 })),
        RELATED_WEIGHT,
        'related to',
      ],
    ] as const) {
      for (const { id: other, distance } of steps) {
        const concept = thesaurus.concept(other)
        if (!concept || distance > MOST_STEPS) continue
        addConcept(group, {
          id: other,
          label: `${labelOf(concept)} (${word} ${label})`,
          matched,
          weight: weight ** distance,
          labels: word === 'narrower than' ? labelsOf(other, thesaurus) : [],
          widens: head ?? id,
        })
      }
    }
  }
  return [...groups.values()].flat()
}

/** Products are in the thesaurus for what becomes of them: who asks for "car battery" means the waste. */
function wastesOf(id: string, thesaurus: Thesaurus): { id: string; label: string; labels: string[] }[] {
  const concept = thesaurus.concept(id)
  if (concept?.type !== 'Product') return []
  return concept.related.flatMap((other) => {
    const waste = thesaurus.concept(other)
    return waste?.type === 'WasteStream'
      ? [{ id: other, label: labelOf(waste), labels: labelsOf(other, thesaurus) }]
      : []
  })
}

function addConcept(group: RequestedConcept[], concept: RequestedConcept): void {
  const known = group.find(({ id }) => id === concept.id)
  if (!known) group.push(concept)
  else if (known.weight < concept.weight) Object.assign(known, concept)
}

function labelsOf(id: string, thesaurus: Thesaurus): string[] {
  const concept = thesaurus.concept(id)
  return concept ? [...new Set([...listLabels(concept)].map(({ label }) => label))] : []
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
