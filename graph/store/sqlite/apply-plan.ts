import { GraphError } from '../../graph-error.ts'
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
import { readEntityKey } from './write-entity.ts'
import { writeJudgements } from './write-judgements.ts'
import { replaceMentions } from './write-mentions.ts'
import { dropSupport, supersedeSupport, supportStatement } from './write-statements.ts'

/**
 * Applies a plan inside the transaction that is open. The plan says what the document asserts and retires; what becomes of
 * a statement then follows from who supports it *now* (`settleStatement`), because other documents may have come or gone
 * since the plan was made.
 *
 * What a new reading no longer says – `supersede`, `unsupport`, or passed over in silence – stays as the document's former
 * support, with its words and their version. It counts for nothing while another document supports the statement, and shows the
 * statement as superseded once none does: so withdrawing that other document gives the graph that never had it.
 * `remove` drops the support with its words.
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
  refuseUnknown(connection, plan)
  const pairs = writeJudgements(connection, plan.judgements)
  settleArrivals(connection, arrived, changes)
  settlePairs(connection, pairs, changes)
  const former = new Set(
    connection.values<number>('SELECT statement FROM support WHERE document = ? AND current = 1', document),
  )
  const touched = new Set<number>()
  for (const { statement } of plan.assert) {
    const known = supportStatement(connection, document, statement, changes)
    if (known === undefined) continue
    former.delete(known)
    touched.add(known)
  }
  const removed = new Set(plan.retire.filter(({ change }) => change === 'remove').map(({ id }) => id))
  for (const key of former) {
    const id = connection.value<string>('SELECT id FROM statement WHERE key = ?', key) as string
    if (removed.has(id)) dropSupport(connection, document, key)
    else supersedeSupport(connection, document, key)
    touched.add(key)
  }
  for (const key of touched) settleStatement(connection, key, changes)
  dropIdleMentions(connection, document, changes)
  dropUnusedVersions(connection, document)
}

/** Another document may have taken an entity with it since it was judged. */
function refuseUnknown(connection: SqliteConnection, { document, judgements }: GraphPlan): void {
  const gone = judgements
    .flatMap(({ left, right }) => [left, right])
    .find((id) => readEntityKey(connection, id) === undefined)
  if (gone !== undefined)
    throw new GraphError(
      'plan-conflict',
      `The plan of document ${document.id} judges entity ${gone}, which is not in the graph (any more). Plan again.`,
    )
}

function withdraw(connection: SqliteConnection, plan: GraphPlan, changes: GraphChanges): void {
  const document = readDocumentKey(connection, plan.document.id)
  if (document === undefined)
    throw new GraphError(
      'not-found',
      `There is no document ${plan.document.id} to withdraw. List the documents to find its id.`,
    )
  const supported = connection.values<number>('SELECT statement FROM support WHERE document = ?', document)
  for (const key of supported) {
    dropSupport(connection, document, key)
    settleStatement(connection, key, changes)
  }
  dropMentions(connection, document, changes)
  connection.run('DELETE FROM version WHERE document = ?', document)
  connection.run('DELETE FROM document WHERE key = ?', document)
}
