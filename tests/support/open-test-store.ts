import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GraphStore } from '../../graph/store/graph-store.ts'
import { openSqliteGraphStore } from '../../graph/store/sqlite/open-sqlite-graph-store.ts'

export interface TestStore extends AsyncDisposable {
  store: GraphStore
}

/** An empty embedded store in a folder of its own, gone with it: `await using test = await openTestStore()`. */
export async function openTestStore(): Promise<TestStore> {
  const folder = await mkdtemp(join(tmpdir(), 'cupel-store-'))
  const store = await openSqliteGraphStore({ file: join(folder, 'graph.sqlite') })
  return {
    store,
    async [Symbol.asyncDispose]() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
