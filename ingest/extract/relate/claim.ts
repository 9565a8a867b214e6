import type { Span } from '../../../graph/document.ts'
import type { PredicateName, PropertyName } from '../../../graph/ontology/ontology.ts'
import type { Modality, Qualifiers } from '../../../graph/statement.ts'
import type { Value } from '../../../graph/values/value.ts'
import type { ResolvedSentence } from '../merge/resolve-mentions.ts'

/** What one rule reads out of one sentence, before claims are checked and merged. */
export interface Claim {
  subject: string
  predicate: PredicateName | PropertyName
  object?: string
  value?: Value
  qualifiers?: Qualifiers
  modality: Modality
  /** How often the rule is right, 0–1. */
  score: number
  rule: string
  evidence: Span
}

/** A rule set: reads claims out of one sentence. */
export type Relate = (read: ResolvedSentence, document: DocumentSense) => Iterable<Claim>

/** What rules may know beyond their sentence. */
export interface DocumentSense {
  text: string
  /** Key of what the document is about, where that is clear. */
  topic?: string
  /** The event the document reports, where it reports one. */
  event?: string
  /** The network or programme the document is about, where it is about one. */
  network?: string
  /** The company the document is about, where it is about one. */
  company?: string
  /** The project the document describes, where it describes one. */
  project?: string
  typeOf: (key: string) => import('../../../graph/ontology/ontology.ts').EntityType | undefined
  /** ISO 3166-1 alpha-2 of an entity that has one. */
  countryOf: (key: string) => string | undefined
  sentences: readonly ResolvedSentence[]
  /** Finds an entity by one of its names. */
  find: (name: string) => string | undefined
}
