import { loadRulebook } from '../../graph/legality/load-rulebook.ts'
import type { Rulebook } from '../../graph/legality/rulebook.ts'
import type { GraphStore } from '../../graph/store/graph-store.ts'
import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { scopeNeed } from '../match/need/scope-need.ts'
import { citeDocument, citeListing, citeRule } from './cite-rules.ts'
import { classifyWaste, type NamedWaste } from './classify-waste.ts'
import { type DocumentRule, findDocumentRules } from './find-document-rules.ts'
import type { Shipment } from './find-shipment-rules.ts'
import { gatherDocumentFacts } from './gather-document-facts.ts'
import { judgeShipment, type ShipmentJudgement, STRICTNESS } from './judge-shipment.ts'
import type { JudgedWaste } from './judged-waste.ts'
import {
  type CitedRule,
  type LegalityAnswer,
  type LegalityProblem,
  type LegalityRequest,
  type NamedCountry,
  NOTICE,
} from './legality.ts'
import { listConditions, phraseVerdict, tellReasons } from './phrase-answer.ts'
import { understandCountry } from './understand-country.ts'
import { understandWaste } from './understand-waste.ts'

interface LegalityDeps {
  store: GraphStore
  thesaurus: Thesaurus
  rulebook?: Rulebook
  /** ISO 8601 day from which rules are seen as fresh or stale. */
  today?: string
}

/** Whether a waste may be shipped, by the rulebook and by rules of ingested documents. Never throws over what was asked. */
export async function answerLegality(deps: LegalityDeps, request: LegalityRequest): Promise<LegalityAnswer> {
  const { store, thesaurus, rulebook = loadRulebook(), today = new Date().toISOString().slice(0, 10) } = deps
  const { waste, wastes, problems, notes } = understandWaste(request.waste, thesaurus)
  const [from, to] = [
    understandCountry(request.from, 'Country of export'),
    understandCountry(request.to, 'Country of import'),
  ]
  const date = request.on ?? today
  const purpose = request.purpose ?? 'recovery'
  const unclear = [from, to].filter(isProblem)
  const answer = {
    waste,
    from: isProblem(from) ? null : from,
    to: isProblem(to) ? null : to,
    purpose,
    date,
    conditions: [],
    rules: [],
    problems: [...problems, ...unclear, ...checkDate(date)],
    notes,
    notice: NOTICE,
  }
  if (answer.problems.length > 0 || isProblem(from) || isProblem(to)) {
    return { ...answer, verdict: 'unknown', answer: 'unknown', because: answer.problems.map(({ message }) => message) }
  }
  if (from.code === to.code) {
    const because = [
      `Both ends lie in ${from.label}: nothing crosses a border, so only the rules of ${from.label} apply.`,
    ]
    return { ...answer, verdict: 'no-border', answer: 'no shipment across a border', because }
  }

  const judged: JudgedWaste[] = []
  for (const named of wastes) {
    const setting = { from: from.code, to: to.code, purpose, date }
    const stated = await findStated(deps, named, setting)
    const listings = classifyWaste(named, rulebook, thesaurus, setting)
    const concepts = named.concept ? [named.concept, ...thesaurus.broader(named.concept).map(({ id }) => id)] : []
    const kinds = [...concepts, ...(named.codes ?? []).map(({ code }) => code)]
    const effects = stated.map(({ statement, effect }) => ({ id: statement.id, effect }))
    const judgement = judgeShipment({ ...setting, wastes: kinds }, listings, rulebook, effects)
    judged.push({ waste: named, judgement, stated })
  }
  judged.sort((a, b) => STRICTNESS[b.judgement.verdict] - STRICTNESS[a.judgement.verdict])
  const [strictest] = judged
  if (!strictest) throw new RangeError('A shipment without waste cannot be judged.')
  const phrase = phraseVerdict(strictest.judgement)
  return {
    ...answer,
    ...phrase,
    because: tellReasons(judged),
    conditions: listConditions(strictest.judgement),
    rules: await citeAll(judged, store, today),
    notes: [...notes, ...tellWeak(strictest.judgement)],
  }
}

function isProblem(value: NamedCountry | LegalityProblem): value is LegalityProblem {
  return 'message' in value
}

/** The day the Basel Convention came into force; no rule kept here is older. */
const FIRST_DAY = '1992-05-05'

function checkDate(date: string): LegalityProblem[] {
  const day = new Date(`${date}T00:00:00Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(day.getTime())
  if (isDay && date < FIRST_DAY) {
    const message = `The Basel Convention came into force on ${FIRST_DAY}, and no rule of an earlier day is known here; ${date} was given.`
    return [{ code: 'invalid-date', message }]
  }
  if (isDay && day.toISOString().startsWith(date)) return []
  const message = `A day such as 2026-03-31 is expected as date, but “${date.slice(0, 40)}” was given.`
  return [{ code: 'invalid-date', message }]
}

async function findStated(
  { store, thesaurus }: LegalityDeps,
  { concept, label }: NamedWaste,
  { from, to }: Pick<Shipment, 'from' | 'to'>,
): Promise<DocumentRule[]> {
  if (concept === undefined) return []
  const wasteStreams = [{ id: concept, label, matched: label }]
  const scope = scopeNeed({ text: label, wasteStreams, metals: [], technologies: [] }, thesaurus)
  const countries = [from, to].filter((code) => code !== undefined)
  const facts = await gatherDocumentFacts(store, scope.waste, countries)
  return findDocumentRules({ facts, scope, thesaurus }, from, to)
}

/** Every rule once, those that decide first, then what stops before what only informs. */
async function citeAll(judged: readonly JudgedWaste[], store: GraphStore, today: string): Promise<CitedRule[]> {
  const ids = new Set(
    judged.flatMap(({ stated }) => stated.flatMap((rule) => rule.statement.evidence.map((e) => e.document))),
  )
  const documents = await store.documents([...ids])
  const sources = new Map(documents.flatMap((document) => (document ? [[document.id, document.source] as const] : [])))
  const cited = judged.flatMap(({ judgement: { deciding, listings, rules, byInference }, stated }) => [
    ...rules.map((rule) => citeRule(rule, deciding.has(rule.id), today)),
    ...stated.map((rule) => citeDocument(rule, deciding.has(rule.statement.id), today, sources)),
    ...listings.map((listing) => citeListing(listing, deciding.size > 0 && (!listing.inferred || byInference), today)),
  ])
  const distinct = cited.filter(({ id }, at) => cited.findIndex((other) => other.id === id) === at)
  const order = { prohibits: 0, consent: 1, lists: 2, informs: 3 }
  return distinct.sort((a, b) => Number(b.decides) - Number(a.decides) || order[a.effect] - order[b.effect])
}

function tellWeak({ byInference, rules, deciding }: ShipmentJudgement): string[] {
  const unread = rules.filter(({ id, status }) => deciding.has(id) && status === 'to-verify')
  return [
    ...(byInference ? ['The entry the answer rests on is inferred: no list has one for this very waste.'] : []),
    ...(unread.length > 0
      ? [`Still to be verified in the source: ${unread.map(({ title }) => title).join('; ')}.`]
      : []),
  ]
}
