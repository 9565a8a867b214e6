import type { GraphPlan } from '../../graph-plan.ts'
import type { EntityType } from '../../ontology/ontology.ts'
import { checkPlan } from '../check-plan.ts'
import { dropIdleMentions, dropMentions } from './drop-entities.ts'
import { GraphChanges } from './graph-changes.ts'
import { settleArrivals, settlePairs } from './settle-clusters.ts'
import { settleStatement } from './settle-statement.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import {
  dropUnusedVersions,
  readDocumentKey,
  readVersionText,
  refuseConflict,
  writeDocument,
  writeVersion,
} from './write-document.ts'
import { writeJudgements } from './write-judgements.ts'
import { replaceMentions } from './write-mentions.ts'
import { dropSupport, supersedeSupport, supportStatement } from './write-statements.ts'

/**
 * Applies a plan inside the transaction that is open. The plan says what the document asserts and retires; what becomes of
 * a statement then follows from who supports it *now* (`settleStatement`), because other documents may have come or gone
 * since the plan was made.
 */
export function applyPlan(connection: SqliteConnection, plan: GraphPlan): void {
  refuseConflict(connection, plan.document.id, plan.expects)
  checkPlan(plan, {
    textOf: (hash) => readVersionText(connection, plan.document.id, hash),
    typeOf: (id) => connection.value<EntityType>('SELECT type FROM entity WHERE id = ?', id),
  })
  const changes = new GraphChanges(connection)
  changes.touchDocument(plan.document.id)
  if (plan.status === 'withdrawn') withdraw(connection, plan, changes)
  else record(connection, plan, changes)
  changes.enqueue()
}

function record(connection: SqliteConnection, plan: GraphPlan, changes: GraphChanges): void {
  const document = writeDocument(connection, plan.document)
  if (plan.version) writeVersion(connection, document, plan.version)
  const ends = plan.assert.flatMap(({ statement: { subject, object } }) =>
    object === undefined ? [subject] : [subject, object],
  )
  const arrived = replaceMentions(connection, document, plan.entities, ends, changes)
  const pairs = writeJudgements(connection, plan.judgements)
  settleArrivals(connection, arrived, changes)
  settlePairs(connection, pairs, changes)
  const former = new Set(
    connection.values<number>('SELECT statement FROM support WHERE document = ? AND current = 1', document),
  )
  const touched = new Set<number>()
  for (const { statement } of plan.assert) {
    const key = supportStatement(connection, document, statement)
    former.delete(key)
    touched.add(key)
  }
  for (const [key, others] of retired(connection, plan, document, former)) {
    // Its own words stay as evidence of what it said, unless others still say it.
    if (others) dropSupport(connection, document, key)
    else supersedeSupport(connection, document, key)
    touched.add(key)
  }
  for (const key of touched) settleStatement(connection, key, changes)
  dropIdleMentions(connection, document, changes)
  dropUnusedVersions(connection, document)
}

/**
 * What the document supported and no longer does, with whether others support it now: all the plan retires, and whatever a
 * new reading passes over in silence. `remove` asks for the words to go as well.
 */
function retired(
  connection: SqliteConnection,
  plan: GraphPlan,
  document: number,
  former: ReadonlySet<number>,
): Map<number, boolean> {
  const removed = new Set(plan.retire.filter(({ change }) => change === 'remove').map(({ id }) => id))
  const all = new Map<number, boolean>()
  for (const key of former) {
    const [id, others] = connection.row<[string, number]>(
      `SELECT s.id, EXISTS (SELECT 1 FROM support u WHERE u.statement = s.key AND u.document <> ? AND u.current = 1)
         FROM statement s WHERE s.key = ?`,
      document,
      key,
    ) as [string, number]
    all.set(key, others === 1 || removed.has(id))
  }
  return all
}

function withdraw(connection: SqliteConnection, plan: GraphPlan, changes: GraphChanges): void {
  const document = readDocumentKey(connection, plan.document.id) as number
  const supported = connection.values<number>('SELECT statement FROM support WHERE document = ?', document)
  for (const key of supported) {
    dropSupport(connection, document, key)
    settleStatement(connection, key, changes)
  }
  dropMentions(connection, document, changes)
  connection.run('DELETE FROM version WHERE document = ?', document)
  connection.run('DELETE FROM document WHERE key = ?', document)
}
