import { FIELD_WEIGHTS, MEETING_WEIGHTS, scoreHit, weighConceptPlace, weighRarity } from '../score-hit.ts'
import type { RequestedConcept } from '../search-index.ts'
import type { Posting } from './expand-word.ts'
import type { RecordColumns } from './record-columns.ts'

/** Everything found for a query, before any record is read. */
export interface Findings {
  /** Lists for each word of the query that the index knows something of. */
  words: Posting[][]
  concepts: { concept: RequestedConcept; rows: Uint32Array; places: Uint32Array }[]
  /** Groups of concepts asked for; a record needs one of each. */
  conceptGroups: number
  /** Rows whose whole name or alias stands in the query, folded, and what that is worth. */
  names: Map<number, { folded: string; worth: number }>
  /** Rows that hold every phrase; absent where there was none. */
  phrases?: Set<number>
}

/** Scores of every row found, in arrays indexed by row that are kept from query to query. */
export class RowRanking {
  private readonly columns: RecordColumns
  private words = new Float32Array(0)
  private concepts = new Float32Array(0)
  private best = new Float32Array(0)
  private found = new Uint8Array(0)

  constructor(columns: RecordColumns) {
    this.columns = columns
  }

  /** Rows found and the evidence for each; `records` is how many there are in all. */
  rank(
    findings: Findings,
    records: number,
  ): { rows: number[]; score: (row: number, preferred: number | null) => number } {
    this.clear()
    const { words, concepts, conceptGroups, names, phrases } = findings
    const rows: number[] = []
    const find = (row: number) => {
      if (this.found[row]) return
      this.found[row] = 1
      rows.push(row)
    }
    const askedWords = this.addWords(words, records, find)
    this.addConcepts(concepts, find)
    for (const row of names.keys()) find(row)
    const { weights } = this.columns
    return {
      rows: phrases ? rows.filter((row) => phrases.has(row)) : rows,
      score: (row, preferred) =>
        scoreHit({
          name: names.get(row)?.worth ?? 0,
          concepts: conceptGroups > 0 ? (this.concepts[row] ?? 0) / conceptGroups : null,
          words: askedWords > 0 ? (this.words[row] ?? 0) / askedWords : null,
          preferred,
          weight: weights[row] ?? 0,
        }),
    }
  }

  /** Adds to each row, for each word, the word's rarity times the best way the row meets it. Gives the most a row could have. */
  private addWords(words: Posting[][], records: number, find: (row: number) => void): number {
    const { lengthWeights } = this.columns
    let asked = 0
    for (const lists of words) {
      const touched: number[] = []
      for (const { rows, field, meeting } of lists) {
        const worth = FIELD_WEIGHTS[field] * MEETING_WEIGHTS[meeting]
        for (const row of rows) {
          const met = field === 'text' ? worth * (lengthWeights[row] ?? 0) : worth
          const before = this.best[row] ?? 0
          if (before === 0) touched.push(row)
          if (met > before) this.best[row] = met
        }
      }
      const rarity = weighRarity(records, touched.length)
      asked += rarity
      for (const row of touched) {
        this.words[row] = (this.words[row] ?? 0) + rarity * (this.best[row] ?? 0)
        this.best[row] = 0
        find(row)
      }
    }
    return asked
  }

  /** Adds to each row, for each group (a concept and those it was widened to), the best of its concepts. */
  private addConcepts(concepts: Findings['concepts'], find: (row: number) => void): void {
    const groups = new Map<string, Findings['concepts']>()
    for (const found of concepts) {
      const group = found.concept.widens ?? found.concept.id
      groups.set(group, [...(groups.get(group) ?? []), found])
    }
    for (const members of groups.values()) {
      const touched: number[] = []
      for (const { concept, rows, places } of members) {
        for (const [index, row] of rows.entries()) {
          const met = concept.weight * weighConceptPlace(places[index] ?? 0)
          const before = this.best[row] ?? 0
          if (before === 0) touched.push(row)
          if (met > before) this.best[row] = met
        }
      }
      for (const row of touched) {
        this.concepts[row] = (this.concepts[row] ?? 0) + (this.best[row] ?? 0)
        this.best[row] = 0
        find(row)
      }
    }
  }

  private clear(): void {
    const { size } = this.columns
    if (this.found.length < size) {
      const length = Math.ceil(size * 1.3)
      this.words = new Float32Array(length)
      this.concepts = new Float32Array(length)
      this.best = new Float32Array(length)
      this.found = new Uint8Array(length)
      return
    }
    this.words.fill(0)
    this.concepts.fill(0)
    this.found.fill(0)
  }
}
