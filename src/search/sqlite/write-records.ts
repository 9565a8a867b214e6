import type { DatabaseSync } from '@photostructure/sqlite'
import { weighConcept, weighMention } from '../score-hit.ts'
import type { SearchRecord } from '../search-index.ts'
import { prepareWrite } from './connect-search.ts'
import { type CutRecord, cutRecord, digestRecord } from './cut-record.ts'
import type { TableSet } from './search-tables.ts'
import type { TermWriter } from './write-terms.ts'

type Database = InstanceType<typeof DatabaseSync>

/** What a hit shows of a record besides its name and text. */
export interface RecordDetail {
  aliases: string[]
  concepts: string[]
  documents: string[]
}

/** Writes records into one set of tables. All inside a transaction of the caller's. */
export interface RecordWriter {
  /** Whether there was such a record, and whether anything was written: the same record again is not. */
  upsert(record: SearchRecord): { known: boolean; written: boolean }
  /** False where there was none. */
  remove(id: string): boolean
  /** To be called when the transaction was rolled back: what was remembered of it did not happen. */
  forget(): void
}

/** Without `terms` the table of words is left to `fillTerms`. */
export function createRecordWriter(db: Database, set: TableSet, terms?: TermWriter): RecordWriter {
  const find = db.prepare(`SELECT row, digest FROM ${set('records')} WHERE id = ?`)
  const addRecord = prepareWrite(
    db,
    `INSERT INTO ${set('records')} (id, type, name, weight, length, tie, digest, facets) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const addBody = prepareWrite(db, `INSERT INTO ${set('bodies')} VALUES (?, ?, ?)`)
  const addName = prepareWrite(db, `INSERT OR IGNORE INTO ${set('names')} VALUES (?, ?, ?, ?)`)
  const addConcept = prepareWrite(db, `INSERT OR IGNORE INTO ${set('concepts')} VALUES (?, ?, ?)`)
  const addHeads = prepareWrite(db, `INSERT INTO ${set('heads')} (rowid, names, topics) VALUES (?, ?, ?)`)
  const addText = prepareWrite(db, `INSERT INTO ${set('texts')} (rowid, text) VALUES (?, ?)`)
  const findOrdinal = db.prepare(`SELECT ordinal FROM ${set('facet_values')} WHERE facet = ? AND value = ?`)
  const addFacetValue = prepareWrite(db, `INSERT INTO ${set('facet_values')} (facet, value) VALUES (?, ?)`)
  const dropRow = [
    prepareWrite(db, `DELETE FROM ${set('records')} WHERE row = ?`),
    prepareWrite(db, `DELETE FROM ${set('bodies')} WHERE row = ?`),
    prepareWrite(db, `DELETE FROM ${set('names')} WHERE row = ?`),
    prepareWrite(db, `DELETE FROM ${set('concepts')} WHERE row = ?`),
    prepareWrite(db, `DELETE FROM ${set('heads')} WHERE rowid = ?`),
    prepareWrite(db, `DELETE FROM ${set('texts')} WHERE rowid = ?`),
  ]
  const ordinals = new Map<string, number>()

  function facetOrdinal(facet: string, value: string): number {
    const key = `${facet}\u0000${value}`
    const known = ordinals.get(key) ?? (findOrdinal.get(facet, value)?.ordinal as number | undefined)
    const ordinal = known ?? Number(addFacetValue.run(facet, value).lastInsertRowid)
    ordinals.set(key, ordinal)
    return ordinal
  }

  function insert(record: SearchRecord, cut: CutRecord): void {
    const { id, type, name, aliases, text, concepts, mentions, documents, weight } = record
    const facets = new Set<number>()
    for (const [facet, values] of Object.entries({ type: [type], ...record.facets })) {
      for (const value of values ?? []) facets.add(facetOrdinal(facet, value))
    }
    const added = addRecord.run(id, type, name, weight, cut.length, cut.tie, cut.digest, JSON.stringify([...facets]))
    const row = Number(added.lastInsertRowid)
    addBody.run(row, JSON.stringify({ aliases, concepts, documents } satisfies RecordDetail), text)
    addHeads.run(row, cut.heads, cut.topics)
    addText.run(row, cut.text)
    for (const [place, folded] of cut.names.entries()) addName.run(row, folded, place === 0 ? 0 : 1, weight)
    // Its own concepts come first; one that is mentioned as well keeps the greater worth.
    for (const [place, concept] of concepts.entries()) addConcept.run(row, concept, round(weighConcept(place)))
    for (const [place, concept] of (mentions ?? []).entries()) addConcept.run(row, concept, round(weighMention(place)))
    terms?.add(cut.terms)
  }

  function erase(row: number): void {
    for (const drop of dropRow) drop.run(row)
  }

  return {
    upsert(record) {
      const digest = digestRecord(record)
      const old = find.get(record.id) as { row: number; digest: string } | undefined
      if (old?.digest === digest) return { known: true, written: false }
      if (old) erase(old.row)
      insert(record, cutRecord(record, digest))
      return { known: old !== undefined, written: true }
    },
    remove(id) {
      const old = find.get(id) as { row: number } | undefined
      if (old) erase(old.row)
      return old !== undefined
    },
    forget() {
      ordinals.clear()
      terms?.forget()
    },
  }
}

function round(worth: number): number {
  return Math.round(worth * 1000) / 1000
}
