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
 * One match for each set of parts, without those that only repeat less of a better one: "the enterprise treats it" beside
 * "the enterprise treats it by this technology in that plant". Takes ranked chains, gives at most `limit`.
 */
export function dropWeaker(ranked: readonly JudgedChain[], limit: number): JudgedChain[] {
  const kept: JudgedChain[] = []
  for (const candidate of ranked) {
    if (kept.length >= limit) break
    // A fuller chain of no lower score ranks before it, so the kept ones suffice.
    if (!kept.some((other) => isPartOf(candidate.chain, other.chain))) kept.push(candidate)
  }
  return kept
}

/** Whether every part of `less` is also in `more`, which has others besides. */
export function isPartOf(less: Chain, more: Chain): boolean {
  const parts = ['technology', 'project', 'enterprise'] as const
  return (
    parts.every((part) => !less[part] || less[part]?.id === more[part]?.id) &&
    parts.some((part) => !less[part] && more[part])
  )
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
