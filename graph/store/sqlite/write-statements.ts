import { GraphError } from '../../graph-error.ts'
import type { Evidence, Statement } from '../../statement.ts'
import { UNSETTLED, writeDetail } from './settle-statement.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { compareEvidence } from './statement-json.ts'

/** Writes what this document says of a statement, replacing what it said of it before. Returns the statement's key; it must be settled. */
export function supportStatement(
  connection: SqliteConnection,
  document: number,
  statement: Statement,
  current = true,
): number {
  const key = findStatement(connection, statement) ?? insertStatement(connection, statement)
  const { confidence, value, origin } = statement
  const evidence = [...statement.evidence].sort(compareEvidence)
  connection.run('DELETE FROM support WHERE statement = ? AND document = ?', key, document)
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
  return key
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

/** A statement nobody supports yet. */
export function insertStatement(connection: SqliteConnection, statement: Statement): number {
  const { id, subject, predicate, object, modality, confidence, qualifiers } = statement
  return connection.insert(
    `INSERT INTO statement (id, subject, predicate, object, modality, status, living, supported, confidence, claim, detail)
     VALUES (?, (SELECT key FROM entity WHERE id = ?), ?, (SELECT key FROM entity WHERE id = ?), ?, ?, 0, 0, ?, '', ?)`,
    id,
    subject,
    predicate,
    object ?? null,
    modality,
    UNSETTLED,
    confidence,
    writeDetail(statement, qualifiers),
  )
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
