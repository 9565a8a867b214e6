import { GraphError } from '../../graph-error.ts'
import type { GraphPath, GraphTraversal } from '../graph-store.ts'
import { readLimit } from './page-cursor.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { readCluster } from './statement-reads.ts'

const MAX_HOPS = 6
/** A search that has met this many entities without an answer gives up: nobody can use a path through everything. */
const MAX_MET = 200_000
/** Most pairs between two frontiers that are looked up one by one. */
const MAX_PROBES = 20_000

/**
 * Breadth first from both ends at once. Where a frontier has more relations than there are pairs between both frontiers – it
 * holds a hub –, the pairs are looked up first: a path of three hops never reads a hub with a hundred thousand relations.
 */
export function createPaths(connection: SqliteConnection): Pick<GraphTraversal, 'paths'> {
  return {
    async paths(from, to, { maxHops, limit }) {
      const most = readLimit({ limit })
      if (!Number.isInteger(maxHops) || maxHops < 1 || maxHops > MAX_HOPS)
        throw new GraphError('invalid', `maxHops must be a whole number from 1 to ${MAX_HOPS}; ${maxHops} came.`)
      return connection.snapshot(() => {
        const [start, end] = [readCluster(connection, from), readCluster(connection, to)]
        if (start === undefined || end === undefined || start === end) return []
        return describePaths(connection, findShortest(connection, start, end, maxHops, most))
      })
    },
  }
}

/** One end of the search: every entity met, with those before it on shortest ways to this end. */
interface Side {
  before: Map<number, number[]>
  frontier: Set<number>
  depth: number
}

/** Ways of the least number of hops from start to end, as keys of clusters. */
function findShortest(
  connection: SqliteConnection,
  start: number,
  end: number,
  maxHops: number,
  limit: number,
): number[][] {
  const near: Side = { before: new Map([[start, []]]), frontier: new Set([start]), depth: 0 }
  const far: Side = { before: new Map([[end, []]]), frontier: new Set([end]), depth: 0 }
  while (near.depth + far.depth < maxHops) {
    const side = near.frontier.size <= far.frontier.size ? near : far
    const pairs = near.frontier.size * far.frontier.size
    if (pairs <= MAX_PROBES && hasMoreEdges(connection, side.frontier, pairs)) {
      const links = probe(connection, near.frontier, far.frontier)
      if (links.length > 0) return joinWays(near, far, links, limit)
    }
    const met = expand(connection, side, side === near ? far : near)
    if (met.length > 0)
      return joinWays(
        near,
        far,
        met.map((key) => [key, key]),
        limit,
      )
    if (side.frontier.size === 0 || near.before.size + far.before.size > MAX_MET) return []
  }
  return []
}

function hasMoreEdges(connection: SqliteConnection, frontier: Set<number>, count: number): boolean {
  const found = connection.value<number>(
    `SELECT count(*) FROM (SELECT 1 FROM json_each(?) f CROSS JOIN incidence i INDEXED BY incidence_pair
        ON i.entity = f.value AND i.edge = 1 LIMIT ?)`,
    JSON.stringify([...frontier]),
    count + 1,
  ) as number
  return found > count
}

/** Relations that lead from one frontier straight into the other. */
function probe(connection: SqliteConnection, near: Set<number>, far: Set<number>): [number, number][] {
  return connection.rows<[number, number]>(
    `SELECT a.value, b.value FROM json_each(?) a CROSS JOIN json_each(?) b
      WHERE EXISTS (SELECT 1 FROM incidence i WHERE i.entity = a.value AND i.other = b.value AND i.edge = 1)`,
    JSON.stringify([...near]),
    JSON.stringify([...far]),
  )
}

/** Moves a frontier one hop on; returns where it meets the other side. */
function expand(connection: SqliteConnection, side: Side, other: Side): number[] {
  const next = new Set<number>()
  const met = new Set<number>()
  const rows = connection.rows<[number, number]>(
    `SELECT f.value, i.other FROM json_each(?) f CROSS JOIN incidence i INDEXED BY incidence_pair
         ON i.entity = f.value AND i.edge = 1`,
    JSON.stringify([...side.frontier]),
  )
  for (const [key, reached] of rows) {
    const before = side.before.get(reached)
    if (before && !next.has(reached)) continue
    if (!before) side.before.set(reached, [key])
    else if (before.at(-1) !== key) before.push(key)
    next.add(reached)
    if (other.frontier.has(reached)) met.add(reached)
  }
  side.frontier = next
  side.depth += 1
  return [...met]
}

/** Whole ways through each link, at most `limit`. */
function joinWays(near: Side, far: Side, links: Iterable<readonly [number, number]>, limit: number): number[][] {
  const ways: number[][] = []
  for (const [a, b] of links)
    for (const head of waysBack(near, a, limit))
      for (const tail of waysBack(far, b, limit)) {
        if (ways.length >= limit) return ways
        ways.push([...head.toReversed(), ...(a === b ? tail.slice(1) : tail)])
      }
  return ways
}

/** Ways from `key` back to the side's own end. */
function* waysBack(side: Side, key: number, limit: number): Generator<number[]> {
  const before = side.before.get(key) ?? []
  if (before.length === 0) yield [key]
  let given = 0
  for (const previous of before)
    for (const way of waysBack(side, previous, limit)) {
      if (given >= limit) return
      given += 1
      yield [key, ...way]
    }
}

/** Canonical ids, and between two entities the strongest statement. */
function describePaths(connection: SqliteConnection, ways: readonly number[][]): GraphPath[] {
  const idOf = (key: number) => connection.value<string>('SELECT canonical FROM cluster WHERE key = ?', key) as string
  const linkOf = (a: number, b: number) =>
    connection.value<string>(
      'SELECT statement FROM incidence WHERE entity = ? AND other = ? AND edge = 1 ORDER BY strength DESC, statement LIMIT 1',
      a,
      b,
    ) as string
  return ways
    .map((way) => ({
      entities: way.map(idOf),
      statements: way.slice(1).map((key, at) => linkOf(way[at] as number, key)),
    }))
    .sort((a, b) => (a.entities.join(' ') < b.entities.join(' ') ? -1 : 1))
}
