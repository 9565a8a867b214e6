import { foldName } from '../../graph/values/fold-name.ts'
import { CONCEPT_WORD_COUNT, LIGHT_WORD_COUNT, NUMBER_COUNT } from './score-hit.ts'
import { SearchError } from './search-error.ts'
import { FACETS, type Facet, type Preference, type RequestedConcept, type SearchRequest } from './search-index.ts'
import { isStopWord } from './stop-words.ts'
import { locateTokens } from './tokenise-text.ts'

/** Longer is a document and not a query: `match` reads sentences, `ingest` reads documents. */
export const LONGEST_QUERY = 2_000
/** Words past this many do not make a query clearer. */
const MOST_WORDS = 32
const MOST_NAME_WORDS = 8
export const LARGEST_PAGE = 1_000
export const DEEPEST_OFFSET = 100_000

/** A request cleaned and cut into what an index looks up. */
export interface ReadRequest {
  /** Folded terms to look for, without repeats and stop words; the last may be unfinished. */
  words: { term: string; count: number }[]
  /** Each must stand in a record word for word. */
  phrases: string[][]
  /** Folded runs of the query's words that may be a record's whole name, with the share of the query each makes up. */
  names: Map<string, number>
  /** Concepts by the one of the query each stands for or widens, with the words that named it. */
  concepts: { words: ReadonlySet<string>; members: RequestedConcept[] }[]
  /** Nothing was asked but filters or concepts. */
  wordless: boolean
  filters: [Facet, string[]][]
  prefer: Preference[]
  limit: number
  offset: number
}

/** Rejects with `query-empty`, `query-too-long`, `invalid-page` or `unknown-facet`. */
export function readRequest(request: SearchRequest): ReadRequest {
  const { query, limit, offset = 0 } = request
  checkLength(query)
  checkPage(limit, offset)
  const filters = readFacets(request.filters)
  const concepts = readConcepts(request.concepts)
  const words = weighWords(readWords(request.words ?? query), readWords(request.lightWords ?? ''), concepts)
  const phrases = readPhrases(query)
  const wordless = words.length === 0 && phrases.length === 0
  if (wordless && filters.length === 0 && !request.concepts?.length && locateTokens(query).length === 0) {
    throw new SearchError(
      'query-empty',
      'Expected a name, a word, a phrase in double quotes or a code; the query holds no letter and no digit. To list everything of a kind, give a filter.',
    )
  }
  return {
    words,
    phrases,
    names: readNames(query),
    concepts,
    wordless,
    filters,
    prefer: readPreferences(request.prefer),
    limit,
    offset,
  }
}

/** Rejects with `query-too-long`. */
export function checkLength(query: string): void {
  if (query.length <= LONGEST_QUERY) return
  throw new SearchError(
    'query-too-long',
    `A query has at most ${LONGEST_QUERY} characters; this one has ${query.length}. Ask with the words that matter, or ingest the text as a document.`,
  )
}

/** Terms of a text typed by a user: the lone last character that the index keeps of a Chinese run is not looked for. */
export function readTerms(text: string): string[] {
  const tokens = locateTokens(text)
  return tokens
    .filter((token, place) => tokens[place - 1]?.end !== token.end || token.end - token.start > 1)
    .map((token) => token.term)
}

function readWords(text: string): string[] {
  const terms = [...new Set(readTerms(text))]
  const telling = terms.filter((term) => !isStopWord(term))
  return (telling.length > 0 ? telling : terms).slice(0, MOST_WORDS)
}

function weighWords(
  words: readonly string[],
  light: readonly string[],
  concepts: ReadRequest['concepts'],
): ReadRequest['words'] {
  const naming = new Set(concepts.flatMap((group) => [...group.words]))
  const heavy = words.map((term) => ({
    term,
    count: (naming.has(term) ? CONCEPT_WORD_COUNT : 1) * (/^\d+$/.test(term) && !naming.has(term) ? NUMBER_COUNT : 1),
  }))
  const lighter = light.filter((term) => !words.includes(term)).map((term) => ({ term, count: LIGHT_WORD_COUNT }))
  // The word being typed stays last.
  return [...lighter, ...heavy]
}

function readPreferences(prefer: readonly Preference[] = []): Preference[] {
  for (const { facet } of prefer) expectFacet(facet)
  return [...prefer]
}

function readConcepts(concepts: readonly RequestedConcept[] = []): ReadRequest['concepts'] {
  const groups = new Map<string, RequestedConcept[]>()
  for (const concept of concepts) {
    const head = concept.widens ?? concept.id
    groups.set(head, [...(groups.get(head) ?? []), concept])
  }
  return [...groups.values()].map((members) => ({
    words: new Set(members.flatMap(({ matched }) => readTerms(matched ?? ''))),
    members: members.sort((a, b) => b.weight - a.weight),
  }))
}

function readPhrases(query: string): string[][] {
  const quoted = query.match(/["“”«»„][^"“”«»„]*(?=["“”«»„])/g) ?? []
  // Every other run between quotes stands outside of them.
  return quoted
    .filter((_, place) => place % 2 === 0)
    .map((run) => readTerms(run.slice(1)).slice(0, MOST_WORDS))
    .filter((terms) => terms.length > 0)
}

function readNames(query: string): Map<string, number> {
  const folded = foldName(query)
  const words = folded.split(' ').slice(0, MOST_WORDS)
  const names = new Map<string, number>()
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_NAME_WORDS); to++) {
      const name = words.slice(from, to).join(' ')
      if (!isStopWord(name)) names.set(name, name.length / folded.length)
    }
  }
  if (folded) names.set(folded, 1)
  return names
}

function readFacets(values: Partial<Record<Facet, string[]>> | undefined): [Facet, string[]][] {
  return Object.entries(values ?? {}).flatMap(([name, wanted]): [Facet, string[]][] => {
    expectFacet(name)
    return wanted && wanted.length > 0 ? [[name as Facet, wanted]] : []
  })
}

function expectFacet(name: string): void {
  if (FACETS.includes(name as Facet)) return
  throw new SearchError(
    'unknown-facet',
    `Expected one of the facets ${FACETS.join(', ')}; got ${JSON.stringify(name.slice(0, 40))}.`,
  )
}

function checkPage(limit: number, offset: number): void {
  if (!Number.isInteger(limit) || limit < 0 || limit > LARGEST_PAGE) {
    throw new SearchError(
      'invalid-page',
      `Expected a limit that is a whole number from 0 to ${LARGEST_PAGE}; got ${limit}.`,
    )
  }
  if (!Number.isInteger(offset) || offset < 0 || offset > DEEPEST_OFFSET) {
    throw new SearchError(
      'invalid-page',
      `Expected an offset that is a whole number from 0 to ${DEEPEST_OFFSET}; got ${offset}. Narrow the query with filters to go deeper.`,
    )
  }
}
