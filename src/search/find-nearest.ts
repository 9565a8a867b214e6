import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { labelFacetValue } from './label-facet-value.ts'
import { readTerms } from './read-request.ts'
import type { Facet, SearchHit, SearchIndex, SearchRequest } from './search-index.ts'

export interface Nearest {
  hits: SearchHit[]
  /** Why nothing was found, and what is shown in its place. */
  hint: string
}

const MOST_HITS = 3
/** What must be left of a word when its end is dropped: fewer letters begin anything. */
const SHORTEST_BEGINNING = 3
const LEAST_SHARE = 0.6
const MOST_WORDS = 6

type Filters = NonNullable<SearchRequest['filters']>

/** The nearest thing to an answer where there is none: without the filter that shuts out most, else names that begin like the words. */
export async function findNearest(
  { index, thesaurus }: { index: SearchIndex; thesaurus: Thesaurus },
  request: SearchRequest,
): Promise<Nearest> {
  const filters = Object.entries(request.filters ?? {}).filter(([, values]) => values.length > 0) as [Facet, string[]][]
  const name = ([facet, values]: [Facet, string[]]) =>
    `${facet} ${values.map((value) => labelFacetValue(facet, value, thesaurus)).join(' or ')}`
  const ask = (kept: Filters) => index.search({ ...request, filters: kept, limit: MOST_HITS, offset: 0 })
  let best: { left: [Facet, string[]]; hits: SearchHit[]; total: number } | undefined
  for (const left of filters) {
    const answer = await ask(Object.fromEntries(filters.filter((one) => one !== left)))
    if (answer.total > (best?.total ?? 0)) best = { left, ...answer }
  }
  if (best) {
    const hint = `Nothing fits ${filters.map(name).join(' and ')}; without ${name(best.left)} there ${best.total === 1 ? 'is 1 hit' : `are ${best.total} hits`}.`
    return { hits: best.hits, hint }
  }
  if (filters.length > 1) {
    const { hits, total } = await ask({})
    if (total > 0)
      return { hits, hint: `Nothing fits ${filters.map(name).join(' and ')}; without them there are ${total} hits.` }
  }
  return findNames(index, request)
}

async function findNames(index: SearchIndex, request: SearchRequest): Promise<Nearest> {
  for (const word of readTerms(request.query).slice(0, MOST_WORDS)) {
    for (let length = word.length; length >= Math.max(SHORTEST_BEGINNING, word.length * LEAST_SHARE); length--) {
      const beginning = word.slice(0, length)
      const names = await index.suggest(beginning, MOST_HITS)
      if (names.length === 0) continue
      const hits = names.map(({ id, type, name }) => ({
        id,
        type,
        name,
        score: 0,
        why: [{ kind: 'prefix' as const, query: word, matched: `${beginning}…` }],
        highlights: [],
        documents: [],
      }))
      return { hits, hint: `No name and no document holds these words; these names begin like “${word}”.` }
    }
  }
  return {
    hits: [],
    hint: 'No name and no document holds these words, nor any that begin alike. Try a waste, a metal, a company or a code: “steel dust”, “铅酸电池”, “K061”.',
  }
}
