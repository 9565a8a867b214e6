import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GraphStore } from '../../graph/store/graph-store.ts'
import { openSqliteGraphStore } from '../../graph/store/sqlite/open-sqlite-graph-store.ts'
import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import type { SearchIndex } from '../../src/search/search-index.ts'
import { openSqliteSearchIndex } from '../../src/search/sqlite/open-sqlite-search-index.ts'
import { buildThesaurus } from './build-thesaurus.ts'

export interface TestSearch extends AsyncDisposable {
  store: GraphStore
  index: SearchIndex
  thesaurus: Thesaurus
}

/** An empty store and its index in one file, as they are in a data folder: `await using search = await openTestSearch()`. */
export async function openTestSearch(thesaurus: Thesaurus = buildThesaurus()): Promise<TestSearch> {
  const folder = await mkdtemp(join(tmpdir(), 'cupel-search-'))
  const file = join(folder, 'graph.sqlite')
  const store = await openSqliteGraphStore({ file })
  const index = await openSqliteSearchIndex({ file })
  return {
    store,
    index,
    thesaurus,
    async [Symbol.asyncDispose]() {
      await index.close()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
