import type { DatabaseSync } from '@photostructure/sqlite'
import { weighLength } from '../score-hit.ts'
import type { Facet } from '../search-index.ts'
import type { TableSet } from './search-tables.ts'

type Database = InstanceType<typeof DatabaseSync>

/** Rows fetched as one JSON array: far fewer crossings between SQLite and JavaScript than a call for each row. */
const ROWS_AT_ONCE = 4_000

/**
 * What ranking needs of every record, in flat arrays indexed by row: about 30 bytes a record. Rows never change (an
 * update is a new row), so following the table means reading the rows added since; rows deleted are simply never asked for.
 */
export class RecordColumns {
  weights = new Float64Array(0)
  lengthWeights = new Float64Array(0)
  ties = new Float64Array(0)
  /** Where a row's facet ordinals begin in `facetPool`; they end where the next row's begin. */
  facetStarts = new Uint32Array(1)
  facetPool = new Uint32Array(0)
  facetNames: Facet[] = []
  facetValues: string[] = []
  /** One past the highest row known. */
  size = 0
  private pooled = 0

  /** Ordinals of a facet's values, by value. */
  private readonly ordinals = new Map<string, number>()

  ordinal(facet: Facet, value: string): number | undefined {
    return this.ordinals.get(`${facet}\u0000${value}`)
  }

  /** Reads what was added since the last call. */
  follow(db: Database, set: TableSet): void {
    for (const { ordinal, facet, value } of db
      .prepare(`SELECT ordinal, facet, value FROM ${set('facet_values')} WHERE ordinal >= ? ORDER BY ordinal`)
      .all(this.facetNames.length) as { ordinal: number; facet: Facet; value: string }[]) {
      this.facetNames[ordinal] = facet
      this.facetValues[ordinal] = value
      this.ordinals.set(`${facet}\u0000${value}`, ordinal)
    }
    const read = db.prepare(
      `SELECT json_group_array(json_array(row, weight, length, tie, json(facets))) AS lines FROM
        (SELECT row, weight, length, tie, facets FROM ${set('records')} WHERE row >= ? ORDER BY row LIMIT ${ROWS_AT_ONCE})`,
    )
    for (;;) {
      const lines = JSON.parse(read.get(this.size)?.lines as string) as [number, number, number, number, number[]][]
      for (const line of lines) this.add(...line)
      if (lines.length < ROWS_AT_ONCE) return
    }
  }

  private add(row: number, weight: number, length: number, tie: number, facets: number[]): void {
    this.reserve(row + 1, this.pooled + facets.length)
    this.weights[row] = weight
    this.lengthWeights[row] = weighLength(length)
    this.ties[row] = tie
    // Rows skipped (deleted before they were read) hold no facets.
    for (let between = this.size; between <= row; between++) this.facetStarts[between] = this.pooled
    for (const ordinal of facets) this.facetPool[this.pooled++] = ordinal
    this.facetStarts[row + 1] = this.pooled
    this.size = row + 1
  }

  private reserve(rows: number, pool: number): void {
    if (rows + 1 > this.facetStarts.length) {
      const length = Math.ceil(rows * 1.3) + 64
      this.weights = grow(this.weights, new Float64Array(length))
      this.lengthWeights = grow(this.lengthWeights, new Float64Array(length))
      this.ties = grow(this.ties, new Float64Array(length))
      this.facetStarts = grow(this.facetStarts, new Uint32Array(length + 1))
    }
    if (pool > this.facetPool.length) {
      this.facetPool = grow(this.facetPool, new Uint32Array(Math.ceil(pool * 1.3) + 256))
    }
  }
}

function grow<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from)
  return to
}
