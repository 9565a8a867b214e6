import type { StatementView } from '../../../graph/statement.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { findConcepts } from '../need/find-concepts.ts'

const LONGEST_READ = 2_000
/** Sentences whose wastes are remembered from need to need: a sentence is asked once for each chain it bears on. */
const MOST_REMEMBERED = 10_000

const remembered = new WeakMap<Thesaurus, Map<string, readonly string[]>>()

/** Wastes that the words of a statement name. Of a figure in a table only its own cell speaks. */
export function listNamedWastes({ value, evidence }: StatementView, thesaurus: Thesaurus): readonly string[] {
  return evidence.flatMap(({ quote }) => {
    const words =
      value?.kind === 'quantity' ? (quote.split('\t').find((cell) => cell.includes(value.text)) ?? quote) : quote
    return readWastes(words.slice(0, LONGEST_READ), thesaurus)
  })
}

function readWastes(text: string, thesaurus: Thesaurus): readonly string[] {
  const known = remembered.get(thesaurus) ?? new Map<string, readonly string[]>()
  remembered.set(thesaurus, known)
  const before = known.get(text)
  if (before) return before
  const wastes = findConcepts(text, thesaurus).flatMap(({ concepts }) =>
    concepts.filter(({ type }) => type === 'WasteStream').map(({ id }) => id),
  )
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(text, wastes)
  return wastes
}
