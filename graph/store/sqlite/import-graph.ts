import { GraphError } from '../../graph-error.ts'
import type { EntityType } from '../../ontology/ontology.ts'
import type { Statement } from '../../statement.ts'
import { checkClaim, checkId } from '../check-plan.ts'
import { ExportChecksum } from '../export-checksum.ts'
import type { GraphRecord, StatementSupport } from '../graph-store.ts'
import { writeForm } from './entity-json.ts'
import { findUngrounded } from './find-ungrounded.ts'
import { GraphChanges } from './graph-changes.ts'
import { fillOutbox } from './outbox.ts'
import { recluster } from './settle-clusters.ts'
import { settleStatement } from './settle-statement.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { readDocumentKey, writeDocument, writeVersion } from './write-document.ts'
import { insertEntity, settleEntity } from './write-entity.ts'
import { writeJudgements } from './write-judgements.ts'
import { writeMention } from './write-mentions.ts'
import { insertStatement, supportStatement } from './write-statements.ts'

/** The kinds in the order they come: each refers only to what came before. */
const ORDER: readonly GraphRecord['kind'][] = [
  'header',
  'entity',
  'document',
  'version',
  'statement',
  'decision',
  'judgement',
  'footer',
]

/** Reads a whole export into the empty graph of this connection, inside the transaction that is open. */
export async function importGraph(connection: SqliteConnection, records: AsyncIterable<GraphRecord>): Promise<void> {
  requireEmpty(connection)
  const checksum = new ExportChecksum()
  // The outbox is filled with everything at the end.
  const changes = new GraphChanges(connection)
  let stage = -1
  let line = 0
  for await (const record of records) {
    line += 1
    const next = ORDER.indexOf(record.kind)
    if (next < stage || (stage < 0 && next !== 0) || ORDER[stage] === 'footer')
      throw invalid(`Line ${line} is a ${record.kind} line out of place; an export has the order ${ORDER.join(', ')}.`)
    stage = next
    if (record.kind === 'footer') {
      const { records, checksum: expected } = checksum.footer()
      if (record.records !== records || record.checksum !== expected)
        throw invalid(
          `The footer tells of ${record.records} lines with checksum ${record.checksum}; ${records} lines with ${expected} came. Export again.`,
        )
      continue
    }
    checksum.add(record)
    try {
      writeRecord(connection, record, changes)
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause
      throw invalid(
        `Line ${line} lacks parts that a ${record.kind} line has; no Cupel wrote it so. Export again.`,
        cause,
      )
    }
  }
  if (ORDER[stage] !== 'footer') throw invalid('The export ends without its footer line; it was cut off. Export again.')
  deriveRest(connection, changes)
}

function requireEmpty(connection: SqliteConnection): void {
  const table = ['document', 'entity', 'statement', 'decision', 'judgement'].find(
    (table) => connection.value(`SELECT 1 FROM ${table} LIMIT 1`) !== undefined,
  )
  if (table)
    throw invalid(`${connection.file} is not empty: it holds at least one ${table}. Import into a new data folder.`)
}

function writeRecord(connection: SqliteConnection, record: GraphRecord, changes: GraphChanges): void {
  switch (record.kind) {
    case 'header':
      if (record.format !== 'cupel-graph' || record.version !== 1)
        throw invalid(`The export has the format ${record.format} ${record.version}; this Cupel reads cupel-graph 1.`)
      return
    case 'entity':
      checkId('An entity', record.entity.id)
      insertEntity(connection, record.entity)
      return
    case 'document':
      writeMentions(connection, record)
      return
    case 'version':
      writeVersion(connection, requireDocument(connection, record.document), record.version)
      return
    case 'statement':
      writeStatement(connection, record.statement, record.supports, changes)
      return
    case 'decision': {
      const { statement, status, ...detail } = record.decision
      connection.run(
        'INSERT INTO decision (statement, status, detail) VALUES (?, ?, ?)',
        statement,
        status,
        JSON.stringify(detail),
      )
      return
    }
    case 'judgement':
      writeJudgements(connection, [record.judgement])
  }
}

function writeMentions(connection: SqliteConnection, record: Extract<GraphRecord, { kind: 'document' }>): void {
  const document = writeDocument(connection, record.document)
  const forms = new Map(record.forms?.map((entity) => [entity.id, writeForm(entity)]))
  const mention = (id: string, current: 0 | 1) => {
    const [key, own] = connection.row<[number, string]>('SELECT key, record FROM entity WHERE id = ?', id) ?? []
    if (key === undefined || own === undefined)
      throw invalid(`Document ${record.document.id} mentions ${id}, of which there is no entity line.`)
    writeMention(connection, document, key, forms.get(id) ?? own, current)
  }
  for (const id of record.mentions) mention(id, 1)
  for (const id of record.formerMentions ?? []) mention(id, 0)
}

function writeStatement(
  connection: SqliteConnection,
  statement: Statement,
  supports: readonly StatementSupport[] | undefined,
  changes: GraphChanges,
): void {
  checkClaim(statement, (id) => connection.value<EntityType>('SELECT type FROM entity WHERE id = ?', id))
  const documents = [...new Set(statement.evidence.map(({ document }) => document))]
  const { confidence, origin, value } = statement
  const former = statement.status === 'superseded' ? { former: true as const } : {}
  const given =
    supports ?? documents.map((document): StatementSupport => ({ document, confidence, origin, value, ...former }))
  if (documents.length === 0 && origin === 'document')
    throw new GraphError('not-grounded', `Statement ${statement.id} comes from a document and carries no evidence.`)
  if (given.length === 0) insertStatement(connection, statement, changes)
  for (const { document, former, ...said } of given) {
    const evidence = statement.evidence.filter((each) => each.document === document)
    if (evidence.length === 0)
      throw new GraphError('not-grounded', `Statement ${statement.id} is supported by ${document} without evidence.`)
    const key = requireDocument(connection, document)
    for (const { version } of evidence)
      if (connection.value('SELECT 1 FROM version WHERE document = ? AND hash = ?', key, version) === undefined)
        throw invalid(
          `Statement ${statement.id} has evidence in version ${version} of ${document}, of which there is no version line.`,
        )
    supportStatement(connection, key, { ...statement, ...said, evidence }, changes, !former)
  }
}

function requireDocument(connection: SqliteConnection, id: string): number {
  const key = readDocumentKey(connection, id)
  if (key === undefined) throw invalid(`A line refers to document ${id}, of which there is no document line before it.`)
  return key
}

/** Everything that follows from the records: names, status, resolution, and what the search index has to read. */
function deriveRest(connection: SqliteConnection, changes: GraphChanges): void {
  for (const { message } of findUngrounded(connection)) throw new GraphError('not-grounded', message)
  for (const key of connection.values<number>('SELECT key FROM entity')) settleEntity(connection, key, changes)
  for (const key of connection.values<number>('SELECT key FROM statement')) settleStatement(connection, key, changes)
  const judged = connection.values<string>('SELECT "left" FROM judgement UNION SELECT "right" FROM judgement')
  recluster(connection, judged, changes)
  fillOutbox(connection)
}

function invalid(message: string, cause?: unknown): GraphError {
  return new GraphError('invalid', message, { cause })
}
