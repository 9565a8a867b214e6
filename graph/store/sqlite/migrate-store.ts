import { GraphError } from '../../graph-error.ts'
import type { Migration } from './migration.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** How every step is called, in every version. */
const STEP = /^\d{4}-[a-z0-9-]+$/

/** What became of one step of the schema. */
export interface MigrationResult {
  name: string
  status: 'applied' | 'already-applied'
}

/**
 * Brings the schema up to `migrations`, under the write lock and in one transaction, so that of several processes opening
 * the file at once one migrates and the others find it done. Rejects with `store-newer` where the file has steps unknown here.
 */
export async function migrateStore(
  connection: SqliteConnection,
  migrations: readonly Migration[],
): Promise<MigrationResult[]> {
  const applied = connection.read(() => readApplied(connection))
  refuseNewer(connection, applied, migrations)
  if (migrations.every(({ name }) => applied.has(name)))
    return migrations.map(({ name }) => ({ name, status: 'already-applied' }))
  return connection.write(() => {
    connection.execute(
      'CREATE TABLE IF NOT EXISTS graph_migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT, WITHOUT ROWID',
    )
    const present = readApplied(connection)
    refuseNewer(connection, present, migrations)
    return migrations.map(({ name, sql }) => {
      if (present.has(name)) return { name, status: 'already-applied' }
      connection.execute(sql)
      connection.run('INSERT INTO graph_migration VALUES (?, ?)', name, new Date().toISOString())
      return { name, status: 'applied' }
    })
  })
}

/** For a store that is only read: rejects with `store-newer`, or with `invalid` where steps are missing. */
export function requireMigrated(connection: SqliteConnection, migrations: readonly Migration[]): void {
  const applied = connection.read(() => readApplied(connection))
  refuseNewer(connection, applied, migrations)
  const missing = migrations.filter(({ name }) => !applied.has(name))
  if (missing.length > 0)
    throw new GraphError(
      'invalid',
      `${connection.file} lacks ${missing.map(({ name }) => name).join(', ')}. Open it once for writing, which brings it up to date, then read it.`,
    )
}

function readApplied(connection: SqliteConnection): Set<string> {
  const present = connection.value("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'graph_migration'")
  return new Set(present ? connection.values<string>('SELECT name FROM graph_migration') : [])
}

function refuseNewer(connection: SqliteConnection, applied: Set<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied].filter((name) => !known.has(name)).sort()
  if (unknown.some((name) => !STEP.test(name)))
    throw new GraphError(
      'store-corrupt',
      `${connection.file} does not say which steps made it: its list of them is damaged. Restore it from a backup or an export.`,
    )
  if (unknown.length > 0)
    throw new GraphError(
      'store-newer',
      `${connection.file} was written by a newer Cupel (it has ${unknown.join(', ')}). Use that version, or export there and import here.`,
    )
}
