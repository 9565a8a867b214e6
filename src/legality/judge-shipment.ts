import type { Rulebook, RuleEffect, ShipmentRule, WasteClass } from '../../graph/legality/rulebook.ts'
import type { Listing } from './classify-waste.ts'
import { findShipmentRules, type Shipment } from './find-shipment-rules.ts'
import type { Verdict } from './legality.ts'

/** What words of a document do to this very shipment. */
export interface StatedEffect {
  id: string
  effect: RuleEffect
}

export interface ShipmentJudgement {
  verdict: Exclude<Verdict, 'no-border'>
  /** What holds if the waste fails the entry of Annex IX that stands open to it, where that differs from the verdict. */
  otherwise?: 'likely-prohibited' | 'lawful-with-consent'
  /** The listings of the class the verdict was reached for. */
  listings: readonly Listing[]
  /** Every rule that bears on it, whatever its class turns out to be. */
  rules: readonly ShipmentRule[]
  /** Ids of the rules and stated effects the verdict follows from. */
  deciding: ReadonlySet<string>
  /** Without entries that are only inferred the verdict would be milder. */
  byInference: boolean
}

/** Milder to stricter. A rule more never makes a verdict milder, since the strictest counts. */
export const STRICTNESS = {
  unknown: 0,
  'not-hazardous-if': 1,
  'lawful-with-consent': 2,
  'likely-prohibited': 3,
} as const satisfies Record<ShipmentJudgement['verdict'], number>

const VERDICT_OF = { consent: 'lawful-with-consent', prohibits: 'likely-prohibited', informs: null } as const

interface ClassVerdict {
  verdict: ShipmentJudgement['verdict']
  rules: ShipmentRule[]
  deciding: string[]
}

/**
 * What the rules make of a shipment. Pure: the same listings, rules and day give the same judgement. Where an entry of Annex
 * IX stands open to the waste the verdict is "not hazardous if", or consent where even that needs a permit, with what holds
 * otherwise; else the strictest class counts.
 */
export function judgeShipment(
  shipment: Shipment,
  listings: readonly Listing[] | null,
  rulebook: Pick<Rulebook, 'rules' | 'groups'>,
  stated: readonly StatedEffect[] = [],
): ShipmentJudgement {
  const judged = judgeListings(shipment, listings, rulebook, stated)
  const sure = listings?.some(({ inferred }) => inferred)
    ? judgeListings(
        shipment,
        listings.filter(({ inferred }) => !inferred),
        rulebook,
        stated,
      )
    : judged
  return { ...judged, byInference: STRICTNESS[sure.verdict] < STRICTNESS[judged.verdict] }
}

function judgeListings(
  shipment: Shipment,
  listings: readonly Listing[] | null,
  rulebook: Pick<Rulebook, 'rules' | 'groups'>,
  stated: readonly StatedEffect[],
): Omit<ShipmentJudgement, 'byInference'> {
  const judge = (wasteClass: WasteClass | null) => judgeClass(shipment, wasteClass, rulebook, stated)
  // What is no waste, or other law's, no rule on waste decides: it is told and no more.
  if (listings === null) {
    const rules = judge(null).rules.filter(({ effect }) => effect === 'informs')
    return { verdict: 'unknown', listings: [], rules, deciding: new Set() }
  }
  if (listings.length === 0) return join([judge(null)], listings)
  const classes = [...new Set(listings.map((listing) => listing.class))]
  const green = classes.includes('green') ? judge('green') : null
  // A waste of Annex IX that fails its conditions is hazardous, whether another list says so or not.
  const strict = green ? ['hazardous' as const, ...classes.filter((one) => one !== 'green')] : classes
  const judged = strict.map(judge)
  if (green?.verdict === 'likely-prohibited') return join([green, ...judged], listings)
  const worst = join(judged, listings, green?.rules)
  if (!green) return worst
  const otherwise = worst.verdict === 'likely-prohibited' ? 'likely-prohibited' : 'lawful-with-consent'
  if (green.verdict === 'not-hazardous-if') return { ...worst, verdict: green.verdict, otherwise }
  if (otherwise === green.verdict) return join([green, ...judged], listings)
  return { ...worst, verdict: green.verdict, otherwise, deciding: new Set([...green.deciding, ...worst.deciding]) }
}

/** The strictest of the verdicts, by all rules that lead to it. */
function join(
  judged: readonly ClassVerdict[],
  listings: readonly Listing[],
  others: readonly ShipmentRule[] = [],
): Omit<ShipmentJudgement, 'byInference'> {
  const verdict = judged.reduce<ClassVerdict['verdict']>((a, b) => stricter(a, b.verdict), 'unknown')
  const deciding = judged.filter((one) => one.verdict === verdict).flatMap((one) => one.deciding)
  const rules = new Map([...judged.flatMap((one) => one.rules), ...others].map((rule) => [rule.id, rule]))
  return { verdict, listings, rules: [...rules.values()], deciding: new Set(deciding) }
}

function stricter<Of extends ShipmentJudgement['verdict']>(left: Of, right: Of): Of {
  return STRICTNESS[right] > STRICTNESS[left] ? right : left
}

function judgeClass(
  shipment: Shipment,
  wasteClass: WasteClass | null,
  rulebook: Pick<Rulebook, 'rules' | 'groups'>,
  stated: readonly StatedEffect[],
): ClassVerdict {
  const rules = findShipmentRules(shipment, wasteClass, rulebook)
  const effects = [...rules, ...stated]
  const start = wasteClass === 'green' ? 'not-hazardous-if' : 'unknown'
  const verdict = effects
    .map(({ effect }) => VERDICT_OF[effect] ?? start)
    .reduce<ClassVerdict['verdict']>(stricter, start)
  const deciding = effects.filter(({ effect }) => VERDICT_OF[effect] === verdict).map(({ id }) => id)
  return { verdict, rules, deciding }
}
