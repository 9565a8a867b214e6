import type { Decision, StatementStatus } from '../../statement.ts'
import type { GraphChanges } from './graph-changes.ts'
import { indexStatement, touchStatement, unindexStatement } from './index-statement.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { StatementDetail, SupportDetail } from './statement-json.ts'

type State = [status: StatementStatus, living: number, supported: number, confidence: number, detail: string]

/** Brings a statement's own row in line with what supports it, after any change of its supports or decision. */
export function settleStatement(connection: SqliteConnection, key: number, changes: GraphChanges): void {
  const before = readState(connection, key)
  const after = deriveState(connection, key, before)
  if (!after) {
    unindexStatement(connection, key, changes)
    connection.run('DELETE FROM statement WHERE key = ?', key)
  } else if (after.every((part, at) => part === before[at])) {
    touchStatement(connection, key, changes)
  } else {
    unindexStatement(connection, key, changes)
    connection.run(
      'UPDATE statement SET status = ?, living = ?, supported = ?, confidence = ?, detail = ? WHERE key = ?',
      ...after,
      key,
    )
    indexStatement(connection, key, changes)
  }
}

export function readState(connection: SqliteConnection, key: number): State {
  return connection.row<State>(
    'SELECT status, living, supported, confidence, detail FROM statement WHERE key = ?',
    key,
  ) as State
}

/**
 * What a statement's row must say:
 * - without any support it goes, unless somebody other than a document made it;
 * - its confidence, wording of the value and origin are those of its strongest support (current before former, then by
 *   confidence, then by document id), so that removing one document gives back what the others gave;
 * - its status is the curator's decision, else `proposed` while some document's present version supports it, else
 *   `superseded`.
 */
export function deriveState(connection: SqliteConnection, key: number, before: State): State | undefined {
  const { qualifiers, origin }: StatementDetail = JSON.parse(before[4])
  const strongest = connection.row<[current: number, confidence: number, detail: string]>(
    `SELECT u.current, u.confidence, u.detail FROM support u JOIN document d ON d.key = u.document
      WHERE u.statement = ? ORDER BY u.current DESC, u.confidence DESC, d.id LIMIT 1`,
    key,
  )
  if (!strongest && origin === 'document') return undefined
  const decided = connection.value<Decision['status']>(
    'SELECT x.status FROM statement s JOIN decision x ON x.statement = s.id WHERE s.key = ?',
    key,
  )
  const [current, confidence, said] = strongest ?? [1, before[3], before[4]]
  const status = decided ?? (current ? 'proposed' : 'superseded')
  return [
    status,
    Number(isLiving(status)),
    strongest ? current : 0,
    confidence,
    writeDetail(JSON.parse(said), qualifiers),
  ]
}

export function isLiving(status: StatementStatus): boolean {
  return status === 'proposed' || status === 'accepted'
}

export function writeDetail({ value, origin }: SupportDetail, qualifiers: StatementDetail['qualifiers']): string {
  return JSON.stringify({ value, qualifiers, origin })
}
