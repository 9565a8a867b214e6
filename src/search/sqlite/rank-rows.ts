import {
  CONCEPT_WORD_COUNT,
  FIELD_WEIGHTS,
  type HitEvidence,
  LEAST_ASKED,
  LETTERS_OF_CONCEPT,
  MEETING_WEIGHTS,
  meetWord,
  scoreHit,
  weighRarity,
} from '../score-hit.ts'
import type { RequestedConcept } from '../search-index.ts'
import type { Posting } from './expand-word.ts'
import type { RecordColumns } from './record-columns.ts'

/** A word of the query with the lists that meet it. */
export interface FoundWord {
  word: string
  /** How much its slot counts, before its rarity. */
  count: number
  lists: Posting[]
}

/** A concept the query named with those it was widened to, and the words that named it. */
export interface FoundConcepts {
  words: ReadonlySet<string>
  members: { concept: RequestedConcept; rows: Uint32Array; worths: Float64Array }[]
}

/** Everything found for a query, before any record is read. */
export interface Findings {
  words: FoundWord[]
  concepts: FoundConcepts[]
  /** Rows whose whole name or alias stands in the query, folded, and what that is worth. */
  names: Map<number, { folded: string; worth: number }>
  /** Rows named only to ask for what is tied to them. */
  aside: ReadonlySet<number>
  /** Rows that hold every phrase; absent where there was none. */
  phrases?: Set<number>
}

/** How far a row has what the query prefers; `null` where it prefers nothing. */
export type Preferred = Pick<HitEvidence, 'type' | 'place'>

/** A concept group met by rows, with how far each meets it. */
interface MetConcepts {
  words: ReadonlySet<string>
  rows: number[]
  worth: number[]
}

/**
 * Ranks every row found, in arrays indexed by row that are kept from query to query. The query is a sum of slots, one for
 * each word, each worth its rarity; a row fills a slot as far as its best list meets the word, or the word's concept does.
 * A concept that no word of the request names has a slot of its own.
 */
export class RowRanking {
  private readonly columns: RecordColumns
  private sums = new Float64Array(0)
  private best = new Float64Array(0)
  private found = new Uint8Array(0)
  private rows: number[] = []

  constructor(columns: RecordColumns) {
    this.columns = columns
  }

  /** Rows found and the score of each; `records` is how many there are in all. */
  rank(findings: Findings, records: number): { rows: number[]; score: (row: number, preferred: Preferred) => number } {
    this.clear()
    const { words, names, aside, phrases } = findings
    const concepts = findings.concepts.map((group) => this.meetConcepts(group))
    let asked = 0
    for (const { word, count, lists } of words) {
      const naming = concepts.filter((group) => group.words.has(word))
      asked += this.addWord(lists, naming, records, count)
    }
    for (const group of concepts) {
      if (!words.some(({ word }) => group.words.has(word)))
        asked += this.addWord([], [group], records, CONCEPT_WORD_COUNT)
    }
    for (const row of names.keys()) this.find(row)
    const { weights } = this.columns
    return {
      rows: phrases ? this.rows.filter((row) => phrases.has(row)) : this.rows,
      score: (row, preferred) =>
        scoreHit({
          name: names.get(row)?.worth ?? 0,
          met: asked > 0 ? (this.sums[row] ?? 0) / asked : null,
          ...preferred,
          // Who asks for experts on a process does not ask for the process, however fully it is named.
          aside: aside.has(row) || ((preferred.type ?? 1) < LEAST_ASKED && names.has(row)),
          weight: weights[row] ?? 0,
        }),
    }
  }

  private find(row: number): void {
    if (this.found[row]) return
    this.found[row] = 1
    this.rows.push(row)
  }

  /** Adds one slot to the rows that meet it. Gives what the slot is worth: nothing where no row does. */
  private addWord(lists: readonly Posting[], concepts: readonly MetConcepts[], records: number, count: number): number {
    const best = this.best
    const columns = this.columns
    const touched: number[] = []
    const letters = concepts.length > 0 ? LETTERS_OF_CONCEPT : 1
    for (const { rows, field, meeting } of lists) {
      const worth = letters * FIELD_WEIGHTS[field] * MEETING_WEIGHTS[meeting]
      for (const row of rows) {
        const met = field === 'text' ? worth * (columns.lengthWeights[row] ?? 0) : worth
        const before = best[row] ?? 0
        if (before === 0) touched.push(row)
        if (met > before) best[row] = met
      }
    }
    for (const { rows, worth } of concepts) {
      for (const [index, row] of rows.entries()) {
        const before = best[row] ?? 0
        if (before === 0) touched.push(row)
        best[row] = meetWord(before, worth[index] ?? 0)
      }
    }
    if (touched.length === 0) return 0
    const rarity = count * weighRarity(records, touched.length)
    for (const row of touched) {
      this.sums[row] = (this.sums[row] ?? 0) + rarity * (best[row] ?? 0)
      best[row] = 0
      this.find(row)
    }
    return rarity
  }

  /** The best of a group's concepts for each row. */
  private meetConcepts({ words, members }: FoundConcepts): MetConcepts {
    const best = this.best
    const rows: number[] = []
    for (const { concept, rows: held, worths } of members) {
      for (const [index, row] of held.entries()) {
        const met = concept.weight * (worths[index] ?? 0)
        const before = best[row] ?? 0
        if (before === 0) rows.push(row)
        if (met > before) best[row] = met
      }
    }
    const worth = rows.map((row) => best[row] ?? 0)
    for (const row of rows) best[row] = 0
    return { words, rows, worth }
  }

  private clear(): void {
    const { size } = this.columns
    this.rows = []
    if (this.found.length < size) {
      const length = Math.ceil(size * 1.3)
      this.sums = new Float64Array(length)
      this.best = new Float64Array(length)
      this.found = new Uint8Array(length)
      return
    }
    this.sums.fill(0)
    this.found.fill(0)
  }
}
