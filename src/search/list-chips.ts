import { ENTITY_TYPES } from '../../graph/ontology/ontology.ts'
import type { QueryAnalysis } from './search-query.ts'

/** A part of a query that was understood, as an interface shows it: it can be taken out again. */
export interface QueryChip {
  kind: 'concept' | 'place' | 'type' | 'role'
  /** What it was understood as: concept ids, an ISO 3166-1 code or types. Several where one name stands for several. */
  values: string[]
  label: string
  /** The words of the query it came from. */
  matched: string
  /** The query without these words. */
  without: string
}

/** The chips of a query, in the order of their words. */
export function listChips(query: string, { concepts, countries, types }: QueryAnalysis): QueryChip[] {
  const parts = [
    ...concepts.map(({ id, label, matched }) => ({ kind: 'concept' as const, value: id, label, matched })),
    ...countries.map(({ code, label, matched }) => ({ kind: 'place' as const, value: code, label, matched })),
    ...types.map(({ type, matched, role }) => ({
      kind: role ? ('role' as const) : ('type' as const),
      value: type,
      label: role ? matched : ENTITY_TYPES[type].label,
      matched,
    })),
  ]
  const chips = new Map<string, QueryChip>()
  for (const { kind, value, label, matched } of parts) {
    const key = `${kind} ${matched}`
    const known = chips.get(key)
    if (!known) chips.set(key, { kind, values: [value], label, matched, without: takeOut(query, matched) })
    else if (!known.values.includes(value))
      chips.set(key, { ...known, values: [...known.values, value], label: `${known.label}, ${label}` })
  }
  return [...chips.values()].sort((a, b) => query.indexOf(a.matched) - query.indexOf(b.matched))
}

function takeOut(query: string, words: string): string {
  const at = query.indexOf(words)
  return `${query.slice(0, at)} ${query.slice(at + words.length)}`.replace(/\s+/g, ' ').trim()
}
