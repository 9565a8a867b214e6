import { ENTITY_TYPES } from '../../graph/ontology/ontology.ts'
import type { SearchAnswer } from './search-index.ts'
import type { QueryAnalysis } from './search-query.ts'

/** The query with its slips mended: those the analysis read through, and those of words that only met others a letter or two away. */
export function mendQuery(query: string, analysis: QueryAnalysis, { hits }: SearchAnswer): string | undefined {
  const typos = hits[0]?.why.flatMap(({ kind, query: typed, matched }) =>
    kind === 'typo' ? [{ typed, read: matched }] : [],
  )
  const slips = new Map(
    [...analysis.corrections, ...(typos ?? [])].map(({ typed, read }) => [typed.toLowerCase(), read] as const),
  )
  if (slips.size === 0) return undefined
  const mended = query.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => slips.get(word.toLowerCase()) ?? word)
  return mended === query ? undefined : mended
}

/** What the query asked for and no hit has: a type or a country that only ordered the hits, and ordered none to the top. */
export function noteUnmet({ countries, types }: QueryAnalysis, { facets, total }: SearchAnswer): string[] {
  if (total === 0) return []
  const places = countries.filter(({ code }) => !facets.country?.[code])
  const kinds = types.filter(({ type }) => !facets.type?.[type])
  return [
    ...places.map(({ label }) => `Nothing found is in ${label}; what comes nearest is from elsewhere.`),
    ...[...new Set(kinds.map(({ type }) => ENTITY_TYPES[type].label.toLowerCase()))].map(
      (label) =>
        `Nothing found is ${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}; what comes nearest is something else.`,
    ),
  ]
}
