import type { EntityView } from '../../../graph/entity.ts'
import type { StatementView } from '../../../graph/statement.ts'
import { isOfOtherWaste } from './is-of-other-waste.ts'
import type { JudgeContext } from './judgement.ts'
import { toYearlyTonnes } from './yearly-tonnes.ts'

/** A capacity in tonnes a year and the statement that gives it. */
export interface Figure {
  tonnes: number
  assumption?: string
  statement: StatementView
}

/** Stated capacities; without any, what it is said to treat of this very waste. */
export function listFigures(part: EntityView, { facts, scope, concepts, counts, thesaurus }: JudgeContext): Figure[] {
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
