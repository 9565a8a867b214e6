import type { DatabaseSync } from '@photostructure/sqlite'
import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { foldName } from '../../../graph/values/fold-name.ts'
import { LONGEST_QUERY, readTerms } from '../read-request.ts'
import type { WordExpander } from './expand-word.ts'
import type { PostingReader } from './read-postings.ts'
import type { RecordColumns } from './record-columns.ts'
import type { TableSet } from './search-tables.ts'
import { selectPage } from './select-page.ts'

type Database = InstanceType<typeof DatabaseSync>

const MOST_WORDS = 8
/** Names looked at for one shown: enough that documents of that name do not crowd out the things named so. */
const LOOKED_AT = 4

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

/**
 * Names that begin with the text, then names that hold its words (the last unfinished), then names a misspelt word may mean.
 * Things come before documents: who types a name wants what bears it, and finds its documents there.
 */
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
    .all(folded, `${folded}\u{10FFFF}`, limit * LOOKED_AT) as { row: number }[]
  for (const { row } of begun) rows.add(row)
  if (rows.size < limit) for (const row of findByWords(readTerms(folded).slice(0, MOST_WORDS))) rows.add(row)
  const read = db.prepare(`SELECT id, type, name FROM ${set('records')} WHERE row = ?`)
  const found = [...rows].slice(0, limit * LOOKED_AT).map((row) => ({ ...read.get(row) }) as Suggestion)
  const documents = found.filter(({ type }) => type === 'Document')
  return [...found.filter(({ type }) => type !== 'Document'), ...documents].slice(0, limit)

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
    const [first = [], ...others] = lists.sort((a, b) => a.length - b.length)
    const sets = others.map((list) => new Set(list))
    const held = [...first].filter((row) => sets.every((set) => set.has(row)))
    // All fit alike: by weight, and of a long list only those that can be shown.
    return selectPage(held, () => 1, columns, { offset: 0, limit: limit * LOOKED_AT }).map(({ row }) => row)
  }
}
