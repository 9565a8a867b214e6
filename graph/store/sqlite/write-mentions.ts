import type { SourceEntity } from '../../entity.ts'
import { writeForm } from './entity-json.ts'
import type { GraphChanges } from './graph-changes.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { insertEntity, readEntityKey, settleEntity } from './write-entity.ts'

/**
 * The document mentions exactly these entities now. `used` are the ends of its statements; one that is not mentioned is
 * tied to the document all the same, for as long as a statement it is quoted for needs it. Returns the ids new to the graph.
 */
export function replaceMentions(
  connection: SqliteConnection,
  document: number,
  entities: readonly SourceEntity[],
  used: Iterable<string>,
  changes: GraphChanges,
): string[] {
  const added: string[] = []
  const mentioned = new Set<number>()
  for (const entity of entities) {
    let key = readEntityKey(connection, entity.id)
    if (key === undefined) {
      key = insertEntity(connection, entity)
      added.push(entity.id)
    }
    mentioned.add(key)
    writeMention(connection, document, key, writeForm(entity), 1)
    settleEntity(connection, key, changes)
  }
  for (const [key, form] of connection.rows<[number, string]>(
    'SELECT m.entity, f.form FROM mention m JOIN entity_form f ON f.key = m.form WHERE m.document = ? AND m.current = 1',
    document,
  )) {
    if (mentioned.has(key)) continue
    writeMention(connection, document, key, form, 0)
    settleEntity(connection, key, changes)
  }
  const listed = new Set(entities.map(({ id }) => id))
  for (const id of new Set(used)) {
    if (listed.has(id)) continue
    const key = readEntityKey(connection, id) as number
    if (connection.value('SELECT 1 FROM mention WHERE entity = ? AND document = ?', key, document)) continue
    writeMention(
      connection,
      document,
      key,
      connection.value<string>('SELECT record FROM entity WHERE key = ?', key) as string,
      0,
    )
  }
  return added
}

export function writeMention(
  connection: SqliteConnection,
  document: number,
  entity: number,
  form: string,
  current: 0 | 1,
): void {
  const before = connection.row<[number, string, number]>(
    'SELECT f.key, f.form, m.current FROM mention m JOIN entity_form f ON f.key = m.form WHERE m.entity = ? AND m.document = ?',
    entity,
    document,
  )
  if (before && before[1] === form && before[2] === current) return
  const key = countMention(connection, entity, form, current)
  connection.run(
    `INSERT INTO mention (entity, document, form, current) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET form = excluded.form, current = excluded.current`,
    entity,
    document,
    key,
    current,
  )
  if (before) discountMention(connection, before[0], before[2])
}

/** Unties the document from the entity. */
export function deleteMention(connection: SqliteConnection, document: number, entity: number): void {
  const [form, current] = connection.row<[number, number]>(
    'SELECT form, current FROM mention WHERE entity = ? AND document = ?',
    entity,
    document,
  ) as [number, number]
  connection.run('DELETE FROM mention WHERE entity = ? AND document = ?', entity, document)
  discountMention(connection, form, current)
}

function countMention(connection: SqliteConnection, entity: number, form: string, current: 0 | 1): number {
  const known = connection.value<number>('SELECT key FROM entity_form WHERE entity = ? AND form = ?', entity, form)
  if (known === undefined)
    return connection.insert(
      'INSERT INTO entity_form (entity, form, current, kept) VALUES (?, ?, ?, ?)',
      entity,
      form,
      current,
      1 - current,
    )
  connection.run(
    'UPDATE entity_form SET current = current + ?, kept = kept + ? WHERE key = ?',
    current,
    1 - current,
    known,
  )
  return known
}

function discountMention(connection: SqliteConnection, form: number, current: number): void {
  connection.run(
    'UPDATE entity_form SET current = current - ?, kept = kept - ? WHERE key = ?',
    current,
    1 - current,
    form,
  )
  connection.run('DELETE FROM entity_form WHERE key = ? AND current = 0 AND kept = 0', form)
}
