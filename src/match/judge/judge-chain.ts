import type { Chain } from '../gather/chain.ts'
import { findChainPlaces } from './find-chain-places.ts'
import { judgeCapacity } from './judge-capacity.ts'
import { judgeLegality } from './judge-legality.ts'
import { judgeMetal } from './judge-metal.ts'
import { judgePlace } from './judge-place.ts'
import { judgeProof } from './judge-proof.ts'
import { judgeTechnology } from './judge-technology.ts'
import { judgeWaste } from './judge-waste.ts'
import type { JudgeContext, Judgement } from './judgement.ts'
import type { ChainPlace } from './list-places.ts'
import { WEIGHTS } from './weights.ts'

const JUDGES = [judgeWaste, judgeMetal, judgeTechnology, judgeCapacity, judgeProof, judgePlace, judgeLegality]

const ANCHORS = ['waste', 'metal', 'technology'] as const

/** A chain with its judgements and the weighted mean of those the need asks for. */
export interface JudgedChain {
  chain: Chain
  judgements: Judgement[]
  /** Where it stands, nearest to the need. */
  place?: ChainPlace
  /** 0–1, rounded to three places. */
  score: number
}

export function judgeChain(chain: Chain, context: JudgeContext): JudgedChain {
  const judgements = JUDGES.map((judge) => {
    const judgement = judge(chain, context)
    return { ...judgement, score: judgement.score === null ? null : round(judgement.score) }
  })
  const place = findChainPlaces(chain, context)[0]
  return { chain, judgements, score: weighJudgements(judgements), ...(place && { place }) }
}

/**
 * The weighted mean over what is asked; what nothing answers counts as its `unknown` value. Where no waste is named, what
 * the need asks first instead, a metal or a technology, weighs as the waste would.
 */
export function weighJudgements(judgements: readonly Pick<Judgement, 'name' | 'asked' | 'score'>[]): number {
  const asked = judgements.filter((judgement) => judgement.asked)
  const first = ANCHORS.find((name) => asked.some((judgement) => judgement.name === name))
  const weights = asked.map(({ name, score }) => ({
    weight: WEIGHTS[name === first ? 'waste' : name].weight,
    score: score ?? WEIGHTS[name].unknown,
  }))
  const total = weights.reduce((sum, { weight }) => sum + weight, 0)
  return total === 0 ? 0 : round(weights.reduce((sum, { weight, score }) => sum + weight * score, 0) / total)
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000
}
