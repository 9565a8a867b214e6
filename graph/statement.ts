import type { PredicateName, PropertyName } from './ontology/ontology.ts'
import type { DateValue, QuantityValue, Value } from './values/value.ts'

/** The words a statement came from. Refused unless `text.slice(start, end) === quote` in that version of the document. */
export interface Evidence {
  document: string
  /** Hash of the document version the offsets count in. */
  version: string
  start: number
  end: number
  quote: string
  page?: number
  section?: string
  /** Extractor and rule, for example `rules:operates-verb`. */
  extractor: string
  extractorVersion: string
}

export type StatementStatus = 'proposed' | 'accepted' | 'rejected' | 'superseded'
export type Origin = 'document' | 'curator' | 'import' | 'self'

/** Only `asserted` statements count as facts; the others are kept and shown as what they are. */
export type Modality = 'asserted' | 'planned' | 'negated' | 'hedged'

export interface Qualifiers {
  role?: string
  /** Title of a talk, name of a prize. */
  title?: string
  period?: DateValue
  quantity?: QuantityValue
}

/**
 * One claim. Either `object` (an entity's source id) or `value` is set, never both.
 * `id` is derived from subject, predicate, object or value, qualifiers and modality, so the same claim has the same id.
 */
export interface Statement {
  id: string
  subject: string
  predicate: PredicateName | PropertyName
  object?: string
  value?: Value
  qualifiers?: Qualifiers
  modality: Modality
  /** 0–1: of statements given 0.8, about 80 % are right. */
  confidence: number
  origin: Origin
  status: StatementStatus
  evidence: Evidence[]
}

/** A statement as the graph answers it: with the canonical ids of both ends and the last decision on it. */
export interface StatementView extends Statement {
  subjectEntity: string
  objectEntity?: string
  decision?: Decision
  /** How many distinct documents say this of these (canonical) entities. */
  corroboration: number
}

/** A curator's word on a statement. Kept by statement id, so it outlives re-ingestion and revision of the document. */
export interface Decision {
  statement: string
  status: 'accepted' | 'rejected'
  by: string
  /** ISO 8601 instant. */
  at: string
  reason?: string
}
