import { join } from 'node:path'
import { create, insert, search } from '@orama/orama'
import MiniSearch from 'minisearch'
import type { SearchRecord } from '../src/search/search-index.ts'
import { openSqliteSearchIndex } from '../src/search/sqlite/open-sqlite-search-index.ts'

const HITS = 20

/** An engine filled once and asked many times. Each is told of names, aliases and texts, tolerates typos and completes words. */
export interface BenchEngine {
  fill(records: Iterable<SearchRecord>): Promise<void>
  /** Ids of the best twenty. */
  ask(query: string): Promise<string[]>
  close(): Promise<void>
}

export const ENGINES: Record<string, (folder: string) => Promise<BenchEngine>> = {
  cupel: async (folder) => {
    const index = await openSqliteSearchIndex({ file: join(folder, 'index.sqlite') })
    async function* stream(records: Iterable<SearchRecord>) {
      yield* records
    }
    return {
      fill: (records) => index.rebuild(stream(records)),
      // Facets over all hits, reasons and highlights are in the answer, as ever.
      ask: async (query) => (await index.search({ query, limit: HITS })).hits.map(({ id }) => id),
      close: () => index.close(),
    }
  },
  minisearch: async () => {
    const index = new MiniSearch<SearchRecord>({ fields: ['name', 'aliases', 'text'], storeFields: ['name'] })
    return {
      fill: async (records) => {
        for (const record of records) index.add(record)
      },
      ask: async (query) =>
        index
          .search(query, { prefix: true, fuzzy: 0.2, boost: { name: 2 } })
          .slice(0, HITS)
          .map(({ id }) => id as string),
      close: async () => {},
    }
  },
  orama: async () => {
    const index = create({ schema: { name: 'string', aliases: 'string[]', text: 'string' } as const })
    return {
      fill: async (records) => {
        for (const { id, name, aliases, text } of records) await insert(index, { id, name, aliases, text })
      },
      ask: async (query) =>
        (await search(index, { term: query, tolerance: 1, limit: HITS, boost: { name: 2 } })).hits.map(({ id }) => id),
      close: async () => {},
    }
  },
}
