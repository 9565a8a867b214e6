import type { DocumentRecord } from '../../document.ts'
import type { DocumentStore } from '../graph-store.ts'
import { decodeCursor, readLimit, toPage } from './page-cursor.ts'
import { readDocument, readVersion } from './read-document.ts'
import { readFootprint } from './read-footprint.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

export function createDocumentReads(connection: SqliteConnection): DocumentStore {
  return {
    document: async (id) => connection.read(() => readDocument(connection, id)),

    documents: async (ids) => connection.snapshot(() => ids.map((id) => readDocument(connection, id))),

    async listDocuments(page) {
      const limit = readLimit(page)
      const [source, id] = decodeCursor<[string, string]>(page.cursor, ['string', 'string']) ?? ['', '']
      const rows = connection.read(() =>
        connection.rows<[string, string, string]>(
          'SELECT source, id, record FROM document WHERE (source, id) > (?, ?) ORDER BY source, id LIMIT ?',
          source,
          id,
          limit + 1,
        ),
      )
      const keyOf = ([source, id]: [string, string, string]) => [source, id]
      return toPage(rows, limit, keyOf, ([, , record]) => JSON.parse(record) as DocumentRecord)
    },

    async documentsOf(entity, page) {
      const limit = readLimit(page)
      const [after] = decodeCursor<[string]>(page.cursor, ['string']) ?? ['']
      const rows = connection.read(() =>
        connection.rows<[string, string]>(
          `SELECT DISTINCT d.id, d.record
             FROM entity h JOIN entity m ON m.cluster = h.cluster JOIN mention n ON n.entity = m.key AND n.current = 1
             JOIN document d ON d.key = n.document
            WHERE h.id = ? AND d.id > ? ORDER BY d.id LIMIT ?`,
          entity,
          after,
          limit + 1,
        ),
      )
      return toPage(
        rows,
        limit,
        ([id]) => [id],
        ([, record]) => JSON.parse(record) as DocumentRecord,
      )
    },

    documentVersion: async (id, hash) => connection.read(() => readVersion(connection, id, hash)),

    footprint: async (id) => connection.snapshot(() => readFootprint(connection, id)),
  }
}
