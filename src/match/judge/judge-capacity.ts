import type { Chain } from '../gather/chain.ts'
import { findCapacity } from './find-capacity.ts'
import { type JudgeContext, type Judgement, notAsked } from './judgement.ts'
import { SCALE } from './weights.ts'
import { toYearlyTonnes, writeTonnes } from './yearly-tonnes.ts'

/**
 * Whether it can take the quantity: capacity ÷ need. The plant's own figure counts before its enterprise's. Where figures
 * differ the smallest counts and the others are named.
 */
export function judgeCapacity(chain: Chain, context: JudgeContext): Judgement {
  const { need } = context
  const [owner, figures] = findCapacity(chain, context)
  const asked = need.quantity ? toYearlyTonnes(need.quantity) : null
  if (!asked) {
    const known = figures[0] && owner ? ` ${owner.name} is put at ${writeTonnes(figures[0].tonnes)} a year.` : ''
    return {
      ...notAsked('capacity', `The need names no quantity.${known}`),
      statements: figures.slice(0, 1).map(({ statement }) => statement),
    }
  }
  const least = figures[0]
  if (!least || !owner) {
    const who = chain.project ?? chain.enterprise ?? chain.technology
    return {
      name: 'capacity',
      asked: true,
      score: null,
      because: 'No document states a capacity in tonnes.',
      statements: [],
      missing: [`What capacity has ${who?.name ?? 'it'}, against ${writeTonnes(asked.tonnes)} a year?`],
    }
  }
  const ratio = least.tonnes / asked.tonnes
  const others = [...new Set(figures.slice(1).map(({ tonnes }) => tonnes))].filter((tonnes) => tonnes !== least.tonnes)
  const sentences = [
    `${owner.name} is put at ${writeTonnes(least.tonnes)} a year, ${writeRatio(ratio)} the ${writeTonnes(asked.tonnes)} needed.`,
    ...(others.length > 0
      ? [`Other figures stand beside it (${others.map(writeTonnes).join(', ')}); the smallest counts.`]
      : []),
    ...(least.assumption ? [`Assumed: ${least.assumption}.`] : []),
  ]
  return {
    name: 'capacity',
    asked: true,
    score: Math.min(1, ratio),
    because: sentences.join(' '),
    statements: figures.map(({ statement }) => statement),
    ...(ratio < SCALE.capacityFails && {
      wouldNeed: `A capacity of at least ${writeTonnes(asked.tonnes * SCALE.capacityFails)} a year; ${writeTonnes(asked.tonnes)} for the whole need.`,
    }),
  }
}

function writeRatio(ratio: number): string {
  if (ratio >= 1) return `${ratio.toLocaleString('en', { maximumFractionDigits: 1 })} times`
  return `${(ratio * 100).toLocaleString('en', { maximumSignificantDigits: 2 })} % of`
}
