import type { Finding, GraphStore } from '../../graph/store/graph-store.ts'
import { buildRecords, type RecordSources } from './build-record.ts'
import { listThings, type Thing } from './list-things.ts'
import type { SearchIndex } from './search-index.ts'

const PAGE = 1_000

/** What the index has not, and what it has that the graph has not. */
export interface Drift {
  missing: Thing[]
  surplus: string[]
}

/** Compares the records there should be with those there are, by id. What still waits in the outbox counts as drift: deliver it first. */
export async function compareWithGraph({ store, index }: { store: GraphStore; index: SearchIndex }): Promise<Drift> {
  const surplus = new Set(await listIndexed(index))
  const missing: Thing[] = []
  for await (const page of listThings(store)) {
    for (const thing of await keepSearchable(store, page)) if (!surplus.delete(thing.id)) missing.push(thing)
  }
  return { missing, surplus: [...surplus] }
}

/** The drift as findings, for `check`. */
export async function measureDrift(services: { store: GraphStore; index: SearchIndex }): Promise<Finding[]> {
  const { missing, surplus } = await compareWithGraph(services)
  return [
    ...missing.map(({ kind, id }) => ({
      code: 'search-missing',
      id,
      message: `The graph has this ${kind}; the search index lacks it. Repair the index or build it anew with reindex.`,
    })),
    ...surplus.map((id) => ({
      code: 'search-surplus',
      id,
      message: 'The search index has this; the graph does not. Repair the index or build it anew with reindex.',
    })),
  ]
}

/** Mends what differs and nothing else. Resolves with the number of records changed. */
export async function repairDrift(sources: RecordSources & { index: SearchIndex }): Promise<number> {
  const { missing, surplus } = await compareWithGraph(sources)
  for (let from = 0; from < missing.length; from += PAGE) {
    await sources.index.apply(await buildRecords(sources, missing.slice(from, from + PAGE)))
  }
  await sources.index.apply({ upsert: [], remove: surplus })
  return missing.length + surplus.length
}

/** Documents, and entities that a living, asserted statement uses. */
async function keepSearchable(store: GraphStore, page: readonly Thing[]): Promise<Thing[]> {
  const entities = page.filter(({ kind }) => kind === 'entity').map(({ id }) => id)
  if (entities.length === 0) return [...page]
  const used = await store.statementsOf(entities, { modalities: ['asserted'] }, { limit: 1 })
  return page.filter((_, place) => (used[place]?.items.length ?? 0) > 0)
}

async function listIndexed(index: SearchIndex): Promise<string[]> {
  const ids: string[] = []
  for (let after = ''; ; ) {
    const page = await index.listIds(after, PAGE)
    ids.push(...page)
    if (page.length < PAGE) return ids
    after = page.at(-1) ?? after
  }
}
