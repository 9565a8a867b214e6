import { buildRecords, type RecordSources } from './build-record.ts'
import { listThings } from './list-things.ts'
import type { SearchIndex, SearchRecord } from './search-index.ts'

/** Builds the whole index from the store, aside, and swaps it in. Changes made meanwhile reach it through the outbox as ever. */
export async function reindex({ store, thesaurus, index }: RecordSources & { index: SearchIndex }): Promise<void> {
  await index.rebuild(streamRecords({ store, thesaurus }))
}

async function* streamRecords(sources: RecordSources): AsyncIterable<SearchRecord> {
  for await (const page of listThings(sources.store)) yield* (await buildRecords(sources, page)).upsert
}
