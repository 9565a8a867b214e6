import type { Finding, GraphRecord, GraphStore } from '../graph-store.ts'
import { checkStore } from './check-store.ts'
import { exportGraph } from './export-graph.ts'
import { importGraph } from './import-graph.ts'
import { readCounts } from './read-counts.ts'
import { type ConnectionOptions, SqliteConnection } from './sqlite-connection.ts'
import { translateSqliteError } from './translate-sqlite-error.ts'

/**
 * What reads or writes the graph as a whole. Each call has a connection of its own: its transaction lasts as long as the caller
 * takes to read on, and nobody else's work may fall into it.
 */
export function createWholeGraph(
  connection: SqliteConnection,
  options: ConnectionOptions,
): Pick<GraphStore, 'counts' | 'export' | 'import' | 'check' | 'purge'> {
  return {
    counts: async () => connection.snapshot(() => readCounts(connection)),
    export: () => readWhole<GraphRecord>(options, exportGraph),
    check: () => readWhole<Finding>(options, checkStore),
    // Removed rows are overwritten with zeros, which the log holds beside the words until it is emptied into the file.
    purge: async () => void connection.read(() => connection.rows('PRAGMA wal_checkpoint(TRUNCATE)')),
    async import(records) {
      const own = await SqliteConnection.open({ ...options, readOnly: false })
      try {
        await own.begin('IMMEDIATE')
        await importGraph(own, records)
        own.commit()
      } catch (error) {
        throw translateSqliteError(error, options.file)
      } finally {
        own.close()
      }
      return connection.snapshot(() => readCounts(connection))
    },
  }
}

async function* readWhole<T>(
  options: ConnectionOptions,
  read: (connection: SqliteConnection) => Iterable<T>,
): AsyncGenerator<T> {
  const own = await SqliteConnection.open({ ...options, readOnly: true })
  try {
    await own.begin('DEFERRED')
    yield* read(own)
  } catch (error) {
    throw translateSqliteError(error, options.file)
  } finally {
    own.close()
  }
}
