import type { CriterionName } from '../match.ts'

interface CriterionWeight {
  /** Share in the mean. Only ratios between the weights matter. */
  weight: number
  /**
   * What an unanswered criterion counts as. Never above the least score a positive fact can give, so that learning
   * something good never lowers a match.
   */
  unknown: number
  reason: string
}

/** How much each criterion weighs. Changing a number here changes the ranking and nothing else. */
export const WEIGHTS: Record<CriterionName, CriterionWeight> = {
  waste: { weight: 40, unknown: 0, reason: 'A match that does not treat the waste is none.' },
  metal: { weight: 12, unknown: 0.2, reason: 'The value lies in the metal, but a stream is rarely run for one alone.' },
  technology: { weight: 15, unknown: 0.1, reason: 'A named technology is a wish; another may do as well.' },
  capacity: { weight: 12, unknown: 0.2, reason: 'A plant can be built larger, but a tenth of the need is no answer.' },
  proof: { weight: 20, unknown: 0.2, reason: 'An official can defend what has been seen at work.' },
  place: { weight: 8, unknown: 0.3, reason: 'Near is easier to ship to and visit, yet technology travels.' },
  legality: {
    weight: 8,
    unknown: 0.3,
    reason: 'Consent can be had; a ban on this very waste cannot be argued with and is shown as a near miss.',
  },
}

/** Scores of the steps on each criterion's scale, all 0–1. */
export const SCALE = {
  /** By how the treated concept stands to the one needed, for one step and for more. */
  concept: {
    same: 1,
    narrower: [0.9, 0.8],
    broader: [0.7, 0.5],
    /** Beside it, or beside a kind of it. */
    related: [0.55, 0.5],
    sibling: 0.35,
    /** Taken off for a broader concept with more kinds than `wideFrom`: "hazardous waste" says little about batteries. */
    wide: 0.25,
    wideFrom: 25,
    /** A waste that holds the metal sought. */
    holds: 0.6,
  },
  /** Below this a candidate is a near miss on the concept. */
  conceptFails: 0.5,
  /** By who is said to treat it: the plant or enterprise itself, a plant whose name says so, or only the technology on offer. */
  directness: { stated: 1, named: 0.95, technologyOnly: 0.9 },
  proof: { claimed: 0.4, corroborated: 0.5, demonstrated: 0.75, demonstratedTwice: 0.8, verified: 1 },
  /** Capacity is judged as capacity ÷ need, at most 1. Below this share it is a near miss. */
  capacityFails: 0.1,
  place: { same: 1, subregion: 0.8, region: 0.6, elsewhere: 0.4 },
  legality: { noShipment: 1, greenListed: 0.9, consent: 0.6, prohibited: 0.1 },
} as const
