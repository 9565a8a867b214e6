import type { EntityView } from '../../../graph/entity.ts'
import type { StatementView } from '../../../graph/statement.ts'
import { type Chain, isTradeWide } from '../gather/chain.ts'
import { isOfOtherWaste } from './is-of-other-waste.ts'
import { type JudgeContext, type Judgement, notAsked } from './judgement.ts'
import { SCALE } from './weights.ts'
import { toYearlyTonnes, writeTonnes } from './yearly-tonnes.ts'

interface Figure {
  tonnes: number
  assumption?: string
  statement: StatementView
}

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

function findCapacity(chain: Chain, context: JudgeContext): [EntityView | undefined, Figure[]] {
  // What documents say of a process at large is the sum or the plant of somebody else.
  const own = chain.technology && isTradeWide(chain.technology) ? undefined : chain.technology
  for (const part of [chain.project, chain.enterprise, own]) {
    const figures = part ? listFigures(part, context) : []
    if (figures.length > 0) return [part, figures.sort((a, b) => a.tonnes - b.tonnes)]
  }
  return [undefined, []]
}

/** Stated capacities; without any, what it is said to treat of this very waste. */
function listFigures(part: EntityView, { facts, scope, concepts, counts, thesaurus }: JudgeContext): Figure[] {
  const stated = facts
    .from(part.id, 'capacity')
    .filter((statement) => counts(statement) && !isOfOtherWaste(statement, scope.waste, thesaurus))
    .flatMap((statement) => readFigure(statement, statement.value))
  if (stated.length > 0) return stated
  return facts
    .from(part.id, 'TREATS')
    .filter((statement) => counts(statement) && concepts.waste.has(statement.objectEntity ?? ''))
    .flatMap((statement) => readFigure(statement, statement.qualifiers?.quantity))
}

function readFigure(statement: StatementView, value: StatementView['value']): Figure[] {
  if (value?.kind !== 'quantity') return []
  const yearly = toYearlyTonnes(value)
  return yearly ? [{ ...yearly, statement }] : []
}

function writeRatio(ratio: number): string {
  if (ratio >= 1) return `${ratio.toLocaleString('en', { maximumFractionDigits: 1 })} times`
  return `${(ratio * 100).toLocaleString('en', { maximumSignificantDigits: 2 })} % of`
}
