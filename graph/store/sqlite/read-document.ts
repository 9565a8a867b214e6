import type { DocumentRecord, DocumentVersion } from '../../document.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { decodeText } from './stored-text.ts'

export function readDocument(connection: SqliteConnection, id: string): DocumentRecord | null {
  const record = connection.value<string>('SELECT record FROM document WHERE id = ?', id)
  return record === undefined ? null : JSON.parse(record)
}

/** The current version without `hash`. */
export function readVersion(connection: SqliteConnection, id: string, hash?: string): DocumentVersion | null {
  const row = connection.row<[string, string, string | Uint8Array]>(
    `SELECT v.hash, v.detail, v.text FROM document d JOIN version v ON v.document = d.key AND v.hash = coalesce(?, d.version)
      WHERE d.id = ?`,
    hash ?? null,
    id,
  )
  return row ? toVersion(...row) : null
}

export function toVersion(hash: string, detail: string, text: string | Uint8Array): DocumentVersion {
  const { blob, pages, sections } = JSON.parse(detail)
  return { hash, blob, text: decodeText(text), pages, sections }
}
