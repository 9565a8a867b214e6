import type { Cluster } from '../cluster-entities.ts'
import type { GraphChanges } from './graph-changes.ts'
import { indexStatement, unindexStatement } from './index-statement.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { insertCluster, recountForms, refreshCluster } from './write-cluster.ts'

/** Puts entities into these clusters. A cluster keeps the row most of its members are in, so that few entities move. */
export function moveEntities(connection: SqliteConnection, clusters: readonly Cluster[], changes: GraphChanges): void {
  const touched = new Set<number>()
  const taken = new Set<number>()
  const moves = new Map<number, number>()
  for (const { members, contested } of [...clusters].sort((a, b) => b.members.length - a.members.length)) {
    const rows = members.map(
      (id) => connection.row<[number, number]>('SELECT key, cluster FROM entity WHERE id = ?', id) as [number, number],
    )
    const key = chooseRow(rows, taken) ?? insertCluster(connection, members[0] as string, '', { name: '', aliases: [] })
    taken.add(key)
    touched.add(key)
    connection.run('UPDATE cluster SET contested = ? WHERE key = ?', Number(contested), key)
    for (const [entity, before] of rows) {
      if (before === key) continue
      touched.add(before)
      moves.set(entity, key)
    }
  }
  relocate(connection, moves, changes)
  for (const key of touched) {
    recountForms(connection, key)
    refreshCluster(connection, key, changes)
  }
}

/** Gives entities their new clusters and enters their statements there. */
export function relocate(
  connection: SqliteConnection,
  moves: ReadonlyMap<number, number>,
  changes: GraphChanges,
): void {
  const statements = new Set<number>()
  for (const entity of moves.keys())
    for (const key of connection.values<number>(
      'SELECT key FROM statement WHERE subject = ?1 UNION SELECT key FROM statement WHERE object = ?1',
      entity,
    ))
      statements.add(key)
  for (const key of statements) unindexStatement(connection, key, changes)
  for (const [entity, cluster] of moves) connection.run('UPDATE entity SET cluster = ? WHERE key = ?', cluster, entity)
  for (const key of statements) indexStatement(connection, key, changes)
}

function chooseRow(rows: readonly [number, number][], taken: ReadonlySet<number>): number | undefined {
  const counts = new Map<number, number>()
  for (const [, cluster] of rows) if (!taken.has(cluster)) counts.set(cluster, (counts.get(cluster) ?? 0) + 1)
  let best: number | undefined
  for (const [cluster, count] of counts) if (best === undefined || count > (counts.get(best) as number)) best = cluster
  return best
}
