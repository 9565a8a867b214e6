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
    ...concepts.map(({ id, ...part }) => ({ ...part, kind: 'concept' as const, value: id })),
    ...countries.map(({ code, ...part }) => ({ ...part, kind: 'place' as const, value: code })),
    ...types.map(({ type, role, ...part }) => ({
      ...part,
      kind: role ? ('role' as const) : ('type' as const),
      value: type,
      label: role ? part.matched : ENTITY_TYPES[type].label,
    })),
  ].sort((a, b) => a.start - b.start)
  const chips = new Map<string, QueryChip>()
  for (const { kind, value, label, matched, start, end } of parts) {
    const key = `${kind} ${start} ${end}`
    const known = chips.get(key)
    if (!known) chips.set(key, { kind, values: [value], label, matched, without: takeOut(query, start, end) })
    else if (!known.values.includes(value))
      chips.set(key, { ...known, values: [...known.values, value], label: `${known.label}, ${label}` })
  }
  return [...chips.values()]
}

function takeOut(query: string, start: number, end: number): string {
  return `${query.slice(0, start)} ${query.slice(end)}`.replace(/\s+/g, ' ').trim()
}
