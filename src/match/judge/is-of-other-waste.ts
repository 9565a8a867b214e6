import type { StatementView } from '../../../graph/statement.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { Scope, ScopedConcept } from '../need/scope-need.ts'
import { listNamedWastes } from './list-named-wastes.ts'

/**
 * Whether the words around a figure name wastes and none that count for the need: "120,000 tonnes of electronic scrap" is no
 * capacity for lead batteries.
 */
export function isOfOtherWaste(statement: StatementView, scope: Scope, thesaurus: Thesaurus): boolean {
  if (scope.size === 0) return false
  const wastes = listNamedWastes(statement, thesaurus)
  return wastes.length > 0 && !wastes.some((id) => isNear(scope.get(id)) || id === 'waste-stream/waste')
}

/** A sibling is another kind: what a plant takes of lithium batteries says nothing of lead ones. */
function isNear(concept: ScopedConcept | undefined): boolean {
  return concept !== undefined && concept.relation !== 'sibling'
}
