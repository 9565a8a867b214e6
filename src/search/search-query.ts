import type { EntityType } from '../../graph/ontology/ontology.ts'
import type { Facet, SearchAnswer } from './search-index.ts'

/** What a user asks: the words as typed, and filters. */
export interface SearchQuery {
  query: string
  type?: EntityType
  filters?: Partial<Record<Facet, string[]>>
  limit?: number
  offset?: number
}

/** How a query was understood through the thesaurus and gazetteers before any full text. */
export interface QueryAnalysis {
  /** Concepts named in it, each with the words that name it. */
  concepts: { id: string; label: string; matched: string; via: 'label' | 'code' }[]
  countries: { code: string; label: string; matched: string }[]
  types: { type: EntityType; matched: string }[]
  /** What is left for full text. */
  words: string
}

export interface AnalysedSearchAnswer extends SearchAnswer {
  analysis: QueryAnalysis
}
