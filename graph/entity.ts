import type { EntityType } from './ontology/ontology.ts'

/**
 * An entity as one document (or the world's own lists) names it. Entities of the world – countries, cities, concepts –
 * have ids of their own (`country/CN`, `waste-stream/steel-dust`, `city/1816670`) and need no resolution.
 */
export interface SourceEntity {
  id: string
  type: EntityType
  name: string
  aliases: string[]
  /** ISO 3166-1 alpha-2, where the document or the gazetteer gives it. */
  country?: string
  /** Concept of the thesaurus this entity is. */
  concept?: string
  /** Further folded forms under which resolution finds it: without legal form, in the other word order. Indexed beside the folded name and aliases, never shown. */
  keys?: string[]
}

/** Members and documents an `EntityView` lists at most; country and metal entities are mentioned by most documents there are. */
export const MAX_LISTED = 100

/** An entity after resolution: what its member source entities say together. Any member's id is a valid handle for it.
 * A thing of the world keeps its own name; else the name is the one most members have, then the longest. */
export interface EntityView extends SourceEntity {
  /** Source ids merged here, the canonical one first, then by id; at most `MAX_LISTED`. */
  members: string[]
  /** Ids of the documents that mention it, at most `MAX_LISTED` of them; `documentsOf` of the store pages through all. */
  documents: string[]
  /** How many documents mention it. */
  documentCount: number
}

/** A judgement on whether two source entities are one thing. The canonical id is derived from all `same` judgements. */
export interface Judgement {
  left: string
  right: string
  verdict: 'same' | 'different' | 'unsure'
  /** 0–1. */
  score: number
  reasons: string[]
  by: string
  /** ISO 8601 instant. */
  at: string
}
