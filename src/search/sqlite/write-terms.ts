import type { DatabaseSync } from '@photostructure/sqlite'
import { stemWord } from '../stem-word.ts'
import { prepareWrite } from './connect-search.ts'
import type { TableSet } from './search-tables.ts'

type Database = InstanceType<typeof DatabaseSync>

/** Terms remembered as written, so that common words are not offered to the database again with every record. */
const REMEMBERED_TERMS = 100_000
const TERMS_AT_ONCE = 20_000

/** Keeps the table of words as records come and go. Words are never taken out: one that no record holds leads nowhere. */
export interface TermWriter {
  add(terms: readonly string[]): void
  forget(): void
}

export function createTermWriter(db: Database, set: TableSet): TermWriter {
  const addTerm = prepareWrite(db, `INSERT OR IGNORE INTO ${set('terms')} VALUES (?, ?)`)
  const known = new Set<string>()
  return {
    add(terms) {
      if (known.size > REMEMBERED_TERMS) known.clear()
      for (const term of terms) {
        if (known.has(term)) continue
        known.add(term)
        if (hasForms(term)) addTerm.run(term, stemWord(term))
      }
    },
    forget: () => known.clear(),
  }
}

/**
 * Fills the table from the full text itself, in order and a piece at a time: far cheaper than word by word as records come. Gives
 * the pieces as steps, each for a transaction of its own.
 */
export function* fillTerms(db: Database, set: TableSet): Iterable<() => void> {
  for (const table of ['texts', 'heads']) {
    let after: string | undefined = ''
    while (after !== undefined) {
      const from: string = after
      yield () => {
        after = copyTerms(db, set, table, from)
      }
    }
  }
}

/** Copies the next terms of a full-text table. Gives the last one, nothing at the end. */
function copyTerms(db: Database, set: TableSet, table: string, after: string): string | undefined {
  const words = `temp.${set(`${table}_words`)}`
  db.exec(`CREATE VIRTUAL TABLE ${words} USING fts5vocab('main', '${set(table)}', 'row')`)
  const addTerm = prepareWrite(db, `INSERT OR IGNORE INTO ${set('terms')} VALUES (?, ?)`)
  const terms = db.prepare(`SELECT term FROM ${words} WHERE term > ? LIMIT ${TERMS_AT_ONCE}`).all(after)
  for (const { term } of terms as { term: string }[]) if (hasForms(term)) addTerm.run(term, stemWord(term))
  db.exec(`DROP TABLE ${words}`)
  return terms.length === TERMS_AT_ONCE ? (terms.at(-1)?.term as string) : undefined
}

/** Terms with letters, as opposed to numbers and pairs of Chinese characters: others have no forms and are not misspelt. */
function hasForms(term: string): boolean {
  return term.length > 2 && /^[^\d]/.test(term) && !/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(term)
}
