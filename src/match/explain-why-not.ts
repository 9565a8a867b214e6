import type { EntityView } from '../../graph/entity.ts'
import type { GraphStore } from '../../graph/store/graph-store.ts'
import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { findEntity } from '../find-entity.ts'
import { citeStatements } from './cite-evidence.ts'
import { MAX_SEEDS } from './gather/choose-seeds.ts'
import { partOf } from './gather/find-concerns.ts'
import type { EntityRef, Match, MatchAnswer, MatchEvidence, NearMiss } from './match.ts'
import { matchNeed } from './match-need.ts'
import type { WhyNotAnswer, WhyNotRequest } from './why-not.ts'

/** Matches and near misses a candidate is looked for among. */
const DEPTH = 200
const MOST_NAMED = 5
const LONGEST_NAME = 200

/** Says why a technology, plant or firm is not, or not better, among the matches of a need, and what would change it. */
export async function explainWhyNot(
  deps: { store: GraphStore; thesaurus: Thesaurus },
  { candidate: asked, text, country }: WhyNotRequest,
): Promise<WhyNotAnswer> {
  const request = { text, ...(country !== undefined && { country }), limit: DEPTH }
  const answer = await matchNeed(deps, request)
  const name = asked.trim().slice(0, LONGEST_NAME)
  const entity = await findEntity(deps.store, name, (view) => partOf(view) !== null)
  const weigh = async (it: EntityView) => matchNeed(deps, request, await listParts(it, deps.store))
  const reason = await findReason(answer, entity, name, deps.store, weigh)
  const candidate = entity ? { id: entity.id, name: entity.name } : null
  return { need: answer.need, candidate, ...reason, notes: answer.notes ?? [] }
}

type Reason = Omit<WhyNotAnswer, 'need' | 'candidate' | 'notes'>

async function findReason(
  { need, matches, nearMisses }: MatchAnswer,
  entity: EntityView | null,
  asked: string,
  store: GraphStore,
  weighAlone: (entity: EntityView) => Promise<MatchAnswer>,
): Promise<Reason> {
  const nothing = { criterion: null, wouldNeed: null, evidence: [], match: null }
  if (!entity) {
    const because = asked
      ? `No document names a technology, plant, project or firm “${asked}”.`
      : 'No candidate was named: give the name or id of a technology, plant, project or firm.'
    return { ...nothing, outcome: 'unknown', because }
  }
  const wanted = [...need.wasteStreams, ...need.metals, ...need.technologies].map(({ label }) => label).join(', ')
  if (!wanted) {
    const because = 'The need names no waste, metal or technology, so nothing can be matched to it.'
    return { ...nothing, outcome: 'not-understood', because, wouldNeed: 'A need that names what is to be treated.' }
  }
  if (need.excluded?.some(({ id }) => id === entity.id || entity.members.includes(id))) {
    const wouldNeed = `A need that does not rule out ${entity.name}.`
    return { ...nothing, outcome: 'excluded', because: `The need itself rules out ${entity.name}.`, wouldNeed }
  }
  const rank = matches.findIndex((match) => isPartOf(entity, match))
  const match = matches[rank]
  if (match) return { ...nothing, outcome: 'match', because: tellRank(entity, match, rank, matches.length), match }
  const miss = nearMisses.find((one) => isPartOf(entity, one))
  if (miss) return explainMiss(miss)
  // A match follows the strongest candidates only: that it is none of them does not say that no document ties it to the need.
  const alone = await weighAlone(entity)
  const behind = alone.matches.find((one) => isPartOf(entity, one))
  if (behind) return { ...nothing, outcome: 'match', because: tellBehind(entity, behind), match: behind }
  const behindMiss = alone.nearMisses.find((one) => isPartOf(entity, one))
  if (behindMiss) return explainMiss(behindMiss)
  const { because, evidence } = await tellWork(entity, wanted, store)
  const wouldNeed = `A document that says ${entity.name} treats or recovers ${wanted}.`
  return { ...nothing, outcome: 'no-tie', because, evidence, wouldNeed }
}

function isPartOf({ id, members }: EntityView, { technology, project, enterprise }: Match): boolean {
  return [technology, project, enterprise].some(
    (part: EntityRef | null) => part !== null && (part.id === id || members.includes(part.id)),
  )
}

function tellRank({ name }: EntityView, { score, criteria }: Match, rank: number, count: number): string {
  const place = `${name} does match: number ${rank + 1} of ${count}, ${score.toFixed(2)}.`
  const weakest = criteria.filter((one) => one.score !== null).sort((a, b) => (a.score ?? 0) - (b.score ?? 0))[0]
  return weakest && (weakest.score ?? 1) < 1 ? `${place} Weakest on ${weakest.name}: ${weakest.because}` : place
}

function tellBehind({ name }: EntityView, { score }: Match): string {
  return `${name} does match, ${score.toFixed(2)}, but is not among the candidates that an answer weighs and lists: at most ${MAX_SEEDS}, those with the strongest ties to the need.`
}

/** The candidate, and what it offers, shows or runs, through which it may be tied to a need. */
async function listParts({ id }: EntityView, store: GraphStore): Promise<string[]> {
  const [page] = await store.statementsOf(
    [id],
    { direction: 'out', predicates: ['OFFERS', 'DEMONSTRATES', 'OPERATES'] },
    { limit: DEPTH },
  )
  return [...new Set([id, ...(page?.items ?? []).flatMap(({ objectEntity }) => objectEntity ?? [])])]
}

function explainMiss(miss: NearMiss): Reason {
  const criterion = miss.criteria.find(({ name }) => name === miss.failed)
  return {
    outcome: 'near-miss',
    criterion: miss.failed,
    because: criterion?.because ?? '',
    wouldNeed: miss.wouldNeed,
    evidence: criterion?.evidence ?? [],
    match: miss,
  }
}

/** What documents do say it treats and recovers, with their words. */
async function tellWork(
  { id, name }: EntityView,
  wanted: string,
  store: GraphStore,
): Promise<{ because: string; evidence: MatchEvidence[] }> {
  const [page] = await store.statementsOf(
    [id],
    { direction: 'out', predicates: ['TREATS', 'RECOVERS'], modalities: ['asserted'] },
    { limit: MOST_NAMED },
  )
  const statements = page?.items ?? []
  const lead = `No document ties ${name} to ${wanted}.`
  if (statements.length === 0) return { because: `${lead} None says what it treats at all.`, evidence: [] }
  const objects = await store.entities(statements.map(({ objectEntity }) => objectEntity ?? ''))
  const named = [...new Set(objects.flatMap((object) => object?.name ?? []))].join(', ')
  const ids = [...new Set(statements.flatMap(({ evidence }) => evidence.map(({ document }) => document)))]
  const documents = await store.documents(ids)
  const sources = new Map(documents.flatMap((document) => (document ? [[document.id, document.source] as const] : [])))
  return { because: `${lead} They say it treats or recovers ${named}.`, evidence: citeStatements(statements, sources) }
}
