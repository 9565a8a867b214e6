import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { Claim } from './claim.ts'

/** A subject met as "the plant" or "it" may be another than the one it is taken for: as much less sure is the claim. */
const REFERENCE_PENALTY = 0.06

/** A relation as a rule reads it out of its sentence; `score` is how often the rule is right where both ends are named. */
export function makeClaim(
  { sentence: { start, end } }: ResolvedSentence,
  subject: Place,
  predicate: Claim['predicate'],
  object: Place,
  score: number,
  rule: string,
  modality: Claim['modality'] = 'asserted',
): Claim {
  return {
    subject: subject.key,
    predicate,
    object: object.key,
    modality,
    score: subject.reference ? score - REFERENCE_PENALTY : score,
    rule,
    evidence: { start, end },
  }
}
