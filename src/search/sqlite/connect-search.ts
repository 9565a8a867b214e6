import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseSync } from '@photostructure/sqlite'
import { SearchError } from '../search-error.ts'

type Database = InstanceType<typeof DatabaseSync>

/** How long a write waits for others that write to the same file. */
const PATIENCE_MS = 30_000
const FIRST_PAUSE_MS = 5
const LONGEST_PAUSE_MS = 200

/**
 * A connection of our own to the file the graph is in. SQLite must not wait for a lock inside a call (`busy_timeout`
 * stays short): the holder may be another connection of this very thread, which could then never let go.
 */
export function connectSearch(file: string): Database {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA busy_timeout = 50')
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  // What is withdrawn must not stay readable in the free pages of the file.
  db.exec('PRAGMA secure_delete = ON')
  db.exec('PRAGMA cache_size = -16000')
  db.exec('PRAGMA temp_store = MEMORY')
  return db
}

/**
 * A statement that writes. FTS5 leaves row numbers of its own past 2⁵³ behind as the connection's last one, which `run`
 * reports and refuses to give as a number.
 */
export function prepareWrite(db: Database, sql: string): ReturnType<Database['prepare']> {
  const statement = db.prepare(sql)
  statement.setReadBigInts(true)
  return statement
}

/** Runs `write` in one transaction, waiting for other writers without blocking the thread. Rejects with `index-busy` after half a minute. */
export async function writeTransaction<T>(db: Database, write: () => T): Promise<T> {
  const until = performance.now() + PATIENCE_MS
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      db.exec('BEGIN IMMEDIATE')
    } catch (cause) {
      if (!isBusy(cause)) throw cause
      if (performance.now() > until) {
        throw new SearchError(
          'index-busy',
          `Expected the index to be free for writing within ${PATIENCE_MS / 1000} seconds; another process kept its file locked. Stop the other writer or try again.`,
          { cause },
        )
      }
      await wait(pause)
      continue
    }
    return commit(db, write)
  }
}

function commit<T>(db: Database, write: () => T): T {
  try {
    const result = write()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/** Runs `read` on one unchanging state of the file. */
export function readTransaction<T>(db: Database, read: () => T): T {
  db.exec('BEGIN')
  return commit(db, read)
}

function isBusy(error: unknown): boolean {
  const { errcode, message } = error as { errcode?: number; message?: string }
  // 5 is SQLITE_BUSY; its extended codes keep it in the low byte.
  return (errcode !== undefined && (errcode & 0xff) === 5) || /\b(?:locked|busy)\b/i.test(message ?? '')
}
