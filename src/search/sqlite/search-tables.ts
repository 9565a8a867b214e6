import type { DatabaseSync } from '@photostructure/sqlite'
import { prepareWrite } from './connect-search.ts'

type Database = InstanceType<typeof DatabaseSync>

/** Raised whenever the tables or what is written into them change; an index of another number is made anew. */
const SCHEMA_VERSION = 4

/*
 * The index shares a file with the graph and keeps to names that begin with `search_`. One *set* of tables, numbered,
 * holds one complete index; a rebuild fills a second set and the switch of one number in `search_meta` swaps them.
 *
 *   records      row, id, type, name, weight, facets     one line per record, never changed: an update is a new row
 *   bodies       row, detail, text                       what a hit shows; apart, so that `records` stays small to scan
 *   names        folded name -> row                      whole names: exact hits and suggestions
 *   concepts     concept -> row, worth
 *   heads        full text of names and topics           small lists, read for every word
 *   texts        full text of texts
 *   terms        every word, its stem                    other forms of a word, and what a misspelt word may have been
 *   facet_values ordinal -> facet, value
 *
 * `search_touched` holds the ids changed while a rebuild goes on.
 *
 * Full-text tables are contentless: the words are cut by us (FTS5 sees them joined by spaces) and the text is in `bodies`.
 */
export type TableSet = (table: string) => string

export function nameTableSet(generation: number): TableSet {
  return (table) => `search_${generation}_${table}`
}

/** What one row holds for all processes that share the file. */
export interface SearchMeta {
  /** Number of the set that answers. */
  generation: number
  /** Number of the set being filled, 0 where none is. */
  building: number
  /** Rises with every write; tells readers that what they remember may be old. */
  changes: number
  records: number
  /** 1 where the tables were made anew and nothing has been rebuilt since. */
  stale: number
}

/** Whether this version's tables are there: asked first, so that who only reads waits for no writer. */
export function hasSearchTables(db: Database): boolean {
  const meta = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'search_meta'").get()
  return meta !== undefined && readVersion(db) === SCHEMA_VERSION
}

function readVersion(db: Database): unknown {
  return db.prepare("SELECT value FROM search_meta WHERE key = 'version'").get()?.value
}

/** Makes the tables where there are none; drops and makes them anew where another version of Cupel made them. Inside a transaction. */
export function ensureSearchTables(db: Database): void {
  db.exec('CREATE TABLE IF NOT EXISTS search_meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID')
  db.exec('CREATE TABLE IF NOT EXISTS search_touched (id TEXT PRIMARY KEY) WITHOUT ROWID')
  if (readVersion(db) === SCHEMA_VERSION) return
  dropTablesExcept(db, [])
  const write = prepareWrite(db, 'INSERT OR REPLACE INTO search_meta VALUES (?, ?)')
  const fresh: SearchMeta = { generation: 1, building: 0, changes: 0, records: 0, stale: 1 }
  for (const [key, value] of Object.entries({ version: SCHEMA_VERSION, ...fresh })) write.run(key, value)
  createTableSet(db, nameTableSet(1))
  createSetIndexes(db, nameTableSet(1))
}

export function readMeta(db: Database): SearchMeta {
  const rows = db.prepare('SELECT key, value FROM search_meta').all() as { key: string; value: number }[]
  return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as unknown as SearchMeta
}

export function writeMeta(db: Database, change: Partial<SearchMeta>): void {
  const write = prepareWrite(db, 'UPDATE search_meta SET value = ? WHERE key = ?')
  for (const [key, value] of Object.entries(change)) write.run(value, key)
}

export function createTableSet(db: Database, set: TableSet): void {
  db.exec(`
    CREATE TABLE ${set('records')} (row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
      name TEXT NOT NULL, weight REAL NOT NULL, length INTEGER NOT NULL, tie INTEGER NOT NULL, digest TEXT NOT NULL, facets TEXT NOT NULL);
    CREATE TABLE ${set('bodies')} (row INTEGER PRIMARY KEY, detail TEXT NOT NULL, text TEXT NOT NULL);
    CREATE TABLE ${set('names')} (row INTEGER NOT NULL, folded TEXT NOT NULL, alias INTEGER NOT NULL, weight REAL NOT NULL,
      PRIMARY KEY (row, folded)) WITHOUT ROWID;
    CREATE TABLE ${set('concepts')} (row INTEGER NOT NULL, concept TEXT NOT NULL, worth REAL NOT NULL,
      PRIMARY KEY (row, concept)) WITHOUT ROWID;
    CREATE TABLE ${set('terms')} (term TEXT PRIMARY KEY, stem TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE ${set('facet_values')} (ordinal INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (facet, value));
    CREATE VIRTUAL TABLE ${set('heads')} USING fts5(names, topics, content='', contentless_delete=1, tokenize='ascii');
    CREATE VIRTUAL TABLE ${set('texts')} USING fts5(text, content='', contentless_delete=1, tokenize='ascii');
  `)
}

/** Apart from the tables, because filling them first and indexing after is faster: all tables are filled in order of row. */
export function createSetIndexes(db: Database, set: TableSet): void {
  db.exec(`
    CREATE INDEX ${set('names_by_name')} ON ${set('names')} (folded, alias, weight);
    CREATE INDEX ${set('concepts_by_concept')} ON ${set('concepts')} (concept, row, worth);
    CREATE INDEX ${set('terms_by_stem')} ON ${set('terms')} (stem);
    CREATE INDEX ${set('terms_by_shape')} ON ${set('terms')} (substr(term, 1, 1), length(term));
    CREATE INDEX ${set('terms_by_tail')} ON ${set('terms')} (substr(term, 2));
  `)
}

/** Drops every set but these generations. */
export function dropTablesExcept(db: Database, generations: readonly number[]): void {
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'search_[0-9]*' ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC",
    )
    .all() as { name: string }[]
  for (const { name } of tables) {
    const generation = Number(/^search_(\d+)_/.exec(name)?.[1])
    // A virtual table takes its shadow tables with it, which are in the list too.
    if (!generations.includes(generation)) db.exec(`DROP TABLE IF EXISTS "${name}"`)
  }
}
