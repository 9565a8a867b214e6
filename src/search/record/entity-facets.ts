import type { StatementView } from '../../../graph/statement.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { DateValue } from '../../../graph/values/value.ts'
import type { Facet } from '../search-index.ts'
import type { EntityContext } from './gather-entities.ts'

const PLACES = ['LOCATED_IN', 'HELD_IN', 'APPLIES_IN']
const PROVABLE = ['Technology', 'Project', 'Facility']
/** A span of more years than this says little of each. */
const MOST_YEARS = 10

export function listEntityFacets(
  context: EntityContext,
  concepts: readonly string[],
  thesaurus: Thesaurus,
): Partial<Record<Facet, string[]>> {
  return {
    type: [context.view.type],
    ...sortConcepts(concepts, thesaurus),
    country: unique(listCountries(context)),
    proof: unique(listProof(context)),
    year: unique(listYears(context)).sort(),
  }
}

/** Metals and waste streams among concepts. */
export function sortConcepts(
  concepts: readonly string[],
  thesaurus: Thesaurus,
): { metal: string[]; wasteStream: string[] } {
  const ofType = (type: string) => concepts.filter((id) => thesaurus.concept(id)?.type === type)
  return { metal: ofType('Metal'), wasteStream: ofType('WasteStream') }
}

/** Where it is or was held, where its plants are, where the people's employer is. */
function listCountries({ view, statements, lent, related }: EntityContext): string[] {
  const own = view.country ? [view.country] : []
  const placed = statements.filter(
    ({ predicate, subjectEntity }) => subjectEntity === view.id && PLACES.includes(predicate),
  )
  const through = lent.filter((one) => one.through !== 'OFFERS' && one.statement.predicate === 'LOCATED_IN')
  const at = [...placed, ...through.map(({ statement }) => statement)].map(({ objectEntity }) =>
    related.get(objectEntity ?? ''),
  )
  return [...own, ...at.flatMap((place) => (place?.country ? [place.country] : []))]
}

/** The level a document gives, else `demonstrated` where something shows it at work, else `claimed`. */
function listProof({ view, statements }: EntityContext): string[] {
  if (!PROVABLE.includes(view.type)) return []
  const said = statements.flatMap(({ predicate, value }) =>
    predicate === 'proof' && value?.kind === 'text' ? [value.text] : [],
  )
  if (said.length > 0) return said
  return [statements.some(({ predicate }) => predicate === 'DEMONSTRATES') ? 'demonstrated' : 'claimed']
}

function listYears({ view, statements }: EntityContext): string[] {
  return yearsOfStatements(statements.filter(({ subjectEntity }) => subjectEntity === view.id))
}

/** Years that statements give as their value or period. */
export function yearsOfStatements(statements: readonly StatementView[]): string[] {
  return statements.flatMap(({ value, qualifiers }) => [
    ...(value?.kind === 'date' ? yearsOf(value) : []),
    ...(qualifiers?.period ? yearsOf(qualifiers.period) : []),
  ])
}

function yearsOf({ start, end = start }: DateValue): string[] {
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))]
  if (!Number.isInteger(first) || !Number.isInteger(last) || last < first || last - first >= MOST_YEARS) return []
  return Array.from({ length: last - first + 1 }, (_, offset) => String(first + offset))
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
