import type { Span } from '../../graph/document.ts'
import type { EntityType } from '../../graph/ontology/ontology.ts'
import type { Facet, SearchAnswer, SearchHit } from './search-index.ts'

/** What a user asks: the words as typed, and filters. */
export interface SearchQuery {
  query: string
  type?: EntityType
  filters?: Partial<Record<Facet, string[]>>
  limit?: number
  offset?: number
}

/** Words of a query that were understood: the words, and where they stand in it. */
interface UnderstoodWords extends Span {
  matched: string
}

/** How a query was understood through the thesaurus and gazetteers before any full text. */
export interface QueryAnalysis {
  /** Concepts named in it, each with the words that name it. */
  concepts: (UnderstoodWords & { id: string; label: string; via: 'label' | 'code' })[]
  countries: (UnderstoodWords & { code: string; label: string })[]
  /** `role` where the words say something of the thing besides its type: a "minister" is a person, and not just any. */
  types: (UnderstoodWords & { type: EntityType; role?: true })[]
  /** What is left for full text. */
  words: string
  /** Words of those above that were not typed so, with what they were read as. */
  corrections: { typed: string; read: string }[]
}

export interface AnalysedSearchAnswer extends SearchAnswer {
  analysis: QueryAnalysis
  /** The query with its slips mended, where it had any. */
  didYouMean?: string
  /** What a reader should know of this answer: that nothing fits the filters, that nothing is in the country asked for. */
  hints: string[]
  /** Where nothing was found, what comes nearest; a hint says why. Empty otherwise. */
  nearest: SearchHit[]
}
