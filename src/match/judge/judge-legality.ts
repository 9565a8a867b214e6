import { loadRulebook } from '../../../graph/legality/load-rulebook.ts'
import type { ShipmentRule, WasteClass } from '../../../graph/legality/rulebook.ts'
import { countryName } from '../../../graph/values/country.ts'
import { classifyWaste } from '../../legality/classify-waste.ts'
import { type DocumentRule, findDocumentRules } from '../../legality/find-document-rules.ts'
import type { Shipment } from '../../legality/find-shipment-rules.ts'
import { judgeShipment, type ShipmentJudgement, STRICTNESS } from '../../legality/judge-shipment.ts'
import type { JudgedWaste } from '../../legality/judged-waste.ts'
import { listConditions, phraseVerdict, tellReasons } from '../../legality/phrase-answer.ts'
import type { Chain } from '../gather/chain.ts'
import type { NeedConcept } from '../match.ts'
import { findChainPlaces } from './find-chain-places.ts'
import { type JudgeContext, type Judgement, notAsked } from './judgement.ts'
import { SCALE } from './weights.ts'

const SCORES = {
  'likely-prohibited': SCALE.legality.prohibited,
  'lawful-with-consent': SCALE.legality.consent,
  'not-hazardous-if': SCALE.legality.greenListed,
  unknown: null,
} as const

/**
 * Whether the waste may be shipped to where the chain stands, for recovery: by the rulebook and by the rules documents state.
 * No legal advice: every answer names the entries, rules and quotes it rests on.
 */
export function judgeLegality(chain: Chain, context: JudgeContext): Judgement {
  const { need } = context
  if (need.wasteStreams.length === 0)
    return notAsked('legality', 'The need names no waste whose shipment could be judged.')
  const place = findChainPlaces(chain, context)[0]
  const [from, to] = [need.country?.code, place?.code]
  const stated = findDocumentRules(context, from, to)
  const statements = stated.map(({ statement }) => statement)
  if (place && to === from) {
    const there = countryName(place.code) ?? place.code
    const because = `It stands in ${there} itself: no shipment across a border, so only the rules of ${there} apply.`
    return { name: 'legality', asked: true, score: SCALE.legality.noShipment, because, statements }
  }
  const date = context.today ?? new Date().toISOString().slice(0, 10)
  const judged = need.wasteStreams
    .map((waste) => judgeWasteShipment(waste, stated, { from, to, purpose: 'recovery', date }, context))
    .sort((a, b) => STRICTNESS[b.judgement.verdict] - STRICTNESS[a.judgement.verdict])
  const strictest = judged[0]?.judgement
  const { verdict, answer } = strictest ? phraseVerdict(strictest) : { verdict: 'unknown' as const, answer: 'unknown' }
  const lead = tellVerdict(verdict, answer, from !== undefined && to !== undefined)
  const open = verdict === 'likely-prohibited' || verdict === 'lawful-with-consent'
  return {
    name: 'legality',
    asked: true,
    score: SCORES[verdict],
    because: [lead, ...tellReasons(judged, true), ...tellExceptions(strictest)].join(' '),
    statements,
    ...(strictest && isRuledOut(strictest, stated) && { wouldNeed: tellWayOut(need.country?.label, strictest) }),
    ...(open && { missing: [askPermit(chain, need.wasteStreams[0]?.label ?? 'the waste', need.country?.label)] }),
  }
}

function judgeWasteShipment(
  { id, label }: NeedConcept,
  stated: readonly DocumentRule[],
  setting: Omit<Shipment, 'wastes'>,
  { thesaurus }: JudgeContext,
): JudgedWaste {
  const rulebook = loadRulebook()
  const waste = { label, concept: id }
  const listings = classifyWaste(waste, rulebook, thesaurus, setting)
  const wastes = [id, ...thesaurus.broader(id).map((broader) => broader.id)]
  const effects = stated.map(({ statement, effect }) => ({ id: statement.id, effect }))
  return { waste, judgement: judgeShipment({ ...setting, wastes }, listings, rulebook, effects), stated }
}

function tellExceptions(judgement: ShipmentJudgement | undefined): string[] {
  if (judgement?.verdict !== 'likely-prohibited') return []
  const conditions = listConditions(judgement)
  return conditions.length > 0 ? [`It may go where ${conditions.join('; ')}.`] : []
}

/**
 * Whether the chain falls: where a document forbids the shipment of this waste, or a verified rule without a way out does. What
 * rests on inferred entries, on entries or rules nobody has read in their source, or on a ban of waste at large only lowers the score: the
 * technology may still travel where the waste may not.
 */
function isRuledOut(
  { verdict, byInference, listings, rules, deciding }: ShipmentJudgement,
  stated: readonly DocumentRule[],
): boolean {
  if (verdict !== 'likely-prohibited') return false
  const isOf = (classes: readonly WasteClass[]) =>
    listings.some((listing) => listing.status === 'verified' && !listing.inferred && classes.includes(listing.class))
  const isFirm = ({ id, status, conditions, when }: ShipmentRule) =>
    deciding.has(id) && status === 'verified' && !conditions && (!when.class || isOf(when.class))
  const firm = rules.some(isFirm)
  return (firm && !byInference) || stated.some(({ effect, wide }) => effect === 'prohibits' && !wide)
}

function tellWayOut(from: string | undefined, judgement: ShipmentJudgement | undefined): string {
  const conditions = judgement ? listConditions(judgement) : []
  const shown = conditions.length > 0 ? ` (${conditions.join('; ')})` : ''
  return `The technology brought to ${from ?? 'the waste'} instead of the waste to it, or a document that shows the shipment is allowed${shown}.`
}

function askPermit(chain: Chain, waste: string, from: string | undefined): string {
  const who = (chain.project ?? chain.enterprise)?.name
  const receiver = who ? `Has ${who} a permit to receive` : 'Who has a permit to receive'
  return `${receiver} ${waste}${from ? ` from ${from}` : ''}, or can the technology come to the waste instead?`
}

function tellVerdict(verdict: ShipmentJudgement['verdict'], answer: string, known: boolean): string {
  if (verdict === 'unknown') return 'Not stated: no listing or rule known here decides.'
  return known
    ? `${capitalise(answer)}.`
    : `Not stated from where to where it would go; by its listing alone: ${answer}.`
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
