import { clusterEntities } from '../cluster-entities.ts'
import { weighJudgements } from '../weigh-judgements.ts'
import type { GraphChanges } from './graph-changes.ts'
import { joinClusters } from './join-clusters.ts'
import { moveEntities } from './move-entities.ts'
import { readComponent, readInForce } from './read-component.ts'
import { readPairJudgements } from './read-judgements.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/**
 * Brings clusters in line with the judgements on `pairs`. Joining two clusters that no `different` touches needs only the
 * smaller of them; everything else clusters the connected entities anew (`clusterEntities`), with the same outcome.
 */
export function settlePairs(
  connection: SqliteConnection,
  pairs: Iterable<readonly [string, string]>,
  changes: GraphChanges,
): void {
  const anew = new Set<string>()
  for (const [left, right] of pairs) {
    const [a, b] = [readMembership(connection, left), readMembership(connection, right)]
    if (!a || !b) continue
    const together = a.cluster === b.cluster
    const contested = a.contested || b.contested
    const same = weighJudgements(readPairJudgements(connection, left, right))?.verdict === 'same'
    if (same && together && !contested) continue
    if (!same && !together && !contested) continue
    if (same && !contested && !holdDifferent(connection, a, b)) joinClusters(connection, a.cluster, b.cluster, changes)
    else anew.add(left).add(right)
  }
  recluster(connection, anew, changes)
}

/** The judgements that already wait for entities that have just come (back) into the graph. */
export function settleArrivals(connection: SqliteConnection, ids: readonly string[], changes: GraphChanges): void {
  const pairs = ids.flatMap((id) => readInForce(connection, id).map(({ left, right }) => [left, right] as const))
  settlePairs(connection, pairs, changes)
}

/** Clusters these entities anew, with all they are or should be joined to. */
export function recluster(connection: SqliteConnection, ids: Iterable<string>, changes: GraphChanges): void {
  const start = new Set<string>()
  for (const id of ids) {
    if (start.has(id)) continue
    for (const member of connection.values<string>(
      'SELECT m.id FROM entity e JOIN entity m ON m.cluster = e.cluster WHERE e.id = ?',
      id,
    ))
      start.add(member)
  }
  if (start.size === 0) return
  const { ids: connected, same, different } = readComponent(connection, start)
  moveEntities(connection, clusterEntities(connected, same, different), changes)
}

interface Membership {
  cluster: number
  members: number
  contested: boolean
}

function readMembership(connection: SqliteConnection, id: string): Membership | undefined {
  const row = connection.row<[number, number, number]>(
    'SELECT c.key, c.members, c.contested FROM entity e JOIN cluster c ON c.key = e.cluster WHERE e.id = ?',
    id,
  )
  return row && { cluster: row[0], members: row[1], contested: row[2] === 1 }
}

/** Whether a pair judged different has one end in each cluster: asked from the smaller side. */
function holdDifferent(connection: SqliteConnection, a: Membership, b: Membership): boolean {
  const [small, large] = a.members <= b.members ? [a, b] : [b, a]
  return connection.values<string>('SELECT id FROM entity WHERE cluster = ?', small.cluster).some((id) =>
    readInForce(connection, id).some(({ verdict, left, right }) => {
      if (verdict !== 'different') return false
      return readMembership(connection, left === id ? right : left)?.cluster === large.cluster
    }),
  )
}
