import type { ShipmentRule } from '../../graph/legality/rulebook.ts'
import { countryName } from '../../graph/values/country.ts'
import type { Listing } from './classify-waste.ts'
import { type DocumentRule, quoteOf } from './find-document-rules.ts'
import type { ShipmentJudgement } from './judge-shipment.ts'
import type { JudgedWaste } from './judged-waste.ts'

const WORDS = {
  'likely-prohibited': 'likely prohibited',
  'lawful-with-consent': 'lawful with prior informed consent',
  unknown: 'unknown',
} as const

/** The verdict with its words. */
export function phraseVerdict({
  verdict,
  otherwise,
  listings,
}: ShipmentJudgement): Pick<ShipmentJudgement, 'verdict'> & { answer: string } {
  if (verdict !== 'not-hazardous-if' && !otherwise) return { verdict, answer: WORDS[verdict] }
  const conditions = listings.flatMap(({ condition }) => condition ?? [])
  const rest = `otherwise ${WORDS[otherwise ?? 'lawful-with-consent']}`
  const entries = [...new Set(conditions)].join(', or ')
  const lead = verdict === 'not-hazardous-if' ? 'not hazardous' : WORDS[verdict]
  return { verdict, answer: `${lead} if ${entries}, and it shows no hazard of Annex III; ${rest}` }
}

/** Why, waste by waste: where it is listed, the rules that decide, what documents say. In brief, rules by their titles alone. */
export function tellReasons(judged: readonly JudgedWaste[], brief = false): string[] {
  const reasons = judged.flatMap(({ waste, judgement: { listings, rules, deciding }, stated }) => [
    tellListings(waste.label, listings),
    ...rules.filter(({ id }) => deciding.has(id)).map((rule) => tellRule(rule, brief)),
    ...stated.map(tellStated),
  ])
  return [...new Set(reasons)]
}

function tellRule({ title, says, source, status }: ShipmentRule, brief: boolean): string {
  const where = `(${source}${status === 'to-verify' ? '; to verify' : ''})`
  return brief ? `${title} ${where}.` : `${title}: ${says} ${where}`
}

function tellListings(label: string, listings: readonly Listing[]): string {
  if (listings.length === 0) return `No entry of the Basel Convention or of a national list known here names ${label}.`
  const byList = new Map<string, string[]>()
  for (const { code, list, inferred, broaderLabel } of listings) {
    const remarks = [list, broaderLabel && `as ${broaderLabel}`, inferred && 'inferred'].filter(Boolean).join(', ')
    byList.set(remarks, [...(byList.get(remarks) ?? []), code])
  }
  const entries = [...byList].map(([remarks, codes]) => `${codes.join(', ')} (${remarks})`)
  return `${label}: ${entries.join('; ')}.`
}

function tellStated(rule: DocumentRule): string {
  const { of, effect } = rule
  const who = of.type === 'Country' && of.country ? (countryName(of.country) ?? of.name) : of.name
  const lead = { prohibits: 'Likely prohibited by', consent: 'Permit asked by', informs: 'See' }[effect]
  return `${lead} ${who}: “${quoteOf(rule)}”`
}

/** What must hold, or would change the answer. */
export function listConditions({ verdict, listings, rules, deciding }: ShipmentJudgement): string[] {
  // A ban that stops even what Annex IX lists is lifted by none of its conditions.
  const open = verdict === 'likely-prohibited' ? [] : listings
  const green = open.flatMap(({ condition, code }) => (condition ? [`${condition} (${code})`] : []))
  const ofRules = [...rules].sort((a, b) => Number(deciding.has(b.id)) - Number(deciding.has(a.id)))
  const consent = 'the authorities of export, import and transit have consented in writing before it leaves'
  return [
    ...new Set([
      ...green,
      ...(verdict === 'lawful-with-consent' ? [consent] : []),
      ...ofRules
        // What another rule asks for does not lift a ban.
        .filter(({ id }) => deciding.has(id) || verdict !== 'likely-prohibited')
        .flatMap(({ conditions }) => conditions ?? []),
    ]),
  ]
}
