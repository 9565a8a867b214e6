import { ENTITY_TYPES } from '../../graph/ontology/ontology.ts'
import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { labelFacetValue } from './label-facet-value.ts'
import { FACETS, type Facet, type SearchHit, type Why } from './search-index.ts'
import type { AnalysedSearchAnswer, SearchQuery } from './search-query.ts'

const HIGHLIGHTS_SHOWN = 2
const DOCUMENTS_SHOWN = 3
const VALUES_SHOWN = 6

const FACET_NAMES: Record<Facet, string> = {
  type: 'type',
  metal: 'metal',
  wasteStream: 'waste stream',
  country: 'country',
  proof: 'proof',
  year: 'year',
  language: 'language',
}

/** The answer as a person reads it on a terminal. Ends with a line break. */
export function renderAnswer(answer: AnalysedSearchAnswer, query: SearchQuery, thesaurus: Thesaurus): string {
  const { hits, total, hints, nearest, didYouMean } = answer
  const lines = [
    `${total} found${describeReading(answer)}`,
    ...(didYouMean ? [`Did you mean: ${didYouMean}`] : []),
    ...hints,
    ...hits.flatMap(renderHit),
    ...renderPage(answer, query),
    ...nearest.flatMap((hit) => renderHit({ ...hit, score: 0 })),
    ...FACETS.flatMap((facet) => renderFacet(facet, answer, query, thesaurus)),
  ]
  return `${lines.join('\n')}\n`
}

/** Which of the hits these are, where they are not all. */
function renderPage({ hits, total }: AnalysedSearchAnswer, { limit, offset = 0 }: SearchQuery): string[] {
  if (!limit || hits.length === total) return []
  if (hits.length === 0) return total > 0 ? [`The last page is --page ${Math.ceil(total / limit)}.`] : []
  const last = offset + hits.length
  return [`Hits ${offset + 1} to ${last}${last < total ? `; --page ${offset / limit + 2} shows the next` : ''}`]
}

function describeReading({ analysis: { concepts, countries, types } }: AnalysedSearchAnswer): string {
  const read = [...concepts, ...countries].map(({ label }) => label)
  const understood = [...new Set([...read, ...types.map(({ type }) => ENTITY_TYPES[type].label.toLowerCase())])]
  return understood.length > 0 ? `, understood as ${understood.join(', ')}` : ''
}

function renderHit({ name, type, score, why, highlights, documents }: SearchHit): string[] {
  const more = documents.length - DOCUMENTS_SHOWN
  return [
    `${score > 0 ? score.toFixed(2) : '   –'}  ${name} (${ENTITY_TYPES[type].label})  ${renderWhy(why)}`,
    ...highlights.slice(0, HIGHLIGHTS_SHOWN).map((highlight) => `        ${highlight}`),
    ...(documents.length > 0
      ? [`        in ${documents.slice(0, DOCUMENTS_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`]
      : []),
  ]
}

/** "concept: steel dust; name: steel, dust": what was met, by how it was. */
function renderWhy(why: readonly Why[]): string {
  const kinds = new Map<Why['kind'], string[]>()
  for (const { kind, matched } of why) kinds.set(kind, [...(kinds.get(kind) ?? []), matched])
  return [...kinds].map(([kind, matched]) => `${kind}: ${[...new Set(matched)].join(', ')}`).join('; ')
}

/** The values chosen stand first; what another choice would give stands apart from what was found. */
function renderFacet(
  facet: Facet,
  { facets }: AnalysedSearchAnswer,
  { type, filters }: SearchQuery,
  thesaurus: Thesaurus,
): string[] {
  const chosen = facet === 'type' && type ? [type] : (filters?.[facet] ?? [])
  const counts = Object.entries(facets[facet] ?? {}).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const show = (some: [string, number][]) =>
    some.map(([value, count]) => `${labelFacetValue(facet, value, thesaurus)} ${count}`).join(', ')
  const others = counts.filter(([value]) => !chosen.includes(value)).slice(0, VALUES_SHOWN)
  if (chosen.length === 0) return others.length > 0 ? [`${FACET_NAMES[facet]}: ${show(others)}`] : []
  const kept = chosen.map((value): [string, number] => [value, facets[facet]?.[value] ?? 0])
  const instead = others.length > 0 ? ` (chosen; instead: ${show(others)})` : ' (chosen)'
  return [`${FACET_NAMES[facet]}: ${show(kept)}${instead}`]
}
