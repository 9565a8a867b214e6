import type { GraphTraversal, Neighbour } from '../graph-store.ts'
import { ENTITY_JSON } from './entity-json.ts'
import { type IncidenceKey, selectIncidences } from './incidence-query.ts'
import { readLimit, toPage } from './page-cursor.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { STATEMENT_VIEW_JSON } from './statement-json.ts'
import { readCluster } from './statement-reads.ts'
import { ViewReader } from './view-reader.ts'

export function createNeighbours(connection: SqliteConnection): Pick<GraphTraversal, 'neighbours'> {
  return {
    async neighbours(entity, filter, page) {
      const limit = readLimit(page)
      return connection.snapshot(() => {
        const cluster = readCluster(connection, entity)
        if (cluster === undefined) return { items: [] }
        const { sql, parameters } = selectIncidences(cluster, filter, limit + 1, {
          cursor: page.cursor,
          edgesOnly: true,
        })
        const rows = connection.rows<[...IncidenceKey, number, string, string]>(
          `SELECT i.living, i.strength, i.statement, i.direction, ${STATEMENT_VIEW_JSON}, ${ENTITY_JSON}
             FROM (${sql}) i CROSS JOIN statement s ON s.key = i.key CROSS JOIN cluster c ON c.key = i.other`,
          ...parameters,
        )
        const views = new ViewReader(connection)
        return toPage(
          rows,
          limit,
          ([...key]) => key.slice(0, 3),
          ([, , , direction, statement, entity]): Neighbour => ({
            entity: views.entity(entity),
            statement: views.statement(statement),
            direction: direction === 0 ? 'out' : 'in',
          }),
        )
      })
    },
  }
}
