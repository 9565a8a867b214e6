import type { EntityType } from '../ontology/ontology.ts'

/** A code of a published scheme, where it was taken from and whether it was checked there. */
export interface ConceptCode {
  scheme: 'basel-annex' | 'basel-y' | 'eu-low' | 'us-rcra' | 'hs' | 'oecd'
  code: string
  source: string
  status: 'verified' | 'to-verify'
  /** Set where the code is our inference and not the scheme's own entry for this concept. */
  inferred?: true
}

/**
 * A SKOS concept. `id` is `<type in kebab case>/<slug>`, for example `waste-stream/eaf-dust`, and is also the id of the
 * entity it stands for. Labels are keyed by ISO 639-1 language.
 */
export interface Concept {
  id: string
  /** The entity type mentions of it have; products and instruments have none and only help the analysis of queries. */
  type: Extract<EntityType, 'Metal' | 'WasteStream' | 'Technology'> | 'Product' | 'Instrument'
  prefLabel: Record<string, string>
  altLabel: Record<string, string[]>
  hiddenLabel?: Record<string, string[]>
  definition?: string
  broader: string[]
  related: string[]
  /** For a waste stream: ids of metals it holds. For a technology: not used. */
  contains?: string[]
  codes: ConceptCode[]
  exactMatch?: string[]
  closeMatch?: string[]
  /** Languages whose labels here nobody who speaks them has checked yet. */
  toVerify?: string[]
  /** Labels that are everyday words too ("lead", "tin"): in running text they need context. */
  needsContext?: string[]
  /** Labels another concept bears as well, on purpose. */
  sharedLabels?: string[]
}

/** A label with the concept it names. */
export interface ConceptLabel {
  label: string
  language: string
  kind: 'pref' | 'alt' | 'hidden'
  concept: Concept
}

/** The scheme, indexed. All lookups are in memory and take no time worth counting. */
export interface Thesaurus {
  /** Changes whenever a label or code does. */
  readonly version: string
  concept(id: string): Concept | undefined
  concepts(): readonly Concept[]
  labels(): readonly ConceptLabel[]
  /** Concepts whose label, folded by `foldName`, equals this text (any language, singular and plural alike). */
  byLabel(text: string): readonly Concept[]
  /** Concepts with this code, however it is spaced or starred: `10 02 07*`, `100207`, `K061`, `HS 2620`. */
  byCode(text: string): readonly Concept[]
  /** Broader concepts with their distance, nearest first. */
  broader(id: string): readonly { id: string; distance: number }[]
  /** Narrower concepts with their distance, nearest first. */
  narrower(id: string): readonly { id: string; distance: number }[]
}
