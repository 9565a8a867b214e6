import type { Judgement } from '../entity.ts'

/** The two ids in sorted order: a judgement is about a pair, not a direction. */
export function sortPair(left: string, right: string): [string, string] {
  return left < right ? [left, right] : [right, left]
}

/** People and imports judge by name; our own rules sign as `rule:<name>` and yield to everybody else. */
export function isRuleMade(by: string): boolean {
  return by.startsWith('rule:')
}

/**
 * The one judgement that counts among all on one pair: a curator's before a rule's, then the latest, then the surer, then
 * the first `by`, so that the order in which they were recorded does not matter.
 */
export function weighJudgements<J extends Pick<Judgement, 'by' | 'at' | 'score'>>(
  judgements: readonly J[],
): J | undefined {
  return judgements.reduce<J | undefined>((best, next) => (best && !outweighs(next, best) ? best : next), undefined)
}

function outweighs(
  next: Pick<Judgement, 'by' | 'at' | 'score'>,
  best: Pick<Judgement, 'by' | 'at' | 'score'>,
): boolean {
  const rules = Number(isRuleMade(next.by)) - Number(isRuleMade(best.by))
  if (rules !== 0) return rules < 0
  if (next.at !== best.at) return next.at > best.at
  if (next.score !== best.score) return next.score > best.score
  return next.by < best.by
}
