import type { GraphChanges } from './graph-changes.ts'
import { readComponent } from './read-component.ts'
import { recluster } from './settle-clusters.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { countForm, refreshCluster } from './write-cluster.ts'
import { deleteEntity, settleEntity } from './write-entity.ts'
import { dropRuleJudgements } from './write-judgements.ts'
import { deleteMention } from './write-mentions.ts'

/** Unties the document from entities it no longer mentions and is no longer quoted for; those nobody is left with go. */
export function dropIdleMentions(connection: SqliteConnection, document: number, changes: GraphChanges): void {
  const idle = connection.values<number>(
    `SELECT m.entity FROM mention m WHERE m.document = ?1 AND m.current = 0
        AND NOT EXISTS (SELECT 1 FROM statement s JOIN support u ON u.statement = s.key WHERE s.subject = m.entity AND u.document = ?1)
        AND NOT EXISTS (SELECT 1 FROM statement s JOIN support u ON u.statement = s.key WHERE s.object = m.entity AND u.document = ?1)`,
    document,
  )
  untie(connection, document, idle, changes)
}

/** Unties the document, which is about to go, from everything. */
export function dropMentions(connection: SqliteConnection, document: number, changes: GraphChanges): void {
  untie(
    connection,
    document,
    connection.values<number>('SELECT entity FROM mention WHERE document = ?', document),
    changes,
  )
}

function untie(
  connection: SqliteConnection,
  document: number,
  entities: readonly number[],
  changes: GraphChanges,
): void {
  for (const entity of entities) {
    deleteMention(connection, document, entity)
    if (isOrphan(connection, entity)) dropEntity(connection, entity, changes)
    else settleEntity(connection, entity, changes)
  }
}

/** An entity that no document mentions and no statement uses. */
function isOrphan(connection: SqliteConnection, entity: number): boolean {
  return (
    connection.value(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM mention WHERE entity = ?1) OR EXISTS (SELECT 1 FROM statement WHERE subject = ?1)
          OR EXISTS (SELECT 1 FROM statement WHERE object = ?1)`,
      entity,
    ) === undefined
  )
}

function dropEntity(connection: SqliteConnection, entity: number, changes: GraphChanges): void {
  const [id, record, cluster, contested] = connection.row<[string, string, number, number]>(
    'SELECT e.id, e.record, c.key, c.contested FROM entity e JOIN cluster c ON c.key = e.cluster WHERE e.key = ?',
    entity,
  ) as [string, string, number, number]
  const { ids, same } = readComponent(connection, [id])
  // Whoever hangs on by one judgement leaves no hole behind.
  const leaf = contested === 0 && same.filter(({ left, right }) => left === id || right === id).length <= 1
  dropRuleJudgements(connection, id)
  deleteEntity(connection, entity)
  countForm(connection, cluster, record, -1)
  refreshCluster(connection, cluster, changes)
  if (!leaf)
    recluster(
      connection,
      [...ids].filter((other) => other !== id),
      changes,
    )
}
