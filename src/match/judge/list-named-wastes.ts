import type { StatementView } from '../../../graph/statement.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { findConcepts } from '../need/find-concepts.ts'

/** A statement is asked once per chain it bears on; its words do not change. */
const known = new WeakMap<StatementView, readonly string[]>()
const LONGEST_READ = 2_000

/** Wastes that the words of a statement name. Of a figure in a table only its own cell speaks. */
export function listNamedWastes(statement: StatementView, thesaurus: Thesaurus): readonly string[] {
  const before = known.get(statement)
  if (before) return before
  const { value, evidence } = statement
  const words = evidence.map(({ quote }) =>
    value?.kind === 'quantity' ? (quote.split('\t').find((cell) => cell.includes(value.text)) ?? quote) : quote,
  )
  const wastes = words
    .flatMap((text) => findConcepts(text.slice(0, LONGEST_READ), thesaurus))
    .flatMap(({ concepts }) => concepts.filter(({ type }) => type === 'WasteStream').map(({ id }) => id))
  known.set(statement, wastes)
  return wastes
}
