import { dirname } from 'node:path'
import { ensureFolder } from '../../ensure-folder.ts'
import type { GraphStore } from '../graph-store.ts'
import { createDocumentReads } from './document-reads.ts'
import { createEntityReads } from './entity-reads.ts'
import { createPaths } from './find-paths.ts'
import { createGraphWrites } from './graph-writes.ts'
import { migrateStore, requireMigrated } from './migrate-store.ts'
import { MIGRATIONS } from './migrations/migrations.ts'
import { createNeighbours } from './neighbours.ts'
import { createOutbox } from './outbox.ts'
import { createSubgraph } from './read-subgraph.ts'
import { type ConnectionOptions, SqliteConnection } from './sqlite-connection.ts'
import { createStatementReads } from './statement-reads.ts'
import { createWholeGraph } from './whole-graph.ts'

export type SqliteGraphStoreOptions = ConnectionOptions

/**
 * The graph in one SQLite file, made where there is none. Several processes may open it at once: readers never wait, writers
 * take turns for `busyTimeoutMs`, then reject with `store-locked`. What a resolved promise wrote survives `kill -9` and a
 * power cut (WAL, `synchronous=FULL`).
 *
 * Rejects with `store-newer` where a newer Cupel wrote the file, `store-corrupt` where it is no sound database,
 * `store-unavailable` where it cannot be opened; writes reject with `store-full` where the disk or quota is full.
 */
export async function openSqliteGraphStore(options: SqliteGraphStoreOptions): Promise<GraphStore> {
  if (!options.readOnly) await ensureFolder(dirname(options.file))
  const connection = await SqliteConnection.open(options)
  try {
    if (options.readOnly) requireMigrated(connection, MIGRATIONS)
    else await migrateStore(connection, MIGRATIONS)
  } catch (error) {
    connection.close()
    throw error
  }
  return {
    ...createDocumentReads(connection),
    ...createEntityReads(connection),
    ...createStatementReads(connection),
    ...createNeighbours(connection),
    ...createPaths(connection),
    ...createSubgraph(connection),
    ...createOutbox(connection),
    ...createGraphWrites(connection),
    ...createWholeGraph(connection, options),
    close: async () => connection.close(),
  }
}
