import type { ExtractedStatement } from '../extraction.ts'
import type { Claim } from './claim.ts'

const FIRMNESS = { asserted: 3, planned: 2, hedged: 1, negated: 0 } as const
const LEAST = 0.5
const MOST_EVIDENCE = 8

/** One statement for each claim, however often and by whichever rule it was read. Agreement of rules raises confidence. */
export function mergeClaims(claims: readonly Claim[]): ExtractedStatement[] {
  const merged = new Map<string, ExtractedStatement>()
  for (const claim of claims) {
    const { subject, predicate, object, value, qualifiers, modality, score, rule, evidence } = claim
    const key = JSON.stringify([predicate, ...ends(claim), value ? { ...value, text: '' } : 0, modality === 'negated'])
    const known = merged.get(key)
    if (!known) {
      merged.set(key, {
        subject,
        predicate,
        object,
        value,
        qualifiers,
        modality,
        confidence: score,
        rule,
        evidence: [evidence],
      })
      continue
    }
    if (!known.evidence.some(({ start }) => start === evidence.start)) {
      if (known.evidence.length < MOST_EVIDENCE) known.evidence.push(evidence)
      known.confidence = 1 - (1 - known.confidence) * (1 - score * 0.4)
    } else if (known.rule !== rule)
      known.confidence = Math.max(known.confidence, score, 1 - (1 - known.confidence) * (1 - score * 0.25))
    if (score > known.confidence) known.rule = rule
    if (FIRMNESS[modality] > FIRMNESS[known.modality]) known.modality = modality
    known.qualifiers ??= qualifiers
  }
  return [...merged.values()].filter(({ confidence }) => confidence >= LEAST).map(clean)
}

function ends({ subject, predicate, object }: Claim): (string | undefined)[] {
  return predicate === 'PARTNER_OF' && object !== undefined ? [subject, object].sort() : [subject, object]
}

function clean(statement: ExtractedStatement): ExtractedStatement {
  const { object, value, qualifiers, ...rest } = statement
  return {
    ...rest,
    ...(object === undefined ? {} : { object }),
    ...(value === undefined ? {} : { value }),
    ...(qualifiers === undefined ? {} : { qualifiers }),
    confidence: Math.min(0.98, Math.round(rest.confidence * 1000) / 1000),
  }
}
