import { countryName } from '../../../graph/values/country.ts'
import type { Chain } from '../gather/chain.ts'
import { BASEL_AS_OF, isAnnexSeven, isBaselParty } from './basel-states.ts'
import { findChainPlaces } from './find-chain-places.ts'
import { findRules, quoteOf, type Rule } from './find-rules.ts'
import { type JudgeContext, type Judgement, notAsked } from './judgement.ts'
import { type BaselListing, listBasel } from './list-basel.ts'
import { SCALE } from './weights.ts'

/**
 * Whether the waste may be shipped to where the chain stands: the Basel listing of its codes, the ban amendment, and the
 * rules documents state. No legal advice: every answer names the entries and quotes it rests on.
 */
export function judgeLegality(chain: Chain, context: JudgeContext): Judgement {
  const { need, thesaurus } = context
  if (need.wasteStreams.length === 0)
    return notAsked('legality', 'The need names no waste whose shipment could be judged.')
  const place = findChainPlaces(chain, context)[0]
  const there = place ? (countryName(place.code) ?? place.code) : undefined
  if (place && place.code === need.country?.code) {
    return {
      name: 'legality',
      asked: true,
      score: SCALE.legality.noShipment,
      because: `It stands in ${there} itself: no shipment across a border, so only the rules of ${there} apply.`,
      statements: findRules(context, place.code).map(({ statement }) => statement),
    }
  }
  const listing = listBasel(need.wasteStreams, thesaurus)
  const rules = findRules(context, place?.code)
  const verdicts = [
    ...(listing ? [judgeListing(listing, need.country?.code, place?.code)] : []),
    ...rules.map((rule) => judgeRule(rule, need.country?.code)),
  ].sort((a, b) => a.score - b.score)
  const score = verdicts[0]?.score ?? null
  const consent = score !== null && score <= SCALE.legality.consent
  return {
    name: 'legality',
    asked: true,
    score,
    because:
      verdicts.length > 0
        ? verdicts.map(({ because }) => because).join(' ')
        : 'Neither a Basel listing nor a rule in the documents bears on this shipment.',
    statements: rules.map(({ statement }) => statement),
    ...(verdicts.some(({ prohibited }) => prohibited) && {
      wouldNeed: `The technology brought to ${need.country?.label ?? 'the waste'} instead of the waste to it, or a document that shows the shipment is allowed.`,
    }),
    ...(consent && { missing: [askPermit(chain, need.wasteStreams[0]?.label ?? 'the waste', need.country?.label)] }),
  }
}

interface Verdict {
  score: number
  /** By a rule or an entry of its own; a candidate entry alone rules nothing out. */
  prohibited?: boolean
  because: string
}

function judgeListing(listing: BaselListing, from: string | undefined, to: string | undefined): Verdict {
  const { annex, codes, inferred, broaderLabel } = listing
  const entry = `${codes.join(', ')} (Basel Convention, Annex ${annex})`
  const of = broaderLabel ? ` as ${broaderLabel}` : ''
  const hedge = inferred ? ' The entry is our inference: the waste has none of its own.' : ''
  if (annex === 'IX') {
    const because = `Listed${of} under ${entry}: not hazardous unless it holds Annex I material enough to show a hazard.${hedge}`
    return { score: SCALE.legality.greenListed, because }
  }
  const hazardous = annex === 'VIII' || annex === 'I'
  if (hazardous && from && to && isAnnexSeven(from) && !isAnnexSeven(to)) {
    const because = `${inferred ? 'Candidate entry' : 'Listed'}${of} ${entry}: export from ${name(from)}, a country of Annex VII, to ${name(to)}, which is not, is likely prohibited by Article 4A (the ban amendment).${hedge}`
    return { score: SCALE.legality.prohibited, because, prohibited: !inferred }
  }
  const outsider = [from, to].find((code) => code && !isBaselParty(code))
  const agreement = outsider
    ? ` ${name(outsider)} is not a party (as of ${BASEL_AS_OF}): it also needs an agreement under Article 11.`
    : ''
  const mirror =
    listing.mirror.length > 0 ? ` ${listing.mirror.join(', ')} of Annex IX may apply where it shows no hazard.` : ''
  const because = `${inferred ? 'Candidate entry' : 'Listed'}${of} ${entry}: prior informed consent of the states of export, import and transit is needed.${mirror}${agreement}${hedge}`
  return { score: SCALE.legality.consent, because }
}

function judgeRule(rule: Rule, from: string | undefined): Verdict {
  const { of, forbids } = rule
  const who = of.type === 'Country' && of.country ? name(of.country) : of.name
  const stops = forbids === 'both' || forbids === (of.country === from && from ? 'export' : 'import')
  return {
    score: stops ? SCALE.legality.prohibited : SCALE.legality.consent,
    prohibited: stops,
    because: `${stops ? 'Likely prohibited by' : 'See'} ${who}: “${quoteOf(rule)}”`,
  }
}

function askPermit(chain: Chain, waste: string, from: string | undefined): string {
  const who = (chain.project ?? chain.enterprise)?.name
  const receiver = who ? `Has ${who} a permit to receive` : 'Who has a permit to receive'
  return `${receiver} ${waste}${from ? ` from ${from}` : ''}, or can the technology come to the waste instead?`
}

function name(code: string): string {
  return countryName(code) ?? code
}
