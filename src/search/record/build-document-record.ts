import type { DocumentRecord } from '../../../graph/document.ts'
import type { EntityView } from '../../../graph/entity.ts'
import type { GraphStore } from '../../../graph/store/graph-store.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { SearchRecord } from '../search-index.ts'
import { sortConcepts, yearsOfStatements } from './entity-facets.ts'
import { findMentionedConcepts } from './mentioned-concepts.ts'

/** Characters of text indexed; a longer document is found by its first hundred pages or so. */
const LONGEST_TEXT = 500_000
const MOST_PLACES = 500
const MOST_STATEMENTS = 500
/** A concept named this often is one of the document's subjects, fewer times a mention. */
const TIMES_TO_BE_A_SUBJECT = 3

export async function buildDocumentRecord(
  store: GraphStore,
  thesaurus: Thesaurus,
  document: DocumentRecord,
): Promise<SearchRecord> {
  const version = await store.documentVersion(document.id)
  const places = await listPlaces(store, document.id)
  const statements = (await store.statementsIn(document.id, { limit: MOST_STATEMENTS }, { brief: true })).items
  const dated = statements.filter(({ modality, status }) => modality === 'asserted' && status !== 'rejected')
  const text = (version?.text ?? '').slice(0, LONGEST_TEXT)
  const named = findMentionedConcepts(`${document.title}\n${text}`, thesaurus)
  const inTitle = findMentionedConcepts(document.title, thesaurus).map(({ id }) => id)
  const subjects = named.filter(({ count }) => count >= TIMES_TO_BE_A_SUBJECT).map(({ id }) => id)
  const concepts = [...new Set([...inTitle, ...subjects])]
  const countries = places.flatMap(({ country }) => country ?? [])
  return {
    id: document.id,
    type: 'Document',
    name: document.title || document.source,
    aliases: [nameOf(document.source)].filter((name) => name !== document.title && name !== ''),
    text,
    concepts,
    mentions: named.map(({ id }) => id).filter((id) => !concepts.includes(id)),
    facets: {
      type: ['Document'],
      ...sortConcepts(
        named.map(({ id }) => id),
        thesaurus,
      ),
      country: [...new Set(countries)],
      year: [...new Set(yearsOfStatements(dated))].sort(),
      language: document.language === 'und' ? [] : [document.language],
    },
    documents: [document.source],
    weight: Math.round((1 - 1 / (1 + statements.length / 40)) * 1000) / 1000,
  }
}

/** Only these: the view of a body that thousands of documents name takes milliseconds to read. */
async function listPlaces(store: GraphStore, document: string): Promise<EntityView[]> {
  const pages = await Promise.all(
    (['Country', 'City'] as const).map((type) => store.listEntities({ document, type }, { limit: MOST_PLACES })),
  )
  return pages.flatMap(({ items }) => items)
}

/** `reports/2024/steel-dust.pdf` is also asked for as "steel-dust". */
function nameOf(source: string): string {
  const file = source.split(/[/\\]/).at(-1) ?? source
  return file.replace(/\.[^.]+$/, '')
}
