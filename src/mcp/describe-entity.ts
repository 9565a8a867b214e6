import { type EntityType, isProperty, isRelation, PROPERTIES, RELATIONS } from '../../graph/ontology/ontology.ts'
import type { Modality, StatementView } from '../../graph/statement.ts'
import type { GraphStore } from '../../graph/store/graph-store.ts'
import { findEntity } from '../find-entity.ts'

export interface DescribedStatement {
  id: string
  subject: string
  predicate: string
  object: string
  modality: Modality
  confidence: number
  /** Documents that say so. */
  corroboration: number
  evidence: { document: string; quote: string; page?: number }[]
}

export interface DescribedEntity {
  id: string
  type: EntityType
  name: string
  aliases: string[]
  country: string | null
  documents: number
  statements: DescribedStatement[]
}

type Reader = Pick<GraphStore, 'entities' | 'candidates' | 'statementsOf' | 'documents'>

/** What documents say of a thing, given by id or name, with their words; null where nothing goes by it. */
export async function describeEntity(store: Reader, asked: string, limit: number): Promise<DescribedEntity | null> {
  const entity = await findEntity(store, asked.trim())
  if (!entity) return null
  const [page] = await store.statementsOf([entity.id], {}, { limit })
  const said = page?.items ?? []
  const ends = await store.entities(
    said.flatMap(({ subjectEntity, objectEntity = subjectEntity }) => [subjectEntity, objectEntity]),
  )
  const names = new Map(ends.flatMap((end) => (end ? [[end.id, end.name] as const] : [])))
  const ids = new Set(said.flatMap(({ evidence }) => evidence.map(({ document }) => document)))
  const documents = await store.documents([...ids])
  const sources = new Map(documents.flatMap((document) => (document ? [[document.id, document.source] as const] : [])))
  const { id, type, name, aliases, country = null, documentCount } = entity
  const statements = said.map((statement) => describeStatement(statement, names, sources))
  return { id, type, name, aliases, country, documents: documentCount, statements }
}

function describeStatement(
  { id, subjectEntity, objectEntity, predicate, value, modality, confidence, corroboration, evidence }: StatementView,
  names: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, string>,
): DescribedStatement {
  return {
    id,
    subject: names.get(subjectEntity) ?? subjectEntity,
    predicate: labelOf(predicate),
    object: objectEntity === undefined ? (value?.text ?? '') : (names.get(objectEntity) ?? objectEntity),
    modality,
    confidence,
    corroboration,
    evidence: evidence.map(({ document, quote, page }) => ({
      document: sources.get(document) ?? document,
      quote: quote.replace(/\s+/g, ' ').trim(),
      ...(page !== undefined && { page }),
    })),
  }
}

function labelOf(predicate: StatementView['predicate']): string {
  if (isRelation(predicate)) return RELATIONS[predicate].label
  return isProperty(predicate) ? PROPERTIES[predicate].label : predicate
}
