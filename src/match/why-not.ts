import type { CriterionName, EntityRef, Match, MatchEvidence, Need } from './match.ts'

export interface WhyNotRequest {
  /** The need in a sentence. */
  text: string
  /** ISO 3166-1 alpha-2; wins over a country named in the text. */
  country?: string
  /** Name or id of a technology, plant, project or firm. */
  candidate: string
}

/**
 * `match`: it does meet the need; `near-miss`: it falls at one criterion; `excluded`: the need rules it out; `no-tie`: no
 * document ties it to what is needed; `unknown`: no document names it; `not-understood`: the need says nothing to match.
 */
export type WhyNotOutcome = 'match' | 'near-miss' | 'excluded' | 'no-tie' | 'unknown' | 'not-understood'

export interface WhyNotAnswer {
  need: Need
  candidate: EntityRef | null
  outcome: WhyNotOutcome
  /** The criterion it falls at. */
  criterion: CriterionName | null
  because: string
  /** What would make it a match; null where it is one or nothing would. */
  wouldNeed: string | null
  /** The words behind the reason. */
  evidence: MatchEvidence[]
  /** The best match or near miss it is part of. */
  match: Match | null
  notes: string[]
}
