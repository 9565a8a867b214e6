import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { listLabels } from '../../../graph/thesaurus/list-labels.ts'
import { nameEntity } from '../../../graph/thesaurus/name-entity.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { countryNames } from '../../../graph/values/country.ts'
import type { SearchRecord } from '../search-index.ts'
import { listBorrowedConcepts, listEntityConcepts } from './entity-concepts.ts'
import { listEntityFacets } from './entity-facets.ts'
import type { EntityContext } from './gather-entities.ts'
import { findMentionedConcepts } from './mentioned-concepts.ts'

/** Characters of quotes and labels kept: enough for some forty sentences, strongest first. */
const LONGEST_TEXT = 8_000
const MOST_RELATED = 200

/** `null` where no living, asserted statement uses the entity: a mere mention stays out of search. */
export function buildEntityRecord(
  context: EntityContext,
  sources: ReadonlyMap<string, string>,
  thesaurus: Thesaurus,
): SearchRecord | null {
  const { view, statements } = context
  if (statements.length === 0) return null
  const name = nameEntity(view, thesaurus)
  const text = writeText(context)
  const related = listRelatedNames(context, thesaurus)
  const concepts = listEntityConcepts(context)
  const mentioned = findMentionedConcepts([text, ...related].join('\n'), thesaurus).map(({ id }) => id)
  return {
    id: view.id,
    type: view.type,
    name,
    aliases: listAliases(context, thesaurus).filter((alias) => alias !== name),
    text,
    related,
    concepts,
    mentions: [...new Set([...mentioned, ...listBorrowedConcepts(context)])].filter((id) => !concepts.includes(id)),
    facets: listEntityFacets(context, concepts, thesaurus),
    documents: view.documents.flatMap((id) => sources.get(id) ?? []),
    weight: weighEntity(context),
  }
}

/** What documents call it; a concept bears its labels in all languages and its codes besides, a country its names. */
function listAliases({ view }: EntityContext, thesaurus: Thesaurus): string[] {
  const aliases = new Set([view.name, ...view.aliases])
  const concept = view.concept ? thesaurus.concept(view.concept) : undefined
  // A technology of one firm may be a kind of a concept; only the concept's own entity bears its labels.
  if (concept && concept.id === view.id) {
    for (const { label } of listLabels(concept)) aliases.add(label)
    for (const { scheme, code } of concept.codes) aliases.add(scheme === 'hs' ? `HS ${code}` : code)
  }
  if (view.type === 'Country' && view.country) {
    for (const { name, code, demonym } of countryNames()) if (code === view.country && !demonym) aliases.add(name)
  }
  return [...aliases]
}

/** Things of the world: what is done to a metal or happens in a country is said of who does it, and told there. */
const TOLD_OF: readonly EntityType[] = ['Country', 'City', 'Metal', 'WasteStream']

/** The words documents use of it, each sentence once. */
function writeText({ view, statements }: EntityContext): string {
  const own = TOLD_OF.includes(view.type)
    ? statements.filter(({ subjectEntity }) => subjectEntity === view.id)
    : statements
  const quotes = own.flatMap(({ evidence }) => evidence.map(({ quote }) => quote))
  const qualifiers = statements.flatMap((statement) => [statement.qualifiers?.role, statement.qualifiers?.title])
  const lines = [...new Set([...quotes, ...qualifiers])].filter((line) => line !== undefined)
  const kept: string[] = []
  let length = 0
  for (const line of lines) {
    length += line.length
    if (length > LONGEST_TEXT) break
    kept.push(line)
  }
  return kept.join(' · ')
}

/** Names of what its statements tie it to, strongest first. */
function listRelatedNames({ view, statements, related }: EntityContext, thesaurus: Thesaurus): string[] {
  const names = statements
    .flatMap(({ subjectEntity, objectEntity }) => [subjectEntity, objectEntity])
    .filter((id) => id !== view.id)
    .flatMap((id) => related.get(id ?? '') ?? [])
    .map((other) => nameEntity(other, thesaurus))
  return [...new Set(names)].slice(0, MOST_RELATED)
}

/** 0–1, rising ever more slowly with statements, with documents that agree, and with proof. */
function weighEntity({ view, statements }: EntityContext): number {
  const corroborated = statements.filter(({ corroboration }) => corroboration > 1).length
  const shown = statements.some(({ predicate }) => predicate === 'DEMONSTRATES' || predicate === 'proof')
  const evidence = statements.length + 2 * corroborated + 3 * (view.documents.length - 1) + (shown ? 5 : 0)
  return Math.round((1 - 1 / (1 + evidence / 10)) * 1000) / 1000
}
