import type { EntityView } from '../../graph/entity.ts'
import { foldName } from '../../graph/values/fold-name.ts'
import { type Chain, chainKey, partsOf } from './gather/chain.ts'
import type { JudgedChain } from './judge/judge-chain.ts'

/** Best first: by score, then by the documents behind it, then by name and id, so that equal facts always rank the same. */
export function rankChains(judged: readonly JudgedChain[]): JudgedChain[] {
  return [...judged].sort(
    (a, b) =>
      b.score - a.score ||
      partsOf(b.chain).length - partsOf(a.chain).length ||
      countSupport(b) - countSupport(a) ||
      compareText(nameOf(a.chain), nameOf(b.chain)) ||
      compareText(chainKey(a.chain), chainKey(b.chain)),
  )
}

/**
 * One match for each set of parts, without those that only repeat a better one or less of it: "the enterprise treats it" beside
 * "the enterprise treats it by this technology in that plant". Takes ranked chains, gives at most `limit`.
 */
export function dropWeaker(ranked: readonly JudgedChain[], limit: number): JudgedChain[] {
  const kept: JudgedChain[] = []
  for (const candidate of ranked) {
    if (kept.length >= limit) break
    // A fuller chain of no lower score ranks before it, so the kept ones suffice.
    if (!kept.some((better) => repeats(candidate, better))) kept.push(candidate)
  }
  return kept
}

/** Whether every part of one chain is a part of the other, which may have more. */
function repeats(less: JudgedChain, more: JudgedChain): boolean {
  return (
    isSame(less.chain.technology, more.chain.technology) &&
    isSame(less.chain.enterprise, more.chain.enterprise) &&
    isSame(less.chain.project, more.chain.project) &&
    (less.chain.project?.id === more.chain.project?.id || !less.chain.project || !areApart(less, more))
  )
}

/** The same thing, or a namesake nobody has judged to be one with it yet. */
function isSame(less: EntityView | undefined, more: EntityView | undefined): boolean {
  if (!less || less.id === more?.id) return true
  return more !== undefined && foldName(less.name) === foldName(more.name)
}

/** "Battery plant" in two countries is two plants. */
function areApart({ place: here }: JudgedChain, { place: there }: JudgedChain): boolean {
  return here !== undefined && there !== undefined && here.code !== there.code
}

function countSupport({ chain }: JudgedChain): number {
  return chain.concerns.reduce((sum, { statement }) => sum + statement.corroboration, 0)
}

function nameOf(chain: Chain): string {
  return partsOf(chain)
    .map(({ name }) => name)
    .join(' ')
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
