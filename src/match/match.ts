import type { QuantityValue } from '../../graph/values/value.ts'

export interface MatchRequest {
  /** A sentence: "We have 20,000 t of EAF dust a year in Viet Nam". */
  text: string
  /** ISO 3166-1 alpha-2; wins over a country named in the text. */
  country?: string
  /** At most this many matches, and as many near misses; 10 where absent. */
  limit?: number
}

/** How words of the need were taken for a concept: a label, a code, a label misspelt or in another order, or a name only the graph knows. */
export type NeedVia = 'label' | 'code' | 'spelling' | 'word-order' | 'graph'

/** A concept the need names. `matched` holds the words of the text. */
export interface NeedConcept {
  id: string
  label: string
  matched: string
  via?: NeedVia
}

/** A need as understood, each part with the words it came from. */
export interface Need {
  text: string
  wasteStreams: NeedConcept[]
  metals: NeedConcept[]
  technologies: NeedConcept[]
  /** What the need says it is not about; absent where it says nothing of the kind. */
  excluded?: NeedConcept[]
  country?: { code: string; label: string; matched?: string }
  /** Tonnes a year; `assumption` says what was converted or taken for granted. */
  quantity?: QuantityValue
}

export interface MatchEvidence {
  /** Source of the document. */
  document: string
  quote: string
  statement: string
  page?: number
}

export type CriterionName = 'waste' | 'metal' | 'technology' | 'capacity' | 'proof' | 'place' | 'legality'

export interface Criterion {
  name: CriterionName
  /** 0–1; `null` where the need does not ask or no document says anything that bears on it. */
  score: number | null
  because: string
  evidence: MatchEvidence[]
}

/** A named entity of the graph, as a match refers to it. */
export interface EntityRef {
  id: string
  name: string
}

export interface Match {
  technology: EntityRef | null
  /** Demonstration project or facility. */
  project: EntityRef | null
  enterprise: EntityRef | null
  country: EntityRef | null
  /**
   * 0–1: the weighted mean of the criteria the need calls for (`judge/weights.ts`). One that no document answers counts as
   * its documented `unknown` value, so that silence is neither rewarded nor read as a no.
   */
  score: number
  criteria: Criterion[]
  /** Questions nobody's documents answer yet. */
  missing: string[]
}

/** A candidate that fell at one criterion. */
export interface NearMiss extends Match {
  failed: CriterionName
  /** What would make it a match. */
  wouldNeed: string
  /** Both in one sentence: what it falls at, why, and what would change it. */
  whyNot: string
}

export interface MatchAnswer {
  need: Need
  matches: Match[]
  nearMisses: NearMiss[]
  /** What was assumed, cut or could not be understood, and how to put it better. */
  notes?: string[]
}
