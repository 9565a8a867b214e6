import type { DatabaseSync } from '@photostructure/sqlite'
import type { TableSet } from './search-tables.ts'

type Database = InstanceType<typeof DatabaseSync>

/** Rows kept in memory between queries, 4 bytes each: the lists of common words, which cost most to read. */
const REMEMBERED_ROWS = 2_000_000

export type PostingField = 'name' | 'topic' | 'text'

/** Reads which rows hold a term. Lists are sorted by row. */
export interface PostingReader {
  rows(field: PostingField, term: string, prefix?: boolean): Uint32Array
  phrase(terms: readonly string[]): Uint32Array[]
  concept(id: string): { rows: Uint32Array; worths: Float64Array }
  /** To be called when the tables have changed. */
  forget(): void
}

export function createPostingReader(db: Database, set: TableSet): PostingReader {
  const heads = prepareMatch(db, set('heads'))
  const texts = prepareMatch(db, set('texts'))
  const concepts = db.prepare(
    `SELECT json_group_array(row) AS rows, json_group_array(worth) AS worths FROM ${set('concepts')} WHERE concept = ?`,
  )
  const remembered = new Map<string, Uint32Array>()
  let held = 0

  function recall(key: string, read: () => string): Uint32Array {
    const known = remembered.get(key)
    if (known) {
      remembered.delete(key)
      remembered.set(key, known)
      return known
    }
    const rows = Uint32Array.from(JSON.parse(read()) as number[])
    remembered.set(key, rows)
    held += rows.length
    for (const [oldest, { length }] of remembered) {
      if (held <= REMEMBERED_ROWS) break
      remembered.delete(oldest)
      held -= length
    }
    return rows
  }

  return {
    rows(field, term, prefix = false) {
      // Terms hold letters and digits only; the quotes make sure that none is ever read as an operator.
      const match = `"${term}"${prefix ? '*' : ''}`
      if (field === 'text') return recall(`texts ${match}`, () => texts(match))
      return recall(`${field} ${match}`, () => heads(`${field}s : ${match}`))
    },
    phrase(terms) {
      const match = `"${terms.join(' ')}"`
      return [recall(`names ${match}`, () => heads(`names : ${match}`)), recall(`texts ${match}`, () => texts(match))]
    },
    concept(id) {
      const found = concepts.get(id) as { rows: string; worths: string }
      return { rows: Uint32Array.from(JSON.parse(found.rows)), worths: Float64Array.from(JSON.parse(found.worths)) }
    },
    forget() {
      remembered.clear()
      held = 0
    },
  }
}

/** All rows that match, as one JSON array: reading them row by row would cost a crossing for each. */
function prepareMatch(db: Database, table: string): (match: string) => string {
  const statement = db.prepare(`SELECT json_group_array(rowid) AS rows FROM ${table} WHERE ${table} MATCH ?`)
  return (match) => statement.get(match)?.rows as string
}
