import type { GraphStore } from '../../graph/store/graph-store.ts'
import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { openCitations } from './cite-evidence.ts'
import { assembleChains } from './gather/assemble-chains.ts'
import { canonicalScope } from './gather/canonical-scope.ts'
import { type Chain, chainKey } from './gather/chain.ts'
import { MAX_SEEDS } from './gather/choose-seeds.ts'
import { type Counts, countsAsFact, countsAsHint, findConcerns } from './gather/find-concerns.ts'
import { gatherFacts } from './gather/gather-facts.ts'
import { type JudgedChain, judgeChain } from './judge/judge-chain.ts'
import type { JudgeContext, Judgement } from './judge/judgement.ts'
import type { MatchAnswer, MatchRequest } from './match.ts'
import { scopeNeed } from './need/scope-need.ts'
import { understandNeed } from './need/understand-need.ts'
import { presentMatch, presentNearMiss } from './present-match.ts'
import { dropWeaker, rankChains } from './rank-chains.ts'

interface FailedChain {
  judged: JudgedChain
  failed: Judgement
}

/**
 * Answers who can meet a need, where that has been shown and with what words behind it, and who nearly can and why not.
 * Never throws over the text of a need: what it could not make out it says in `notes`. With `only`, these ids and what hangs
 * together with them are weighed instead of the strongest candidates of the graph.
 */
export async function matchNeed(
  deps: { store: GraphStore; thesaurus: Thesaurus },
  request: MatchRequest,
  only?: readonly string[],
): Promise<MatchAnswer> {
  const { need, notes } = await understandNeed(deps, request)
  const limit = Math.max(0, Math.floor(request.limit ?? 10))
  const scope = scopeNeed(need, deps.thesaurus)
  if (scope[scope.anchor].size === 0) return { need, matches: [], nearMisses: [], notes }

  const { facts, truncated } = await gatherFacts(deps.store, scope, need.country?.code, only)
  const concepts = canonicalScope(scope, facts)
  const contextOf = (counts: Counts): JudgeContext => ({
    need,
    scope,
    concepts,
    facts,
    thesaurus: deps.thesaurus,
    counts,
  })
  const [known, hinted] = [contextOf(countsAsFact), contextOf(countsAsHint)]

  const judged = listChains(known).map((chain) => judgeChain(chain, known))
  const passed = judged.filter((chain) => !failureOf(chain))
  const found = dropWeaker(rankChains(passed), limit)
  const failed = findNearMisses(judged, found, hinted, limit)

  const cite = await openCitations([...found, ...failed.map(({ judged }) => judged)], deps.store)
  if (truncated)
    notes.push(`More documents speak of this than could be weighed; the ${MAX_SEEDS} strongest candidates were.`)
  if (found.length + failed.length === 0)
    notes.push('No document in the graph speaks of this yet, nor of anything near it.')
  if (need.wasteStreams.length > 0 && found.length > 0) {
    notes.push('Legality is read from the entries and sentences cited; it is no legal advice.')
  }
  return {
    need,
    matches: found.map((match) => presentMatch(match, cite)),
    nearMisses: failed.map(({ judged, failed }) => presentNearMiss(judged, failed, cite)),
    notes,
  }
}

function listChains(context: JudgeContext): Chain[] {
  const chains = assembleChains({ facts: context.facts, concerns: findConcerns(context), counts: context.counts })
  const excluded = new Set(context.need.excluded?.map(({ id }) => id))
  // A firm or plant the need rules out is no answer, nor nearly one. A technology may be one: its criterion says why.
  return chains.filter(
    ({ enterprise, project }) =>
      ![enterprise, project].some((part) => part && [part.id, ...part.members].some((id) => excluded.has(id))),
  )
}

/** The criterion a chain falls at, if any: only one that would make it useless is told to. */
function failureOf({ judgements }: JudgedChain): Judgement | undefined {
  return judgements.find(({ wouldNeed }) => wouldNeed !== undefined)
}

/** Chains that fell at a criterion, and those that stand only when plans and hopes are taken for facts. */
function findNearMisses(
  judged: readonly JudgedChain[],
  found: readonly JudgedChain[],
  hinted: JudgeContext,
  limit: number,
): FailedChain[] {
  const asserted = new Set(judged.map(({ chain }) => chainKey(chain)))
  const planned = listChains(hinted).filter((chain) => !asserted.has(chainKey(chain)))
  const failures = new Map<JudgedChain, Judgement>()
  for (const chain of judged) {
    const failed = failureOf(chain)
    if (failed) failures.set(chain, failed)
  }
  for (const chain of planned.map((plan) => judgeChain(plan, hinted))) {
    failures.set(chain, failureOf(chain) ?? explainPlan(chain))
  }
  // A near miss that says less than a match of the same parts teaches nothing.
  const told = [...failures.keys()].filter((chain) => dropWeaker([...found, chain], Infinity).includes(chain))
  return dropWeaker(rankChains(told), limit).flatMap((chain) => {
    const failed = failures.get(chain)
    return failed ? [{ judged: chain, failed }] : []
  })
}

function explainPlan({ chain, judgements }: JudgedChain): Judgement {
  const open = [...chain.concerns.map(({ statement }) => statement), ...chain.links].find(
    ({ modality }) => modality !== 'asserted',
  )
  const proof = judgements.find(({ name }) => name === 'proof')
  const words = open?.evidence[0]?.quote.replace(/\s+/g, ' ')
  return {
    name: 'proof',
    asked: true,
    score: proof?.score ?? null,
    because: proof?.because ?? '',
    statements: proof?.statements ?? [],
    wouldNeed: `A document that says it is at work; so far it is ${open?.modality ?? 'planned'}${words ? `: “${words}”` : '.'}`,
  }
}
