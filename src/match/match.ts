import type { QuantityValue } from '../../graph/values/value.ts'

export interface MatchRequest {
  /** A sentence: "We have 20,000 t of EAF dust a year in Viet Nam". */
  text: string
  /** ISO 3166-1 alpha-2; wins over a country named in the text. */
  country?: string
  limit?: number
}

/** A need as understood, each part with the words it came from. */
export interface Need {
  text: string
  wasteStreams: { id: string; label: string; matched: string }[]
  metals: { id: string; label: string; matched: string }[]
  technologies: { id: string; label: string; matched: string }[]
  country?: { code: string; label: string; matched?: string }
  quantity?: QuantityValue
}

export interface MatchEvidence {
  /** Source of the document. */
  document: string
  quote: string
  statement: string
  page?: number
}

export type CriterionName = 'waste' | 'metal' | 'capacity' | 'proof' | 'place' | 'legality'

export interface Criterion {
  name: CriterionName
  /** 0–1; `null` where no document says anything that bears on it. */
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
  /** 0–1: the weighted mean of the criteria that could be judged. */
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
}

export interface MatchAnswer {
  need: Need
  matches: Match[]
  nearMisses: NearMiss[]
}
