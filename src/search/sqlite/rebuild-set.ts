import { setImmediate as breathe } from 'node:timers/promises'
import type { DatabaseSync } from '@photostructure/sqlite'
import { SearchError } from '../search-error.ts'
import type { SearchRecord } from '../search-index.ts'
import { writeTransaction } from './connect-search.ts'
import {
  createSetIndexes,
  createTableSet,
  dropTablesExcept,
  nameTableSet,
  readMeta,
  writeMeta,
} from './search-tables.ts'
import { createRecordWriter, type RecordWriter } from './write-records.ts'
import { fillTerms } from './write-terms.ts'

type Database = InstanceType<typeof DatabaseSync>

/** Records in one transaction: more make the full text cheaper to build, fewer let other writers in sooner. */
const REBUILD_BATCH = 1_000
const FULL_TEXT = ['heads', 'texts']
/** Pieces a full-text table may be in before it is merged; FTS5 allows no more than 1,999. */
const MOST_SEGMENTS = 1_000

/**
 * Fills a second set of tables and swaps it in. Until the swap the old one answers, also where the process ends midway.
 * Rejects with `rebuild-superseded` where another rebuild began meanwhile; the later one wins.
 */
export async function rebuildSet(db: Database, records: AsyncIterable<SearchRecord>): Promise<void> {
  const generation = await writeTransaction(db, () => beginSet(db))
  let writer: RecordWriter | undefined
  const step = (write: () => void) =>
    writeTransaction(db, () => {
      expectMine(db, generation)
      write()
    })
  try {
    for await (const batch of gather(records)) {
      await step(() => {
        writer ??= createRecordWriter(db, nameTableSet(generation))
        addToSet(db, writer, batch)
      })
      await breathe()
    }
    for (const fill of fillTerms(db, nameTableSet(generation))) {
      await step(fill)
      await breathe()
    }
    await step(() => finishSet(db, generation))
  } catch (error) {
    if (db.isOpen) await writeTransaction(db, () => abandonSet(db, generation))
    throw error
  }
  await writeTransaction(db, () => dropTablesExcept(db, [readMeta(db).generation, readMeta(db).building]))
}

function beginSet(db: Database): number {
  const { generation, building } = readMeta(db)
  const next = Math.max(generation, building) + 1
  dropTablesExcept(db, [generation])
  db.exec('DELETE FROM search_touched')
  const set = nameTableSet(next)
  createTableSet(db, set)
  // No merging on the way: everything is merged once at the end.
  for (const table of FULL_TEXT) configure(db, set(table), { automerge: 0, crisismerge: MOST_SEGMENTS })
  writeMeta(db, { building: next })
  return next
}

function addToSet(db: Database, writer: RecordWriter, batch: readonly SearchRecord[]): void {
  const isTouched = db.prepare('SELECT 1 FROM search_touched WHERE id = ?')
  for (const record of batch) if (!isTouched.get(record.id)) writer.upsert(record)
}

function finishSet(db: Database, generation: number): void {
  const set = nameTableSet(generation)
  createSetIndexes(db, set)
  // One segment for each full-text table: every list is then read in one piece.
  for (const table of FULL_TEXT) {
    db.exec(`INSERT INTO ${set(table)} (${set(table)}) VALUES ('optimize')`)
    configure(db, set(table), { automerge: 4, crisismerge: 16 })
  }
  const records = db.prepare(`SELECT count(*) AS records FROM ${set('records')}`).get()?.records as number
  db.exec('DELETE FROM search_touched')
  writeMeta(db, { generation, building: 0, stale: 0, records, changes: readMeta(db).changes + 1 })
}

function configure(db: Database, table: string, settings: Record<string, number>): void {
  // Written out: a bound JavaScript number arrives as a floating one, which FTS5 refuses here.
  for (const [name, value] of Object.entries(settings)) {
    db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('${name}', ${value})`)
  }
}

function abandonSet(db: Database, generation: number): void {
  const meta = readMeta(db)
  if (meta.building !== generation) return
  writeMeta(db, { building: 0 })
  dropTablesExcept(db, [meta.generation])
}

function expectMine(db: Database, generation: number): void {
  if (readMeta(db).building === generation) return
  throw new SearchError(
    'rebuild-superseded',
    'Expected to be the only rebuild of this index; another one began meanwhile and goes on. Wait for it, or start again when it is done.',
  )
}

async function* gather(records: AsyncIterable<SearchRecord>): AsyncIterable<SearchRecord[]> {
  let batch: SearchRecord[] = []
  for await (const record of records) {
    batch.push(record)
    if (batch.length < REBUILD_BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
