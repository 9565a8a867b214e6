import type { DatabaseSync } from '@photostructure/sqlite'
import { type ReadRequest, readRequest } from '../read-request.ts'
import { ALIAS_WEIGHT } from '../score-hit.ts'
import type { Facet, SearchAnswer, SearchRequest } from '../search-index.ts'
import { filterAndCount } from './count-facets.ts'
import { createWordExpander } from './expand-word.ts'
import { createPreferred } from './prefer-rows.ts'
import { presentHits } from './present-hits.ts'
import { type Findings, RowRanking } from './rank-rows.ts'
import { createPostingReader } from './read-postings.ts'
import { RecordColumns } from './record-columns.ts'
import { readMeta, type SearchMeta, type TableSet } from './search-tables.ts'
import { selectPage } from './select-page.ts'
import { type Suggestion, suggestNames } from './suggest-names.ts'

type Database = InstanceType<typeof DatabaseSync>

/** Answers from one set of tables. Each call stands inside a read transaction of the caller's. */
export interface SearchReader {
  search(request: SearchRequest): SearchAnswer
  suggest(prefix: string, limit: number): Suggestion[]
}

export function createSearchReader(db: Database, set: TableSet): SearchReader {
  const columns = new RecordColumns()
  const ranking = new RowRanking(columns)
  const postings = createPostingReader(db, set)
  const expand = createWordExpander(db, set, postings)
  const findNames = db.prepare(
    `SELECT folded, row, alias FROM ${set('names')} WHERE folded IN (SELECT value FROM json_each(?))`,
  )
  const findRows = db.prepare(`SELECT row FROM ${set('records')} WHERE id IN (SELECT value FROM json_each(?))`)
  const allRows = db.prepare(`SELECT json_group_array(row) AS rows FROM ${set('records')}`)
  let changes = -1

  function follow(meta: SearchMeta): void {
    if (meta.changes === changes) return
    postings.forget()
    columns.follow(db, set)
    changes = meta.changes
  }

  function find(request: ReadRequest, aside: string[] = []): Findings {
    const { words, concepts } = request
    return {
      words: words.map(({ term, count }, place) => ({
        word: term,
        count,
        lists: expand(term, place === words.length - 1),
      })),
      concepts: concepts.map(({ words: naming, members }) => ({
        words: naming,
        members: members.map((concept) => ({
          concept,
          ...(concept.facet ? findFacetValue(concept.facet, concept.id) : postings.concept(concept.id)),
        })),
      })),
      names: findWholeNames(request.names),
      aside: new Set((findRows.all(JSON.stringify(aside)) as { row: number }[]).map(({ row }) => row)),
      phrases: findPhrases(request.phrases),
    }
  }

  /** All rows with a value: rows gone by are still in the columns, so those that are there are asked for. */
  function findFacetValue(facet: Facet, value: string): { rows: Uint32Array; worths: Float64Array } {
    const ordinal = columns.ordinal(facet, value)
    const { facetPool, facetStarts } = columns
    const rows = listRows().filter((row) =>
      facetPool.subarray(facetStarts[row], facetStarts[row + 1]).some((held) => held === ordinal),
    )
    return { rows: Uint32Array.from(rows), worths: new Float64Array(rows.length).fill(1) }
  }

  function listRows(): number[] {
    return JSON.parse(allRows.get()?.rows as string)
  }

  function findWholeNames(names: ReadRequest['names']): Findings['names'] {
    const found: Findings['names'] = new Map()
    for (const { folded, row, alias } of findNames.all(JSON.stringify([...names.keys()])) as {
      folded: string
      row: number
      alias: number
    }[]) {
      const worth = (names.get(folded) ?? 0) * (alias ? ALIAS_WEIGHT : 1)
      if (worth > (found.get(row)?.worth ?? 0)) found.set(row, { folded, worth })
    }
    return found
  }

  function findPhrases(phrases: string[][]): Set<number> | undefined {
    let held: Set<number> | undefined
    for (const phrase of phrases) {
      const rows = new Set(postings.phrase(phrase).flatMap((list) => [...list]))
      held = held ? new Set([...held].filter((row) => rows.has(row))) : rows
    }
    return held
  }

  return {
    search(request) {
      const read = readRequest(request)
      const meta = readMeta(db)
      follow(meta)
      const findings = find(read, request.aside)
      const browsing = read.wordless && read.concepts.length === 0
      const { rows, score } = ranking.rank(findings, meta.records)
      const all = browsing ? listRows() : rows
      const { passed, facets } = filterAndCount(columns, all, read.filters)
      const preferred = createPreferred(columns, read.prefer)
      const scoreOf = browsing
        ? (row: number) => columns.weights[row] ?? 0
        : (row: number) => score(row, preferred(row))
      const page = selectPage(passed, scoreOf, columns, read)
      return { hits: presentHits(db, set, page, findings), facets, total: passed.length }
    },
    suggest(prefix, limit) {
      follow(readMeta(db))
      return suggestNames(db, set, { columns, expand, postings }, prefix, limit)
    },
  }
}
