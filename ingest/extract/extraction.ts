import type { DocumentProblem, Span } from '../../graph/document.ts'
import type { EntityType, PredicateName, PropertyName } from '../../graph/ontology/ontology.ts'
import type { Modality, Qualifiers } from '../../graph/statement.ts'
import type { Value } from '../../graph/values/value.ts'
import type { ReadDocument } from '../read/source-document.ts'

/** One place in the text that names an entity. */
export interface Mention extends Span {
  /** `text.slice(start, end)`. */
  surface: string
}

/** An entity of one document, its mentions merged. */
export interface ExtractedEntity {
  /** Local to the extraction. */
  key: string
  type: EntityType
  /** The fullest form the document gives. */
  name: string
  aliases: string[]
  mentions: Mention[]
  /** Set for things of the world: a concept's id, `country/CN` or `city/1816670`. They keep this id in the graph. */
  worldId?: string
  /** ISO 3166-1 alpha-2, where the text or gazetteer ties it to a country. */
  country?: string
  /** 0–1. */
  confidence: number
}

/** A claim of one document. Exactly one of `object` and `value` is set. */
export interface ExtractedStatement {
  subject: string
  predicate: PredicateName | PropertyName
  /** Key of the object entity. */
  object?: string
  value?: Value
  qualifiers?: Qualifiers
  modality: Modality
  confidence: number
  /** Name of the rule, kebab-case. */
  rule: string
  /** Words that carry the claim: the clause or sentence, or the table row. One or more. */
  evidence: Span[]
}

export interface Extraction {
  entities: ExtractedEntity[]
  statements: ExtractedStatement[]
  problems: DocumentProblem[]
}

/** Reads claims out of a document. Pure: the same document gives the same extraction. */
export interface Extractor {
  /** `rules`, `llm`, `table`. */
  readonly name: string
  readonly version: string
  extract(document: ReadDocument): Promise<Extraction>
}
