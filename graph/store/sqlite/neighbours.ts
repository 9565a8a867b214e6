import type { GraphTraversal, Neighbour } from '../graph-store.ts'
import { ENTITY_JSON, toEntityView } from './entity-json.ts'
import { type IncidenceKey, selectIncidences } from './incidence-query.ts'
import { readLimit, toPage } from './page-cursor.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { STATEMENT_VIEW_JSON, toStatementView } from './statement-json.ts'
import { readCluster } from './statement-reads.ts'

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
        return toPage(rows, limit, (row) => row.slice(0, 3), toNeighbour)
      })
    },
  }
}

function toNeighbour([, , , direction, statement, entity]: [...IncidenceKey, number, string, string]): Neighbour {
  return {
    entity: toEntityView(JSON.parse(entity)),
    statement: toStatementView(JSON.parse(statement)),
    direction: direction === 0 ? 'out' : 'in',
  }
}
