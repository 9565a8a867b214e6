import type { DatabaseSync } from '@photostructure/sqlite'
import type { SearchRecord } from '../search-index.ts'
import { prepareWrite } from './connect-search.ts'
import { nameTableSet, readMeta, writeMeta } from './search-tables.ts'
import { createRecordWriter, type RecordWriter } from './write-records.ts'
import { createTermWriter } from './write-terms.ts'

type Database = InstanceType<typeof DatabaseSync>

export interface RecordChanges {
  upsert: SearchRecord[]
  remove: string[]
}

/**
 * Writes changes into the set that answers, inside a transaction of the caller's. While a rebuild fills another set they
 * go there too and are marked, so that the rebuild does not bring an older state back.
 */
export function applyChanges(
  db: Database,
  changes: RecordChanges,
  writerOf: (generation: number) => RecordWriter,
): void {
  const meta = readMeta(db)
  const writer = writerOf(meta.generation)
  try {
    const { written, records } = writeAll(writer, changes)
    if (written > 0) writeMeta(db, { changes: meta.changes + 1, records: meta.records + records })
    if (meta.building > 0) {
      const set = nameTableSet(meta.building)
      writeAll(createRecordWriter(db, set, createTermWriter(db, set)), changes)
      const mark = prepareWrite(db, 'INSERT OR IGNORE INTO search_touched VALUES (?)')
      for (const id of [...changes.remove, ...changes.upsert.map((record) => record.id)]) mark.run(id)
    }
  } catch (error) {
    writer.forget()
    throw error
  }
}

/** How many records were written or removed, and how many more there are now. */
function writeAll(writer: RecordWriter, { upsert, remove }: RecordChanges): { written: number; records: number } {
  let written = 0
  let records = 0
  for (const id of remove) {
    if (!writer.remove(id)) continue
    written++
    records--
  }
  for (const record of upsert) {
    const done = writer.upsert(record)
    if (done.written) written++
    if (!done.known) records++
  }
  return { written, records }
}
