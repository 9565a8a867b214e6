import type { EntityType } from '../../ontology/ontology.ts'
import type { Decision } from '../../statement.ts'
import { ExportChecksum } from '../export-checksum.ts'
import type { GraphRecord, StatementSupport } from '../graph-store.ts'
import { toSourceEntity } from './entity-json.ts'
import { toVersion } from './read-document.ts'
import { JUDGEMENT_COLUMNS, type JudgementRow, toJudgement } from './read-judgements.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import {
  type DecisionDetail,
  type StatementJson,
  type SupportDetail,
  statementJson,
  toStatement,
} from './statement-json.ts'

/** Every record of the graph in the order of the format, sorted by id, and the footer. The caller holds the snapshot. */
export function* exportGraph(connection: SqliteConnection): Generator<GraphRecord> {
  const checksum = new ExportChecksum()
  for (const record of readRecords(connection)) {
    checksum.add(record)
    yield record
  }
  yield checksum.footer()
}

function* readRecords(connection: SqliteConnection): Generator<GraphRecord> {
  yield { kind: 'header', format: 'cupel-graph', version: 1 }
  for (const [id, type, record] of connection.stream<[string, EntityType, string]>(
    'SELECT id, type, record FROM entity ORDER BY id',
  ))
    yield { kind: 'entity', entity: toSourceEntity(id, type, JSON.parse(record)) }
  for (const [key, record] of connection.stream<[number, string]>('SELECT key, record FROM document ORDER BY id'))
    yield describeDocument(connection, key, record)
  for (const [document, ...version] of connection.stream<[string, string, string, string | Uint8Array]>(
    'SELECT d.id, v.hash, v.detail, v.text FROM document d JOIN version v ON v.document = d.key ORDER BY d.id, v.hash',
  ))
    yield { kind: 'version', document, version: toVersion(...version) }
  for (const [json] of connection.stream<[string]>(
    `SELECT json_array(${statementJson('true')}, (
        SELECT json_group_array(json_array(d.id, u.confidence, json(u.detail), u.current) ORDER BY d.id)
          FROM support u JOIN document d ON d.key = u.document WHERE u.statement = s.key))
       FROM statement s ORDER BY s.id`,
  ))
    yield describeStatement(JSON.parse(json))
  for (const [statement, status, detail] of connection.stream<[string, Decision['status'], string]>(
    'SELECT statement, status, detail FROM decision ORDER BY statement',
  ))
    yield { kind: 'decision', decision: { statement, status, ...(JSON.parse(detail) as DecisionDetail) } }
  for (const row of connection.stream<JudgementRow>(
    `SELECT ${JUDGEMENT_COLUMNS} FROM judgement ORDER BY "left", "right", author`,
  ))
    yield { kind: 'judgement', judgement: toJudgement(row) }
}

function describeDocument(connection: SqliteConnection, key: number, record: string): GraphRecord {
  const rows = connection.rows<[string, EntityType, number, string, string]>(
    `SELECT e.id, e.type, m.current, f.form, e.record FROM mention m JOIN entity e ON e.key = m.entity
       JOIN entity_form f ON f.key = m.form WHERE m.document = ? ORDER BY e.id`,
    key,
  )
  const former = rows.filter(([, , current]) => current === 0).map(([id]) => id)
  const forms = rows.filter(([, , , form, record]) => form !== record)
  return {
    kind: 'document',
    document: JSON.parse(record),
    mentions: rows.filter(([, , current]) => current === 1).map(([id]) => id),
    ...(former.length > 0 ? { formerMentions: former } : {}),
    ...(forms.length > 0
      ? { forms: forms.map(([id, type, , form]) => toSourceEntity(id, type, JSON.parse(form))) }
      : {}),
  }
}

type SupportJson = [document: string, confidence: number, detail: SupportDetail, current: number]

function describeStatement([json, rows]: [StatementJson, SupportJson[]]): GraphRecord {
  const statement = toStatement(json)
  const plain = rows.length === 0 || (rows.length === 1 && rows[0]?.[3] === 1)
  const supports = rows.map(([document, confidence, detail, current]): StatementSupport => {
    return { document, confidence, ...detail, ...(current ? {} : { former: true }) }
  })
  return plain ? { kind: 'statement', statement } : { kind: 'statement', statement, supports }
}
