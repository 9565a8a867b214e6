import type { DocumentRecord, DocumentVersion } from '../../document.ts'
import { GraphError } from '../../graph-error.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { decodeText, encodeText } from './stored-text.ts'

/** Inserts or replaces what is kept of a document; returns its key. */
export function writeDocument(connection: SqliteConnection, document: DocumentRecord): number {
  const { id, source, version, fingerprint } = document
  connection.run(
    `INSERT INTO document (id, source, version, fingerprint, record) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET source = excluded.source, version = excluded.version, fingerprint = excluded.fingerprint,
        record = excluded.record`,
    id,
    source,
    version,
    fingerprint,
    JSON.stringify(document),
  )
  return readDocumentKey(connection, id) as number
}

export function readDocumentKey(connection: SqliteConnection, id: string): number | undefined {
  return connection.value<number>('SELECT key FROM document WHERE id = ?', id)
}

/** Keeps a reading. The text under a hash never changes; pages, sections and the original's place may. */
export function writeVersion(connection: SqliteConnection, document: number, version: DocumentVersion): void {
  const { hash, blob, pages, sections, text } = version
  const detail = JSON.stringify({ blob, pages, sections })
  const known = connection.value<number>('SELECT key FROM version WHERE document = ? AND hash = ?', document, hash)
  if (known === undefined)
    connection.run(
      'INSERT INTO version (document, hash, detail, text) VALUES (?, ?, ?, ?)',
      document,
      hash,
      detail,
      encodeText(text),
    )
  else connection.run('UPDATE version SET detail = ? WHERE key = ?', detail, known)
}

export function readVersionText(connection: SqliteConnection, document: string, hash: string): string | undefined {
  const text = connection.value<string | Uint8Array>(
    'SELECT v.text FROM document d JOIN version v ON v.document = d.key WHERE d.id = ? AND v.hash = ?',
    document,
    hash,
  )
  return text === undefined ? undefined : decodeText(text)
}

/** Old readings go when no evidence points into them any more. */
export function dropUnusedVersions(connection: SqliteConnection, document: number): void {
  connection.run(
    `DELETE FROM version WHERE document = ?1 AND hash <> (SELECT version FROM document WHERE key = ?1)
        AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.version = version.key)`,
    document,
  )
}

/** Rejects with `plan-conflict` where the document is not as the plan expects it. */
export function refuseConflict(
  connection: SqliteConnection,
  id: string,
  expects: { version: string; fingerprint: string } | null,
): void {
  const [version, fingerprint] =
    connection.row<[string, string]>('SELECT version, fingerprint FROM document WHERE id = ?', id) ?? []
  if (version === expects?.version && fingerprint === expects?.fingerprint) return
  const state = (version?: string, fingerprint?: string) =>
    version === undefined ? 'no such document' : `version ${version} read by ${fingerprint}`
  throw new GraphError(
    'plan-conflict',
    `Document ${id} changed since this plan was made: it expects ${state(expects?.version, expects?.fingerprint)}, the graph holds ${state(version, fingerprint)}. Plan again.`,
  )
}
