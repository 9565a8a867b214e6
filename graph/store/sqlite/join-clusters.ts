import type { GraphChanges } from './graph-changes.ts'
import { relocate } from './move-entities.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { countForm, refreshCluster } from './write-cluster.ts'

/** Moves the members of the smaller cluster into the larger. */
export function joinClusters(connection: SqliteConnection, left: number, right: number, changes: GraphChanges): void {
  if (left === right) return
  const size = (key: number) => connection.value<number>('SELECT members FROM cluster WHERE key = ?', key) as number
  const [into, from] = size(left) >= size(right) ? [left, right] : [right, left]
  if (size(into) === 1) for (const form of formsOf(connection, into)) countForm(connection, into, ...form)
  for (const form of formsOf(connection, from)) countForm(connection, into, ...form)
  const entities = connection.values<number>('SELECT key FROM entity WHERE cluster = ?', from)
  relocate(connection, new Map(entities.map((key) => [key, into])), changes)
  refreshCluster(connection, from, changes)
  refreshCluster(connection, into, changes)
}

function formsOf(connection: SqliteConnection, cluster: number): [string, number][] {
  const counted = connection.rows<[string, number]>('SELECT form, members FROM cluster_form WHERE cluster = ?', cluster)
  if (counted.length > 0) return counted
  return connection.rows<[string, number]>('SELECT record, 1 FROM entity WHERE cluster = ?', cluster)
}
