import type { EntityType } from '../../ontology/ontology.ts'
import type { DocumentFootprint } from '../graph-store.ts'
import { toSourceEntity } from './entity-json.ts'
import { readDocument } from './read-document.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { type StatementJson, type SupportDetail, statementJson, toStatement } from './statement-json.ts'

type OwnStatementJson = [statement: StatementJson, detail: SupportDetail, confidence: number, others: number]

/** The entities as this document names them, and its statements with its own evidence, confidence and wording. */
export function readFootprint(connection: SqliteConnection, id: string): DocumentFootprint | null {
  const document = readDocument(connection, id)
  if (!document) return null
  const entities = connection.rows<[string, EntityType, string]>(
    `SELECT e.id, e.type, f.form FROM document d
       JOIN mention m ON m.document = d.key AND m.current = 1
       JOIN entity e ON e.key = m.entity JOIN entity_form f ON f.key = m.form
      WHERE d.id = ? ORDER BY e.id`,
    id,
  )
  const statements = connection.values<string>(
    `SELECT json_array(${statementJson('u.document = o.document')}, json(o.detail), o.confidence,
        (SELECT count(*) FROM support u WHERE u.statement = s.key AND u.document <> o.document AND u.current = 1))
       FROM document d
       JOIN support o ON o.document = d.key AND o.current = 1
       JOIN statement s ON s.key = o.statement
      WHERE d.id = ? ORDER BY o.start, s.id`,
    id,
  )
  return {
    document,
    entities: entities.map(([id, type, form]) => toSourceEntity(id, type, JSON.parse(form))),
    statements: statements.map((json) => {
      const [statement, own, confidence, others]: OwnStatementJson = JSON.parse(json)
      return { statement: { ...toStatement(statement), ...own, confidence }, others }
    }),
  }
}
