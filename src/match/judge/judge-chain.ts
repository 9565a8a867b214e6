import type { Chain } from '../gather/chain.ts'
import { type ChainPlace, findChainPlaces } from './find-chain-places.ts'
import { judgeCapacity } from './judge-capacity.ts'
import { judgeLegality } from './judge-legality.ts'
import { judgeMetal } from './judge-metal.ts'
import { judgePlace } from './judge-place.ts'
import { judgeProof } from './judge-proof.ts'
import { judgeTechnology } from './judge-technology.ts'
import { judgeWaste } from './judge-waste.ts'
import type { JudgeContext, Judgement } from './judgement.ts'
import { WEIGHTS } from './weights.ts'

const JUDGES = [judgeWaste, judgeMetal, judgeTechnology, judgeCapacity, judgeProof, judgePlace, judgeLegality]

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
  const place = findChainPlaces(chain, context.facts, context.counts, context.need.country?.code)[0]
  return { chain, judgements, score: weighJudgements(judgements), ...(place && { place }) }
}

/** The weighted mean over what is asked; what nothing answers counts as its `unknown` value. */
export function weighJudgements(judgements: readonly Pick<Judgement, 'name' | 'asked' | 'score'>[]): number {
  const asked = judgements.filter((judgement) => judgement.asked)
  const total = asked.reduce((sum, { name }) => sum + WEIGHTS[name].weight, 0)
  if (total === 0) return 0
  const sum = asked.reduce((sum, { name, score }) => sum + WEIGHTS[name].weight * (score ?? WEIGHTS[name].unknown), 0)
  return round(sum / total)
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000
}
