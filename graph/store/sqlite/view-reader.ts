import { type EntityView, MAX_LISTED } from '../../entity.ts'
import type { StatementView } from '../../statement.ts'
import { type EntityJson, toSourceEntity } from './entity-json.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { FEW, type StatementViewJson, toStatement } from './statement-json.ts'

/**
 * Makes views of the JSON that queries give, for the length of one answer. What is counted is counted in the query while it is
 * few; for a hub, whose documents go into the thousands, once in an answer that may name it many times.
 */
export class ViewReader {
  private readonly connection: SqliteConnection
  private readonly counts = new Map<number | string, number>()

  constructor(connection: SqliteConnection) {
    this.connection = connection
  }

  entity(json: string): EntityView {
    const [id, type, view, members, documents, key, size]: EntityJson = JSON.parse(json)
    const documentCount =
      documents.length < MAX_LISTED
        ? documents.length
        : this.count(key, () => countDocuments(this.connection, key, size))
    return { ...toSourceEntity(id, type, view), members: members ?? [id], documents: documents.sort(), documentCount }
  }

  statement(json: string): StatementView {
    const [statement, decision, claim, few]: StatementViewJson = JSON.parse(json)
    const [id, , , , , , [, subjectEntity], object] = statement
    const corroboration = few < FEW ? few : this.count(claim, () => countCorroboration(this.connection, claim))
    const view: StatementView = { ...toStatement(statement), subjectEntity, corroboration }
    if (object) view.objectEntity = object[1]
    if (decision) view.decision = { statement: id, status: decision[0], ...decision[1] }
    return view
  }

  private count(of: number | string, query: () => number): number {
    const known = this.counts.get(of) ?? query()
    this.counts.set(of, known)
    return known
  }
}

/** An entity's own documents are counted with its forms; those of merged entities may mention several members. */
function countDocuments(connection: SqliteConnection, cluster: number, members: number): number {
  const sql =
    members === 1
      ? 'SELECT sum(f.current) FROM entity m CROSS JOIN entity_form f ON f.entity = m.key WHERE m.cluster = ?'
      : `SELECT count(DISTINCT n.document) FROM entity m CROSS JOIN mention n ON n.entity = m.key
          WHERE m.cluster = ? AND n.current = 1`
  return connection.value<number>(sql, cluster) as number
}

function countCorroboration(connection: SqliteConnection, claim: string): number {
  return connection.value<number>(
    `SELECT count(DISTINCT u.document) FROM statement t CROSS JOIN support u ON u.statement = t.key AND u.current = 1
      WHERE t.claim = ? AND t.living = 1`,
    claim,
  ) as number
}
