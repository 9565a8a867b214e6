import type { Span } from '../../../graph/document.ts'
import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Concept } from '../../../graph/thesaurus/thesaurus.ts'

/** A stretch of one sentence that may name an entity; `first` and `last` are indices of its tokens, inclusive. */
export interface Candidate extends Span {
  first: number
  last: number
  type: EntityType
  /** As the text gives it, legal form and all, without articles, titles and roles. */
  name: string
  aliases?: string[]
  /** Name of the rule that found it, kebab-case. */
  rule: string
  /** How much the rule is to be trusted, 0–1. Decides overlaps after length, and the entity's confidence. */
  score: number
  worldId?: string
  /** ISO 3166-1 alpha-2. */
  country?: string
  concept?: Concept
  /** Named by description only ("the new plant in Pune"): one thing within the document, but with no name of its own. */
  described?: true
  /** Said with "a" or "another": of a thing not spoken of before, though it may be described in the same words as one that was. */
  introduces?: true
  /** An adjective of the country ("Chinese"), which names the country without being a place to be in. */
  adjective?: true
}
