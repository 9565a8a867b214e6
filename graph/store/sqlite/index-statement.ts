import type { PredicateName, PropertyName } from '../../ontology/ontology.ts'
import type { Modality } from '../../statement.ts'
import { claimKey } from '../claim-key.ts'
import type { GraphChanges } from './graph-changes.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { StatementDetail } from './statement-json.ts'

/** A statement with the clusters of its ends. Strength: accepted before proposed, then by confidence. */
export type PlacedRow = [
  id: string,
  subject: number,
  object: number | null,
  living: number,
  strength: number,
  predicate: PredicateName | PropertyName,
  modality: Modality,
  detail: string,
  claim: string,
]

type Incidence = [
  entity: number,
  living: number,
  strength: number,
  statement: string,
  direction: number,
  key: number,
  predicate: string,
  other: number | null,
  edge: number,
]

/** Enters the statement at both its canonical ends and works out which claim it makes there. */
export function indexStatement(connection: SqliteConnection, key: number, changes: GraphChanges): void {
  const row = readPlaced(connection, key)
  if (!row) return
  const claim = placeClaim(row)
  if (claim !== row[8]) connection.run('UPDATE statement SET claim = ? WHERE key = ?', claim, key)
  enterStatement(connection, key, row, changes)
}

export function enterStatement(connection: SqliteConnection, key: number, row: PlacedRow, changes: GraphChanges): void {
  for (const incidence of deriveIncidences(key, row))
    connection.run('INSERT INTO incidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', ...incidence)
  touchEnds(row, changes)
}

/** The rows of `incidence` a statement must have. */
export function deriveIncidences(
  key: number,
  [id, subject, object, living, strength, predicate, modality]: PlacedRow,
): Incidence[] {
  const loop = subject === object
  const edge = Number(living === 1 && modality === 'asserted' && object !== null && !loop)
  const out: Incidence = [subject, living, strength, id, loop ? 2 : 0, key, predicate, object, edge]
  if (object === null || loop) return [out]
  return [out, [object, living, strength, id, 1, key, predicate, subject, edge]]
}

/** Takes the statement out of the index. Its ends and state must still be those it was entered with. */
export function unindexStatement(connection: SqliteConnection, key: number, changes: GraphChanges): void {
  const row = readPlaced(connection, key)
  if (!row) return
  const [id, subject, object, living, strength] = row
  for (const entity of new Set([subject, object ?? subject]))
    connection.run(
      'DELETE FROM incidence WHERE entity = ? AND living = ? AND strength = ? AND statement = ?',
      entity,
      living,
      strength,
      id,
    )
  touchEnds(row, changes)
}

/** The claim a statement makes of the clusters its ends are in. */
export function placeClaim([, subject, object, , , predicate, modality, detail]: PlacedRow): string {
  const { value }: StatementDetail = JSON.parse(detail)
  return claimKey({ predicate, modality, value }, String(subject), object === null ? undefined : String(object))
}

export function readPlaced(connection: SqliteConnection, key: number): PlacedRow | undefined {
  return connection.row<PlacedRow>(
    `SELECT s.id, es.cluster, eo.cluster, s.living, s.confidence + (s.status = 'accepted'), s.predicate, s.modality, s.detail, s.claim
       FROM statement s JOIN entity es ON es.key = s.subject LEFT JOIN entity eo ON eo.key = s.object
      WHERE s.key = ?`,
    key,
  )
}

/** The records of both ends tell of the statement, whatever changed in it. */
export function touchStatement(connection: SqliteConnection, key: number, changes: GraphChanges): void {
  const row = readPlaced(connection, key)
  if (row) touchEnds(row, changes)
}

function touchEnds([, subject, object]: PlacedRow, changes: GraphChanges): void {
  changes.touchCluster(subject)
  if (object !== null) changes.touchCluster(object)
}
