import type { GraphStore, OutboxEntry } from '../../graph/store/graph-store.ts'
import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { buildDocumentRecord } from './record/build-document-record.ts'
import { buildEntityRecord } from './record/build-entity-record.ts'
import { type EntityContext, gatherEntities, listDependents } from './record/gather-entities.ts'
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

type Thing = Pick<OutboxEntry, 'kind' | 'id'>

/** Builds the search records of entities and documents from the graph, many at once; the number of reads for entities does not grow with their number. */
export async function buildRecords(sources: RecordSources, things: readonly Thing[]): Promise<BuiltRecords> {
  const ids = listIds(things, 'entity')
  return combine(
    await buildEntities(sources, ids, await gatherEntities(sources.store, ids)),
    await buildDocuments(sources, listIds(things, 'document')),
  )
}

/** The same, with the records of the entities that lean on these, but for those already in `fresh`; all that were built join it. */
export async function buildWithDependents(
  sources: RecordSources,
  things: readonly Thing[],
  fresh: Set<string>,
): Promise<BuiltRecords> {
  const ids = listIds(things, 'entity')
  const contexts = await gatherEntities(sources.store, ids)
  for (const id of ids) fresh.add(id)
  const dependents = (await listDependents(sources.store, contexts)).filter((id) => !fresh.has(id))
  for (const id of dependents) fresh.add(id)
  return combine(
    await buildEntities(sources, ids, contexts),
    await buildEntities(sources, dependents, await gatherEntities(sources.store, dependents)),
    await buildDocuments(sources, listIds(things, 'document')),
  )
}

function listIds(things: readonly Thing[], kind: Thing['kind']): string[] {
  return [...new Set(things.filter((one) => one.kind === kind).map(({ id }) => id))]
}

function combine(...built: readonly BuiltRecords[]): BuiltRecords {
  return { upsert: built.flatMap(({ upsert }) => upsert), remove: built.flatMap(({ remove }) => remove) }
}

async function buildEntities(
  { store, thesaurus }: RecordSources,
  ids: readonly string[],
  contexts: readonly (EntityContext | null)[],
): Promise<BuiltRecords> {
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
