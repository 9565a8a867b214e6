import type { StatementView } from '../../../graph/statement.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { findConcepts } from '../need/find-concepts.ts'
import type { Scope } from '../need/scope-need.ts'

/**
 * Whether the words around a figure name wastes and none that count for the need: "120,000 tonnes of electronic scrap" is no
 * capacity for lead batteries. In a table only the cell of the figure speaks for it.
 */
export function isOfOtherWaste({ value, evidence }: StatementView, scope: Scope, thesaurus: Thesaurus): boolean {
  if (scope.size === 0 || !value) return false
  const words = evidence.map(({ quote }) => quote.split('\t').find((cell) => cell.includes(value.text)) ?? quote)
  const wastes = words
    .flatMap((text) => findConcepts(text, thesaurus))
    .flatMap(({ concepts }) => concepts.filter(({ type }) => type === 'WasteStream').map(({ id }) => id))
  return wastes.length > 0 && !wastes.some((id) => scope.has(id) || id === 'waste-stream/waste')
}
