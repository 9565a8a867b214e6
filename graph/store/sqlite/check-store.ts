import { GraphError } from '../../graph-error.ts'
import { hashContent } from '../../identity.ts'
import type { Finding } from '../graph-store.ts'
import { checkEntities } from './check-entities.ts'
import { checkStatements } from './check-statements.ts'
import { findUngrounded } from './find-ungrounded.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { decodeText } from './stored-text.ts'

/**
 * Everything that is wrong with the file and the graph in it. Where the file is damaged or its records do not hold together,
 * what follows from them is not asked.
 */
export function* checkStore(connection: SqliteConnection): Generator<Finding> {
  for (const part of [findDamage, findLostReferences]) {
    const found = part(connection)
    yield* found
    if (found.length > 0) return
  }
  yield* checkDocuments(connection)
  yield* findUngrounded(connection)
  yield* checkStatements(connection)
  yield* checkEntities(connection)
  yield* checkOutbox(connection)
}

function findDamage(connection: SqliteConnection): Finding[] {
  const finding = (line: string) => ({ code: 'storage', message: `${connection.file}: ${line}` })
  try {
    const said = connection.read(() => connection.values<string>('PRAGMA integrity_check'))
    return said.filter((line) => line !== 'ok').map(finding)
  } catch (error) {
    if (error instanceof GraphError && error.code === 'store-corrupt') return [finding(error.message)]
    throw error
  }
}

function findLostReferences(connection: SqliteConnection): Finding[] {
  return connection.rows<[string, number | null, string]>('PRAGMA foreign_key_check').map(([table, row, parent]) => ({
    code: 'reference',
    message: `Row ${row ?? '?'} of ${table} refers to a ${parent} that does not exist.`,
  }))
}

function* checkDocuments(connection: SqliteConnection): Generator<Finding> {
  for (const [id, version] of connection.rows<[string, string]>(
    `SELECT id, version FROM document d WHERE NOT EXISTS (SELECT 1 FROM version v WHERE v.document = d.key AND v.hash = d.version)`,
  ))
    yield { code: 'version-missing', message: `Document ${id} has no text for its version ${version}.`, id }
  for (const [id, hash, text] of connection.stream<[string, string, string | Uint8Array]>(
    'SELECT d.id, v.hash, v.text FROM version v JOIN document d ON d.key = v.document',
  ))
    if (hashContent(decodeText(text)) !== hash)
      yield {
        code: 'version-hash',
        message: `The text of version ${hash} of document ${id} is not the one it was stored with.`,
        id,
      }
}

function* checkOutbox(connection: SqliteConnection): Generator<Finding> {
  for (const [sequence, kind, id] of connection.rows<[number, string, string]>(
    `SELECT sequence, kind, id FROM outbox
      WHERE kind NOT IN ('entity', 'document') OR id = '' OR (worker IS NULL) <> (lease_until IS NULL)`,
  ))
    yield { code: 'outbox', message: `Entry ${sequence} of the outbox (${kind} ${id}) is not valid.`, id }
}
