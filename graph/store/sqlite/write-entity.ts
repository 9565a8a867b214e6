import type { SourceEntity } from '../../entity.ts'
import { isWorldId } from '../cluster-entities.ts'
import { combineForms } from '../combine-forms.ts'
import { writeForm } from './entity-json.ts'
import type { GraphChanges } from './graph-changes.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { countForm, insertCluster, refreshCluster } from './write-cluster.ts'

export function readEntityKey(connection: SqliteConnection, id: string): number | undefined {
  return connection.value<number>('SELECT key FROM entity WHERE id = ?', id)
}

/** A source entity of its own, not yet resolved with any other. */
export function insertEntity(connection: SqliteConnection, entity: SourceEntity): number {
  const { id, type } = entity
  const form = writeForm(entity)
  const cluster = insertCluster(connection, id, type, entity)
  countForm(connection, cluster, form, 1)
  return connection.insert(
    'INSERT INTO entity (id, type, world, cluster, record) VALUES (?, ?, ?, ?, ?)',
    id,
    type,
    Number(isWorldId(id)),
    cluster,
    form,
  )
}

/** Brings an entity's record in line with the forms its documents use. */
export function settleEntity(connection: SqliteConnection, key: number, changes: GraphChanges): void {
  const [before, cluster] = connection.row<[string, number]>(
    'SELECT record, cluster FROM entity WHERE key = ?',
    key,
  ) as [string, number]
  changes.touchCluster(cluster)
  const after = deriveRecord(connection, key)
  if (after === undefined || after === before) return
  connection.run('UPDATE entity SET record = ? WHERE key = ?', after, key)
  countForm(connection, cluster, before, -1)
  countForm(connection, cluster, after, 1)
  refreshCluster(connection, cluster, changes)
}

/**
 * What the documents that mention the entity say together; where none does now, what those said that are still quoted for it.
 * Nothing for an entity that no document ever mentioned, whose record is its own.
 */
export function deriveRecord(connection: SqliteConnection, key: number): string | undefined {
  const forms = connection.rows<[string, number, number]>(
    'SELECT form, current, kept FROM entity_form WHERE entity = ?',
    key,
  )
  const [only, ...others] = forms
  if (only && others.length === 0) return only[0]
  const now = forms.filter(([, current]) => current > 0).map(([form, weight]) => ({ form: JSON.parse(form), weight }))
  const then = forms.map(([form, , weight]) => ({ form: JSON.parse(form), weight }))
  return forms.length === 0 ? undefined : writeForm(combineForms(now.length > 0 ? now : then))
}

/** The entity itself, without its judgements; nothing may refer to it any more. */
export function deleteEntity(connection: SqliteConnection, key: number): void {
  connection.run('DELETE FROM entity_form WHERE entity = ?', key)
  connection.run('DELETE FROM entity WHERE key = ?', key)
}
