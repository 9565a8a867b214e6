import { GraphError } from '../../graph-error.ts'
import type { GraphTraversal } from '../graph-store.ts'
import { ENTITY_JSON } from './entity-json.ts'
import { readLimit } from './page-cursor.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { STATEMENT_VIEW_JSON } from './statement-json.ts'
import { readCluster } from './statement-reads.ts'
import { ViewReader } from './view-reader.ts'

const MAX_HOPS = 6
/** Statements a subgraph gives for each entity it may give: a dense neighbourhood is cut at its strongest. */
const STATEMENTS_PER_ENTITY = 20

export function createSubgraph(connection: SqliteConnection): Pick<GraphTraversal, 'subgraph'> {
  return {
    async subgraph(entities, { hops, limit }) {
      const most = readLimit({ limit })
      if (!Number.isInteger(hops) || hops < 0 || hops > MAX_HOPS)
        throw new GraphError('invalid', `hops must be a whole number from 0 to ${MAX_HOPS}; ${hops} came.`)
      return connection.snapshot(() => {
        const start = [...new Set(entities.flatMap((id) => readCluster(connection, id) ?? []))]
        const { keys, truncated } = collect(connection, start, hops, most)
        const views = new ViewReader(connection)
        const statements = readStatementsAmong(connection, keys, most * STATEMENTS_PER_ENTITY + 1, views)
        const cut = statements.length > most * STATEMENTS_PER_ENTITY
        return {
          entities: readEntities(connection, keys, views),
          statements: cut ? statements.slice(0, -1) : statements,
          truncated: truncated || cut,
        }
      })
    },
  }
}

/** Breadth first; each entity's own neighbours strongest relation first, and never more of them read than can be kept. */
function collect(
  connection: SqliteConnection,
  start: number[],
  hops: number,
  limit: number,
): { keys: number[]; truncated: boolean } {
  const met = new Set(start.slice(0, limit))
  let truncated = start.length > limit
  let frontier = [...met]
  for (let hop = 0; hop < hops && frontier.length > 0 && !truncated; hop += 1) {
    const next: number[] = []
    for (const key of frontier) {
      for (const other of readNearest(connection, key)) {
        if (met.has(other)) continue
        if (met.size >= limit) {
          truncated = true
          break
        }
        met.add(other)
        next.push(other)
      }
      if (truncated) break
    }
    frontier = next
  }
  return { keys: [...met], truncated }
}

/** In bounded helpings, so that a hub is read no further than needed. */
function* readNearest(connection: SqliteConnection, key: number): Generator<number> {
  const helping = 256
  for (let offset = 0; ; offset += helping) {
    const others = connection.values<number>(
      `SELECT other FROM incidence WHERE entity = ? AND living = 1 AND edge = 1
        ORDER BY strength DESC, statement LIMIT ${helping} OFFSET ?`,
      key,
      offset,
    )
    yield* others
    if (others.length < helping) return
  }
}

function readEntities(connection: SqliteConnection, keys: readonly number[], views: ViewReader) {
  return connection
    .values<string>(
      `SELECT ${ENTITY_JSON} FROM json_each(?) j CROSS JOIN cluster c ON c.key = j.value ORDER BY j.key`,
      JSON.stringify(keys),
    )
    .map((json) => views.entity(json))
}

/**
 * Living, asserted relations with both ends among the entities, strongest first. An entity with few relations has them
 * all read; those with more relations than there are entities are only asked about one another.
 */
function readStatementsAmong(connection: SqliteConnection, keys: readonly number[], limit: number, views: ViewReader) {
  const hubs = keys.filter((key) => hasMoreEdges(connection, key, keys.length))
  const others = keys.filter((key) => !hubs.includes(key))
  return connection
    .values<string>(
      `SELECT ${STATEMENT_VIEW_JSON} FROM (
         SELECT i.strength, i.statement, i.key FROM json_each(?1) a CROSS JOIN incidence i INDEXED BY incidence_pair
             ON i.entity = a.value AND i.edge = 1
          WHERE i.other IN (SELECT value FROM json_each(?2))
         UNION
         SELECT i.strength, i.statement, i.key FROM json_each(?3) a CROSS JOIN json_each(?3) b
          CROSS JOIN incidence i INDEXED BY incidence_pair ON i.entity = a.value AND i.other = b.value AND i.edge = 1
          ORDER BY strength DESC, statement LIMIT ?4
       ) i CROSS JOIN statement s ON s.key = i.key`,
      JSON.stringify(others),
      JSON.stringify(keys),
      JSON.stringify(hubs),
      limit,
    )
    .map((json) => views.statement(json))
}

function hasMoreEdges(connection: SqliteConnection, key: number, count: number): boolean {
  const sql = `SELECT count(*) FROM (
    SELECT 1 FROM incidence INDEXED BY incidence_pair WHERE entity = ? AND edge = 1 LIMIT ?)`
  return (connection.value<number>(sql, key, count + 1) as number) > count
}
