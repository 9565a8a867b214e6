import type { EntityType } from '../../graph/ontology/ontology.ts'

export const FACETS = ['type', 'metal', 'wasteStream', 'country', 'proof', 'year', 'language'] as const
export type Facet = (typeof FACETS)[number]

/** What the index knows of one entity or document. Built from the graph, written nowhere else. */
export interface SearchRecord {
  /** Canonical entity id or document id. */
  id: string
  type: EntityType
  name: string
  aliases: string[]
  /** Sentences and words to find it by: quotes of its statements, or a document's text. */
  text: string
  /** Names of what it is tied to: found by them as by its text, but never shown as words of it. */
  related?: string[]
  /** Concept ids it is tied to, its own first. */
  concepts: string[]
  /** Concepts its text names and no statement ties it to, most frequent first: found by them too, for less. */
  mentions?: string[]
  facets: Partial<Record<Facet, string[]>>
  /** Sources of the documents behind it. */
  documents: string[]
  /** Rises with corroboration and proof; breaks ties. 0–1. */
  weight: number
}

/** A concept to look for. */
export interface RequestedConcept {
  id: string
  /** Set where `id` is not a concept but a value of this facet: "companies in Thailand" names nothing but a type and a place. */
  facet?: Facet
  /** 0–1: 1 for the concept itself, less for broader and narrower. */
  weight: number
  label: string
  /** The words of the query that named it. */
  matched?: string
  /** How texts write it, in any language: marked in highlights. */
  labels?: string[]
  /** Id of the concept the query named, where this one only widens it. A record needs one concept of each such group. */
  widens?: string
}

/** A value of a facet that the query asked for without insisting. */
export interface Preference {
  facet: Facet
  value: string
  /** 0–1: 1 for what was asked, less for what is close to it. */
  weight: number
}

export interface SearchRequest {
  query: string
  /** Any of the values of each named facet. */
  filters?: Partial<Record<Facet, string[]>>
  /** Concepts the query was understood as. A record is found by a concept or by words. */
  concepts?: RequestedConcept[]
  /** Records with these values rank higher; nothing is left out. Of each facet the best value a record has counts. */
  prefer?: Preference[]
  /** Records the query names only to ask for what is tied to them (the waste in "who treats …"): they come after that. */
  aside?: string[]
  /** Words of the query left to full text; the whole query where absent. */
  words?: string
  /** Words already understood as a place or type, which count a little as letters too. */
  lightWords?: string
  limit: number
  offset?: number
}

/** Why a record was found. */
export interface Why {
  kind: 'name' | 'alias' | 'concept' | 'words' | 'prefix' | 'typo'
  /** What in the query, and what it met. */
  query: string
  matched: string
}

export interface SearchHit {
  id: string
  type: EntityType
  name: string
  /** 0–1, comparable within one answer. */
  score: number
  why: Why[]
  /** Snippets with the met words between «‹» and «›» (U+2039, U+203A). */
  highlights: string[]
  documents: string[]
}

export interface SearchAnswer {
  hits: SearchHit[]
  /** Counts over all hits, not only this page. A facet's own filter does not narrow its own counts. */
  facets: Partial<Record<Facet, Record<string, number>>>
  total: number
}

/** A disposable index over the graph. Expected failures are `SearchError`s. */
export interface SearchIndex {
  /** Upserts and deletes together; visible to `search` when the promise resolves. */
  apply(changes: { upsert: SearchRecord[]; remove: string[] }): Promise<void>
  search(request: SearchRequest): Promise<SearchAnswer>
  /** Names that begin with or resemble `prefix`, best first. */
  suggest(prefix: string, limit: number): Promise<{ id: string; type: EntityType; name: string }[]>
  count(): Promise<number>
  /** True where the index was made anew (first opened, or by another version) and `rebuild` has not filled it since. */
  needsRebuild(): Promise<boolean>
  /** Ids of all records in order of id, at most `limit` after `after`: what a drift meter compares. */
  listIds(after: string, limit: number): Promise<string[]>
  /** Replaces everything by these records, built aside and swapped; the old answers until then. */
  rebuild(records: AsyncIterable<SearchRecord>): Promise<void>
  close(): Promise<void>
}
