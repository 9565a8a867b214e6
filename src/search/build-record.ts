import type { GraphStore, OutboxEntry } from '../../graph/store/graph-store.ts'
import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { buildDocumentRecord } from './record/build-document-record.ts'
import { buildEntityRecord } from './record/build-entity-record.ts'
import { gatherEntities } from './record/gather-entities.ts'
import type { SearchRecord } from './search-index.ts'

export interface RecordSources {
  store: GraphStore
  thesaurus: Thesaurus
}

export interface BuiltRecords {
  upsert: SearchRecord[]
  /** Ids that have no record (any more): gone, merged into another, or used by no statement. */
  remove: string[]
}

/** Builds the search records of entities and documents from the graph, many at once; the number of reads for entities does not grow with their number. */
export async function buildRecords(
  sources: RecordSources,
  things: readonly Pick<OutboxEntry, 'kind' | 'id'>[],
): Promise<BuiltRecords> {
  const ofKind = (kind: OutboxEntry['kind']) => [
    ...new Set(things.filter((one) => one.kind === kind).map(({ id }) => id)),
  ]
  const entities = await buildEntities(sources, ofKind('entity'))
  const documents = await buildDocuments(sources, ofKind('document'))
  return { upsert: [...entities.upsert, ...documents.upsert], remove: [...entities.remove, ...documents.remove] }
}

async function buildEntities({ store, thesaurus }: RecordSources, ids: readonly string[]): Promise<BuiltRecords> {
  const contexts = await gatherEntities(store, ids)
  const documents = [...new Set(contexts.flatMap((context) => context?.view.documents ?? []))]
  const records = await store.documents(documents)
  const sources = new Map(records.flatMap((record) => (record ? [[record.id, record.source]] : [])))
  const upsert = new Map<string, SearchRecord>()
  const remove = new Set(ids)
  for (const context of contexts) {
    const record = context && buildEntityRecord(context, sources, thesaurus)
    if (!record) continue
    upsert.set(record.id, record)
    remove.delete(record.id)
  }
  return { upsert: [...upsert.values()], remove: [...remove] }
}

async function buildDocuments({ store, thesaurus }: RecordSources, ids: readonly string[]): Promise<BuiltRecords> {
  const built: BuiltRecords = { upsert: [], remove: [] }
  for (const [place, document] of (await store.documents(ids)).entries()) {
    if (document) built.upsert.push(await buildDocumentRecord(store, thesaurus, document))
    else built.remove.push(ids[place] ?? '')
  }
  return built
}
