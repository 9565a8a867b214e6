import type { GraphChanges } from './graph-changes.ts'
import { relocate } from './move-entities.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { countForm, refreshCluster } from './write-cluster.ts'

/** Moves the members of the smaller cluster into the larger. */
export function joinClusters(connection: SqliteConnection, left: number, right: number, changes: GraphChanges): void {
  if (left === right) return
  const size = (key: number) => connection.value<number>('SELECT members FROM cluster WHERE key = ?', key) as number
  const [into, from] = size(left) >= size(right) ? [left, right] : [right, left]
  const forms = connection.rows<[string, number]>('SELECT form, members FROM cluster_form WHERE cluster = ?', from)
  for (const form of forms) countForm(connection, into, ...form)
  const entities = connection.values<number>('SELECT key FROM entity WHERE cluster = ?', from)
  relocate(connection, new Map(entities.map((key) => [key, into])), changes)
  refreshCluster(connection, from, changes)
  refreshCluster(connection, into, changes)
}
