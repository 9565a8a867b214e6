import type { EntityView } from '../../entity.ts'
import type { EntityType } from '../../ontology/ontology.ts'
import { foldName } from '../../values/fold-name.ts'
import type { EntityFilter, EntityStore } from '../graph-store.ts'
import { ENTITY_JSON, toSourceEntity } from './entity-json.ts'
import { decodeCursor, readLimit, toPage } from './page-cursor.ts'
import { readJudgements } from './read-judgements.ts'
import type { SqliteConnection, SqlValue } from './sqlite-connection.ts'
import { ViewReader } from './view-reader.ts'

type EntityReads = Pick<EntityStore, 'entities' | 'listEntities' | 'countEntities' | 'candidates' | 'judgements'>

export function createEntityReads(connection: SqliteConnection): EntityReads {
  return {
    async entities(ids) {
      const views = new ViewReader(connection)
      const [only, ...others] = ids
      if (only !== undefined && others.length === 0) return [connection.read(() => readEntity(connection, only, views))]
      return connection.snapshot(() => ids.map((id) => readEntity(connection, id, views)))
    },

    async listEntities(filter, page) {
      const limit = readLimit(page)
      const [after] = decodeCursor<[string]>(page.cursor, ['string']) ?? ['']
      const { where, parameters } = selectClusters(filter)
      const views = new ViewReader(connection)
      return connection.snapshot(() => {
        const rows = connection.rows<[string, string]>(
          `SELECT c.canonical, ${ENTITY_JSON} FROM cluster c WHERE c.canonical > ? ${where} ORDER BY c.canonical LIMIT ?`,
          after,
          ...parameters,
          limit + 1,
        )
        return toPage(
          rows,
          limit,
          ([canonical]) => [canonical],
          ([, json]) => views.entity(json),
        )
      })
    },

    async countEntities(filter) {
      const { where, parameters } = selectClusters(filter)
      return connection.read(
        () => connection.value<number>(`SELECT count(*) FROM cluster c WHERE true ${where}`, ...parameters) ?? 0,
      )
    },

    async candidates(foldedNames) {
      const rows = connection.read(() =>
        connection.rows<[string, EntityType, string, string]>(
          `SELECT e.id, e.type, e.record, c.canonical
             FROM (SELECT DISTINCT n.form FROM json_each(?) j CROSS JOIN form_name n ON n.folded = j.value) n
            CROSS JOIN cluster_form f ON f.key = n.form CROSS JOIN cluster c ON c.key = f.cluster
            CROSS JOIN entity e ON e.key = (
              SELECT m.key FROM entity m WHERE m.cluster = f.cluster AND m.record = f.form ORDER BY m.world DESC, m.id LIMIT 1)
            ORDER BY e.id`,
          JSON.stringify(foldedNames),
        ),
      )
      return rows.map(([id, type, record, canonical]) => ({
        ...toSourceEntity(id, type, JSON.parse(record)),
        canonical,
      }))
    },

    judgements: async (sourceIds) => connection.snapshot(() => readJudgements(connection, sourceIds)),
  }
}

function readEntity(connection: SqliteConnection, id: string, views: ViewReader): EntityView | null {
  const json = connection.value<string>(
    `SELECT ${ENTITY_JSON} FROM entity h JOIN cluster c ON c.key = h.cluster WHERE h.id = ?`,
    id,
  )
  return json === undefined ? null : views.entity(json)
}

function selectClusters({ type, name, document }: EntityFilter): { where: string; parameters: SqlValue[] } {
  const conditions: string[] = []
  const parameters: SqlValue[] = []
  if (type !== undefined) {
    // A name or a document leaves few: they lead the query, not the thousands of a type.
    conditions.push(name === undefined && document === undefined ? 'AND c.type = ?' : 'AND +c.type = ?')
    parameters.push(type)
  }
  if (name !== undefined) {
    conditions.push(
      'AND c.key IN (SELECT f.cluster FROM form_name n JOIN cluster_form f ON f.key = n.form WHERE n.folded = ?)',
    )
    parameters.push(foldName(name))
  }
  if (document !== undefined) {
    conditions.push(`AND c.key IN (
      SELECT e.cluster FROM document d JOIN mention m ON m.document = d.key AND m.current = 1 JOIN entity e ON e.key = m.entity
       WHERE d.id = ?)`)
    parameters.push(document)
  }
  return { where: conditions.join(' '), parameters }
}
