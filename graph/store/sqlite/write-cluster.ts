import { foldName } from '../../values/fold-name.ts'
import { combineForms, type EntityForm } from '../combine-forms.ts'
import { writeView } from './entity-json.ts'
import type { GraphChanges } from './graph-changes.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** A cluster for an entity about to be inserted, of which it will be the only member. */
export function insertCluster(connection: SqliteConnection, id: string, type: string, form: EntityForm): number {
  return connection.insert(
    'INSERT INTO cluster (canonical, type, members, contested, view) VALUES (?, ?, 1, 0, ?)',
    id,
    type,
    writeView(form),
  )
}

type ClusterRow = [canonical: string, type: string, members: number, view: string]

/** Brings a cluster's row in line with its members; without any it goes. Queues everything whose record that changes. */
export function refreshCluster(connection: SqliteConnection, key: number, changes: GraphChanges): void {
  const before = readClusterRow(connection, key)
  const after = deriveCluster(connection, key)
  if (!after) {
    connection.run('DELETE FROM cluster_form WHERE cluster = ?', key)
    connection.run('DELETE FROM cluster WHERE key = ?', key)
    changes.touchEntityId(before[0])
    return
  }
  changes.touchCluster(key)
  if (after.every((part, at) => part === before[at])) return
  connection.run('UPDATE cluster SET canonical = ?, type = ?, members = ?, view = ? WHERE key = ?', ...after, key)
  if (before[0] !== after[0]) changes.touchEntityId(before[0])
  if (before[0] !== after[0] || before[1] !== after[1] || differsForNeighbours(after, before[3]))
    changes.touchNeighbours(key)
}

export function readClusterRow(connection: SqliteConnection, key: number): ClusterRow {
  return connection.row<ClusterRow>(
    'SELECT canonical, type, members, view FROM cluster WHERE key = ?',
    key,
  ) as ClusterRow
}

/** What the row of a cluster must be, from its members; nothing where it has none. */
export function deriveCluster(connection: SqliteConnection, key: number): ClusterRow | undefined {
  const leading = connection.row<[string, string, number, string]>(
    'SELECT id, type, world, record FROM entity WHERE cluster = ? ORDER BY world DESC, id LIMIT 1',
    key,
  )
  if (!leading) return undefined
  const [id, type, world, record] = leading
  const members = connection.value<number>('SELECT count(*) FROM entity WHERE cluster = ?', key) as number
  const own: EntityForm = JSON.parse(record)
  return [id, type, members, writeView(members === 1 ? own : viewMembers(connection, key, world ? own : undefined))]
}

function viewMembers(connection: SqliteConnection, cluster: number, leading: EntityForm | undefined): EntityForm {
  const rows = connection.rows<[string, number]>('SELECT form, members FROM cluster_form WHERE cluster = ?', cluster)
  return combineForms(
    rows.map(([form, weight]) => ({ form: JSON.parse(form), weight })),
    leading,
  )
}

/**
 * Records of neighbours carry facets from an entity's country and concept, and its name. Concepts and countries, which have
 * neighbours by the thousand, go there by the names of the lists they are from, whatever documents call them.
 */
function differsForNeighbours([id, type, , view]: ClusterRow, before: string): boolean {
  const [old, now]: EntityForm[] = [JSON.parse(before), JSON.parse(view)]
  const listed = type === 'Country' || now?.concept === id
  return old?.country !== now?.country || old?.concept !== now?.concept || (!listed && old?.name !== now?.name)
}

/** Counts members more or fewer (-1) that are named so. A form none is left of goes, and what leads to it by name. */
export function countForm(connection: SqliteConnection, cluster: number, form: string, by: number): void {
  const changed = connection.run(
    'UPDATE cluster_form SET members = members + ? WHERE cluster = ? AND form = ?',
    by,
    cluster,
    form,
  )
  if (changed === 0) insertForm(connection, cluster, form, by)
  else if (by < 0) connection.run('DELETE FROM cluster_form WHERE cluster = ? AND members = 0', cluster)
}

/** Counts the forms of all members anew. */
export function recountForms(connection: SqliteConnection, cluster: number): void {
  connection.run('DELETE FROM cluster_form WHERE cluster = ?', cluster)
  const forms = connection.rows<[string, number]>(
    'SELECT record, count(*) FROM entity WHERE cluster = ? GROUP BY record',
    cluster,
  )
  for (const [form, members] of forms) insertForm(connection, cluster, form, members)
}

function insertForm(connection: SqliteConnection, cluster: number, form: string, members: number): void {
  const key = connection.insert(
    'INSERT INTO cluster_form (cluster, form, members) VALUES (?, ?, ?)',
    cluster,
    form,
    members,
  )
  for (const folded of foldedNames(JSON.parse(form)))
    connection.run('INSERT INTO form_name (folded, form) VALUES (?, ?)', folded, key)
}

/** Every folded form under which an entity is found. */
function foldedNames({ name, aliases, keys }: EntityForm): string[] {
  return [...new Set([name, ...aliases].map(foldName).concat(keys ?? []))].filter((folded) => folded !== '')
}
