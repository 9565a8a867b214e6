import { setTimeout as delay } from 'node:timers/promises'
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite'
import { GraphError } from '../../graph-error.ts'
import { isBusy, translateSqliteError } from './translate-sqlite-error.ts'

export interface ConnectionOptions {
  file: string
  readOnly?: boolean
  /** How long to wait for another process's write before giving up with `store-locked`. Default 10,000. */
  busyTimeoutMs?: number
  /** The file may not grow beyond this many pages of 4,096 bytes: a quota. Writes past it are refused with `store-full`. */
  maxPages?: number
}

/** What a column of ours holds. */
export type SqlValue = string | number | null | Uint8Array

/** SQLite itself waits this long, blocking the thread, before we wait without blocking. */
const BLOCKING_WAIT_MS = 20
const DEFAULT_BUSY_TIMEOUT_MS = 10_000
/** Small, so that memory does not grow with the graph: what falls out of it is in the system’s own cache. */
const CACHE_KIB = 16_384
/** Pages of the log after which a commit also writes them into the file: larger makes commits cheaper and reopening after a crash slower. */
const CHECKPOINT_PAGES = 8_192
const LOG_LIMIT_BYTES = 64 * 1024 * 1024

/**
 * One connection to the file of a graph: prepared statements by their text, transactions, and failures as `GraphError`s.
 * The binding is synchronous, so nothing else of this process runs between the statements of one transaction.
 */
export class SqliteConnection {
  readonly file: string
  readonly busyTimeoutMs: number
  private readonly database: DatabaseSyncInstance
  private readonly prepared = new Map<string, StatementSyncInstance>()

  private constructor(database: DatabaseSyncInstance, options: ConnectionOptions) {
    this.database = database
    this.file = options.file
    this.busyTimeoutMs = options.busyTimeoutMs ?? DEFAULT_BUSY_TIMEOUT_MS
  }

  /** Rejects with `store-unavailable`, `store-corrupt` or `store-locked`. */
  static async open(options: ConnectionOptions): Promise<SqliteConnection> {
    const busyTimeoutMs = options.busyTimeoutMs ?? DEFAULT_BUSY_TIMEOUT_MS
    return retryWhileBusy(options.file, busyTimeoutMs, () => {
      const database = new DatabaseSync(options.file, {
        readOnly: options.readOnly ?? false,
        timeout: BLOCKING_WAIT_MS,
      })
      try {
        configure(database, options)
        return new SqliteConnection(database, options)
      } catch (error) {
        database.close()
        throw error
      }
    })
  }

  /** The first row's columns in order. */
  row<R extends readonly SqlValue[]>(sql: string, ...parameters: SqlValue[]): R | undefined {
    return this.prepare(sql).get(...parameters)
  }

  rows<R extends readonly SqlValue[]>(sql: string, ...parameters: SqlValue[]): R[] {
    return this.prepare(sql).all(...parameters) as R[]
  }

  /** The first column of the first row. */
  value<V extends SqlValue>(sql: string, ...parameters: SqlValue[]): V | undefined {
    return this.row<[V]>(sql, ...parameters)?.[0]
  }

  /** The first column of every row. */
  values<V extends SqlValue>(sql: string, ...parameters: SqlValue[]): V[] {
    return this.rows<[V]>(sql, ...parameters).map(([value]) => value)
  }

  /** Rows one at a time, on a statement of its own, so that the same query may run inside the loop. */
  *stream<R extends readonly SqlValue[]>(sql: string, ...parameters: SqlValue[]): Generator<R> {
    const statement = this.database.prepare(sql)
    statement.setReturnArrays(true)
    try {
      yield* statement.iterate(...parameters) as Iterable<R>
    } finally {
      statement.close()
    }
  }

  /** Number of rows changed. */
  run(sql: string, ...parameters: SqlValue[]): number {
    return this.prepare(sql).run(...parameters).changes
  }

  /** The key of the row inserted. */
  insert(sql: string, ...parameters: SqlValue[]): number {
    return Number(this.prepare(sql).run(...parameters).lastInsertRowid)
  }

  execute(sql: string): void {
    this.database.exec(sql)
  }

  /** One query: consistent in itself, with failures translated. */
  read<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw translateSqliteError(error, this.file)
    }
  }

  /** Several queries that see the same state of the graph, whatever others write meanwhile. */
  snapshot<T>(work: () => T): T {
    return this.read(() => {
      this.run('BEGIN')
      return this.finish(work)
    })
  }

  /**
   * All of `work` or nothing of it, durable when the promise resolves. Waits for other writers without blocking the thread.
   * From BEGIN to COMMIT nothing is awaited: other calls on this connection would fall into the open transaction.
   */
  write<T>(work: () => T): Promise<T> {
    return retryWhileBusy(this.file, this.busyTimeoutMs, () => {
      this.run('BEGIN IMMEDIATE')
      return this.finish(work)
    })
  }

  /** Begins a transaction that outlives this call; `commit` or `close` ends it. For connections with a single user. */
  async begin(mode: 'IMMEDIATE' | 'DEFERRED'): Promise<void> {
    await retryWhileBusy(this.file, this.busyTimeoutMs, () => this.run(`BEGIN ${mode}`))
  }

  commit(): void {
    this.read(() => this.run('COMMIT'))
  }

  /** Rolls back what is open and lets go of the file. Closing twice does nothing. */
  close(): void {
    if (!this.database.isOpen) return
    this.prepared.clear()
    this.database.close()
  }

  private finish<T>(work: () => T): T {
    try {
      const result = work()
      this.run('COMMIT')
      return result
    } catch (error) {
      // SQLite has rolled back by itself after some failures, a full disk among them.
      if (this.database.isTransaction) this.database.exec('ROLLBACK')
      throw error
    }
  }

  private prepare(sql: string): StatementSyncInstance {
    const known = this.prepared.get(sql)
    if (known) return known
    if (!this.database.isOpen)
      throw new GraphError('store-unavailable', `The graph in ${this.file} has been closed; open it again to use it.`)
    const statement = this.database.prepare(sql)
    statement.setReturnArrays(true)
    this.prepared.set(sql, statement)
    return statement
  }
}

function configure(database: DatabaseSyncInstance, { readOnly, maxPages }: ConnectionOptions): void {
  database.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY`)
  if (readOnly) {
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return
  }
  const mode = database.prepare('PRAGMA journal_mode').get()?.journal_mode
  if (mode !== 'wal') database.exec('PRAGMA journal_mode = WAL')
  database.exec(
    `PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA journal_size_limit = ${LOG_LIMIT_BYTES}`,
  )
  if (maxPages) database.exec(`PRAGMA max_page_count = ${maxPages}`)
}

/** Another process's lock is waited for with growing, jittered pauses, so that several waiting processes take turns. */
async function retryWhileBusy<T>(file: string, timeoutMs: number, attempt: () => T): Promise<T> {
  const deadline = Date.now() + timeoutMs
  for (let pause = 2; ; pause = Math.min(pause * 2, 50)) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error) || Date.now() >= deadline) throw translateSqliteError(error, file)
      await delay(pause * (0.5 + Math.random()))
    }
  }
}
