import type { DatabaseSync } from '@photostructure/sqlite'
import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { foldName } from '../../../graph/values/fold-name.ts'
import { LONGEST_QUERY, readTerms } from '../read-request.ts'
import type { WordExpander } from './expand-word.ts'
import type { PostingReader } from './read-postings.ts'
import type { RecordColumns } from './record-columns.ts'
import type { TableSet } from './search-tables.ts'

type Database = InstanceType<typeof DatabaseSync>

const MOST_WORDS = 8

export interface Suggestion {
  id: string
  type: EntityType
  name: string
}

interface SuggestSources {
  columns: RecordColumns
  postings: PostingReader
  expand: WordExpander
}

/** Names that begin with the text, then names that hold its words (the last unfinished), then names a misspelt word may mean. */
export function suggestNames(
  db: Database,
  set: TableSet,
  { columns, postings, expand }: SuggestSources,
  prefix: string,
  limit: number,
): Suggestion[] {
  const folded = foldName(prefix.slice(0, LONGEST_QUERY))
  if (folded === '' || limit <= 0) return []
  const rows = new Set<number>()
  const begun = db
    .prepare(
      `SELECT DISTINCT row FROM ${set('names')} WHERE folded >= ? AND folded < ? ORDER BY weight DESC, folded LIMIT ?`,
    )
    .all(folded, `${folded}\u{10FFFF}`, limit * 2) as { row: number }[]
  for (const { row } of begun) rows.add(row)
  if (rows.size < limit) for (const row of findByWords(readTerms(folded).slice(0, MOST_WORDS))) rows.add(row)
  const read = db.prepare(`SELECT id, type, name FROM ${set('records')} WHERE row = ?`)
  return [...rows].slice(0, limit).map((row) => ({ ...read.get(row) }) as Suggestion)

  function findByWords(terms: readonly string[]): number[] {
    const lists = terms.map((term, place) => {
      const last = place === terms.length - 1
      const asTyped = postings.rows('name', term, last)
      return asTyped.length > 0
        ? asTyped
        : [
            ...new Set(
              expand(term, last)
                .filter(({ field }) => field === 'name')
                .flatMap(({ rows: met }) => [...met]),
            ),
          ]
    })
    const [first = [], ...others] = lists.map((list) => new Set(list))
    const held = [...first].filter((row) => others.every((other) => other.has(row)))
    const { weights, ties } = columns
    return held.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || (ties[a] ?? 0) - (ties[b] ?? 0))
  }
}
