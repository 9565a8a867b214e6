import type { StatementView } from '../../statement.ts'
import type { Brief, EntityStore, Page } from '../graph-store.ts'
import { type IncidenceKey, selectIncidences } from './incidence-query.ts'
import { decodeCursor, readLimit, toPage } from './page-cursor.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { BRIEF_VIEW_JSON, STATEMENT_VIEW_JSON } from './statement-json.ts'
import { ViewReader } from './view-reader.ts'

type StatementReads = Pick<EntityStore, 'statementsOf' | 'statements' | 'statementsIn'>

export function createStatementReads(connection: SqliteConnection): StatementReads {
  return {
    /**
     * One indexed query an entity: in this process a query costs microseconds, while a single query with a window function
     * would read every statement of a hub before it could limit them.
     */
    async statementsOf(entities, filter, page) {
      const limit = readLimit(page)
      const views = new ViewReader(connection)
      return connection.snapshot(() =>
        entities.map((id): Page<StatementView> => {
          const cluster = readCluster(connection, id)
          if (cluster === undefined) return { items: [] }
          const { sql, parameters } = selectIncidences(cluster, filter, limit + 1, { cursor: page.cursor })
          const rows = connection.rows<[...IncidenceKey, string]>(
            `SELECT i.living, i.strength, i.statement, ${viewJson(filter)} FROM (${sql}) i CROSS JOIN statement s ON s.key = i.key`,
            ...parameters,
          )
          return toPage(
            rows,
            limit,
            ([...key]) => key.slice(0, 3),
            ([, , , json]) => views.statement(json),
          )
        }),
      )
    },

    async statements(ids, detail = {}) {
      const views = new ViewReader(connection)
      return connection.snapshot(() => ids.map((id) => readStatement(connection, id, views, detail)))
    },

    async statementsIn(document, page, detail = {}) {
      const limit = readLimit(page)
      const [start, id] = decodeCursor<[number, string]>(page.cursor, ['number', 'string']) ?? [-1, '']
      const views = new ViewReader(connection)
      return connection.snapshot(() => {
        const rows = connection.rows<[number, string, string]>(
          `SELECT i.start, s.id, ${viewJson(detail)} FROM (
             SELECT o.start, t.id, t.key FROM document d
               JOIN support o ON o.document = d.key AND o.current = 1 JOIN statement t ON t.key = o.statement
              WHERE d.id = ? AND o.start >= ? AND (o.start, t.id) > (?, ?) ORDER BY o.start, t.id LIMIT ?
           ) i CROSS JOIN statement s ON s.key = i.key`,
          document,
          start,
          start,
          id,
          limit + 1,
        )
        return toPage(
          rows,
          limit,
          ([start, id]) => [start, id],
          ([, , json]) => views.statement(json),
        )
      })
    },
  }
}

export function readStatement(
  connection: SqliteConnection,
  id: string,
  views = new ViewReader(connection),
  detail: Brief = {},
): StatementView | null {
  const json = connection.value<string>(`SELECT ${viewJson(detail)} FROM statement s WHERE s.id = ?`, id)
  return json === undefined ? null : views.statement(json)
}

function viewJson({ brief }: Brief): string {
  return brief ? BRIEF_VIEW_JSON : STATEMENT_VIEW_JSON
}

/** Key of the cluster that any member's id leads to. */
export function readCluster(connection: SqliteConnection, id: string): number | undefined {
  return connection.value<number>('SELECT cluster FROM entity WHERE id = ?', id)
}
