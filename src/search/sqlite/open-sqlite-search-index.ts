import { setImmediate as breathe } from 'node:timers/promises'
import type { DatabaseSync } from '@photostructure/sqlite'
import { SearchError } from '../search-error.ts'
import type { SearchIndex } from '../search-index.ts'
import { applyChanges, type RecordChanges } from './apply-changes.ts'
import { connectSearch, readTransaction, writeTransaction } from './connect-search.ts'
import { rebuildSet } from './rebuild-set.ts'
import { createSearchReader, type SearchReader } from './search-reader.ts'
import { ensureSearchTables, hasSearchTables, nameTableSet, readMeta } from './search-tables.ts'
import { createRecordWriter, type RecordWriter } from './write-records.ts'
import { createTermWriter } from './write-terms.ts'

type Database = InstanceType<typeof DatabaseSync>

/** Records written in one transaction: few enough that other writers of the file wait milliseconds. */
const WRITE_BATCH = 200

export interface SqliteSearchIndexOptions {
  /** The file the graph is in, or any other; made where there is none. */
  file: string
}

/** Opens the embedded index. Tables of another version are dropped and made anew, empty: see `needsRebuild`. */
export async function openSqliteSearchIndex({ file }: SqliteSearchIndexOptions): Promise<SearchIndex> {
  const db = connectSearch(file)
  if (!hasSearchTables(db)) await writeTransaction(db, () => ensureSearchTables(db))
  const perSet = new Map<number, { reader: SearchReader; writer: RecordWriter }>()

  function open(): Database {
    if (!db.isOpen) throw new SearchError('index-closed', 'Expected an open index; this one was closed. Open it again.')
    return db
  }

  /** What is kept in memory of a set; that of sets gone by is let go. */
  function useSet(generation: number) {
    let kept = perSet.get(generation)
    if (!kept) {
      perSet.clear()
      const set = nameTableSet(generation)
      kept = { reader: createSearchReader(db, set), writer: createRecordWriter(db, set, createTermWriter(db, set)) }
      perSet.set(generation, kept)
    }
    return kept
  }

  return {
    async apply(changes) {
      for (const batch of cutChanges(changes)) {
        await writeTransaction(open(), () => applyChanges(db, batch, (generation) => useSet(generation).writer))
        await breathe()
      }
    },
    async search(request) {
      return readTransaction(open(), () => useSet(readMeta(db).generation).reader.search(request))
    },
    async suggest(prefix, limit) {
      return readTransaction(open(), () => useSet(readMeta(db).generation).reader.suggest(prefix, limit))
    },
    async count() {
      return readMeta(open()).records
    },
    async needsRebuild() {
      return readMeta(open()).stale === 1
    },
    async listIds(after, limit) {
      return readTransaction(open(), () => {
        const set = nameTableSet(readMeta(db).generation)
        const rows = db.prepare(`SELECT id FROM ${set('records')} WHERE id > ? ORDER BY id LIMIT ?`).all(after, limit)
        return rows.map(({ id }) => id as string)
      })
    },
    async rebuild(records) {
      await rebuildSet(open(), records)
    },
    async close() {
      perSet.clear()
      if (db.isOpen) db.close()
    },
  }
}

/** Removals go with the first batch; up to `WRITE_BATCH` records are one transaction. */
function cutChanges({ upsert, remove }: RecordChanges): RecordChanges[] {
  const batches: RecordChanges[] = [{ upsert: upsert.slice(0, WRITE_BATCH), remove }]
  for (let from = WRITE_BATCH; from < upsert.length; from += WRITE_BATCH) {
    batches.push({ upsert: upsert.slice(from, from + WRITE_BATCH), remove: [] })
  }
  return batches
}
