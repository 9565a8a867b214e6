import { GraphError } from '../../graph-error.ts'
import type { Decision, Evidence, Statement } from '../../statement.ts'
import type { GraphChanges } from './graph-changes.ts'
import { enterStatement, type PlacedRow, placeClaim } from './index-statement.ts'
import { isLiving, writeDetail } from './settle-statement.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { compareEvidence } from './statement-json.ts'

/**
 * Writes what this document says of a statement, replacing what it said of it before. Returns the key of a statement that was
 * there already and must be settled; a new one is what its only support makes it.
 */
export function supportStatement(
  connection: SqliteConnection,
  document: number,
  statement: Statement,
  changes: GraphChanges,
  current = true,
): number | undefined {
  const known = findStatement(connection, statement)
  const key = known ?? insertStatement(connection, statement, changes, current)
  const { confidence, value, origin } = statement
  const evidence = [...statement.evidence].sort(compareEvidence)
  if (known !== undefined) connection.run('DELETE FROM support WHERE statement = ? AND document = ?', key, document)
  connection.run(
    'INSERT INTO support VALUES (?, ?, ?, ?, ?, ?)',
    key,
    document,
    Number(current),
    confidence,
    evidence[0]?.start ?? 0,
    JSON.stringify({ value, origin }),
  )
  for (const [ordinal, each] of evidence.entries()) insertEvidence(connection, key, document, ordinal, each)
  return known
}

function findStatement(
  connection: SqliteConnection,
  { id, subject, predicate, object, modality }: Statement,
): number | undefined {
  const row = connection.row<[number, number]>(
    `SELECT s.key, es.id = ? AND s.predicate = ? AND s.modality = ? AND eo.id IS ?
       FROM statement s JOIN entity es ON es.key = s.subject LEFT JOIN entity eo ON eo.key = s.object WHERE s.id = ?`,
    subject,
    predicate,
    modality,
    object ?? null,
    id,
  )
  if (row && !row[1])
    throw new GraphError(
      'invalid',
      `The graph holds another claim under the id ${id}. Derive ids with statementId, so that equal ids mean equal claims.`,
    )
  return row?.[0]
}

/** A statement new to the graph, entered where it belongs as its first support makes it. */
export function insertStatement(
  connection: SqliteConnection,
  statement: Statement,
  changes: GraphChanges,
  current?: boolean,
): number {
  const { id, subject, predicate, object, modality, confidence, qualifiers } = statement
  const decided = connection.value<Decision['status']>('SELECT status FROM decision WHERE statement = ?', id)
  const status = decided ?? (current === false ? 'superseded' : 'proposed')
  const [from, to] = [readEnd(connection, subject), object === undefined ? undefined : readEnd(connection, object)]
  const detail = writeDetail(statement, qualifiers)
  const strength = confidence + Number(status === 'accepted')
  const placed: PlacedRow = [
    id,
    from[1],
    to?.[1] ?? null,
    Number(isLiving(status)),
    strength,
    predicate,
    modality,
    detail,
    '',
  ]
  const key = connection.insert(
    `INSERT INTO statement (id, subject, predicate, object, modality, status, living, supported, confidence, claim, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    from[0],
    predicate,
    to?.[0] ?? null,
    modality,
    status,
    placed[3],
    Number(current === true),
    confidence,
    placeClaim(placed),
    detail,
  )
  enterStatement(connection, key, placed, changes)
  return key
}

function readEnd(connection: SqliteConnection, id: string): [key: number, cluster: number] {
  return connection.row<[number, number]>('SELECT key, cluster FROM entity WHERE id = ?', id) as [number, number]
}

function insertEvidence(
  connection: SqliteConnection,
  statement: number,
  document: number,
  ordinal: number,
  evidence: Evidence,
): void {
  const { version, start, end, quote, page, section, extractor, extractorVersion } = evidence
  connection.run(
    'INSERT INTO evidence VALUES (?, ?, ?, (SELECT key FROM version WHERE document = ? AND hash = ?), ?, ?, ?)',
    statement,
    document,
    ordinal,
    document,
    version,
    start,
    end,
    JSON.stringify({ quote, page, section, extractor, extractorVersion }),
  )
}

/** Its present version no longer says it: its words stay as evidence of what it said. */
export function supersedeSupport(connection: SqliteConnection, document: number, statement: number): void {
  connection.run('UPDATE support SET current = 0 WHERE statement = ? AND document = ?', statement, document)
}

export function dropSupport(connection: SqliteConnection, document: number, statement: number): void {
  connection.run('DELETE FROM support WHERE statement = ? AND document = ?', statement, document)
}
