import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../../graph/package-root.ts'
import { migrateStore } from '../../../../graph/store/sqlite/migrate-store.ts'
import { MIGRATIONS } from '../../../../graph/store/sqlite/migrations/migrations.ts'
import { openSqliteGraphStore } from '../../../../graph/store/sqlite/open-sqlite-graph-store.ts'
import { SqliteConnection } from '../../../../graph/store/sqlite/sqlite-connection.ts'
import { makeFolder } from '../../../support/make-folder.ts'

const first = { name: '0001-first', sql: 'CREATE TABLE one (x)' }
const second = { name: '0002-second', sql: 'CREATE TABLE two (x)' }

let folder: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ folder, remove } = await makeFolder())
})
afterAll(() => remove())

let files = 0
async function connect(file = join(folder, `migrate-${files++}.sqlite`)): Promise<SqliteConnection> {
  return SqliteConnection.open({ file })
}

const tables = (connection: SqliteConnection) =>
  connection.values<string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")

describe('migrations', () => {
  it('are all the files of their folder, in the order of their names', async () => {
    const files = await readdir(join(packageRoot(), 'graph/store/sqlite/migrations'))
    const steps = files.filter((file) => /^\d{4}-/.test(file)).map((file) => file.replace('.ts', ''))
    expect(MIGRATIONS.map(({ name }) => name)).toEqual(steps.sort())
  })

  it('run each once, in order, and tell what became of each', async () => {
    const connection = await connect()
    expect(await migrateStore(connection, [first])).toEqual([{ name: '0001-first', status: 'applied' }])
    expect(await migrateStore(connection, [first, second])).toEqual([
      { name: '0001-first', status: 'already-applied' },
      { name: '0002-second', status: 'applied' },
    ])
    expect(await migrateStore(connection, [first, second])).toMatchObject([
      { status: 'already-applied' },
      { status: 'already-applied' },
    ])
    expect(tables(connection)).toEqual(['graph_migration', 'one', 'two'])
    connection.close()
  })

  it('leave nothing of any step when one fails', async () => {
    const connection = await connect()
    await expect(
      migrateStore(connection, [first, { name: '0002-broken', sql: 'CREATE TABLE one (y)' }]),
    ).rejects.toThrow('already exists')
    expect(tables(connection)).toEqual([])
    connection.close()
  })

  it('run once when several open the file at the same time', async () => {
    const one = await connect()
    const two = await connect(one.file)
    const results = await Promise.all([migrateStore(one, [first, second]), migrateStore(two, [first, second])])
    expect(results.flat().filter(({ status }) => status === 'applied')).toHaveLength(2)
    for (const each of [one, two]) each.close()
  })

  it('call a damaged list of steps damaged, not newer', async () => {
    const file = join(folder, 'damaged.sqlite')
    await (await openSqliteGraphStore({ file })).close()
    const connection = await connect(file)
    connection.run("INSERT INTO graph_migration VALUES ('', '')")
    connection.close()
    await expect(openSqliteGraphStore({ file })).rejects.toMatchObject({ code: 'store-corrupt' })
  })

  it('refuse a file that a newer version wrote, and leave it as it is', async () => {
    const file = join(folder, 'newer.sqlite')
    await (await openSqliteGraphStore({ file })).close()
    const connection = await connect(file)
    connection.run("INSERT INTO graph_migration VALUES ('9999-from-the-future', '2099-01-01')")
    connection.close()
    for (const readOnly of [false, true])
      await expect(openSqliteGraphStore({ file, readOnly })).rejects.toMatchObject({
        code: 'store-newer',
        message: expect.stringContaining('9999-from-the-future'),
      })
  })

  it('are asked for before a file is read that lacks one', async () => {
    const connection = await connect()
    connection.execute('CREATE TABLE other (x)')
    await expect(openSqliteGraphStore({ file: connection.file, readOnly: true })).rejects.toMatchObject({
      code: 'invalid',
    })
    connection.close()
  })

  it('keep every entity of an older file findable by its names', async () => {
    const connection = await connect()
    await migrateStore(connection, MIGRATIONS.slice(0, 1))
    const form = (name: string, keys: string[]) => JSON.stringify({ name, aliases: [], keys })
    const [alone, twins] = [form('Zinkwerk', ['zw']), form('UNEP', [])]
    const members = [
      ['ent-a', 1, alone, ['zinkwerk', 'zw']],
      ['ent-b', 2, twins, ['unep']],
      ['ent-c', 2, twins, ['unep']],
    ] as const
    connection.run("INSERT INTO cluster VALUES (1, 'ent-a', 'Enterprise', 1, 0, ?)", alone)
    connection.run("INSERT INTO cluster VALUES (2, 'ent-b', 'Enterprise', 2, 0, ?)", twins)
    connection.run('INSERT INTO cluster_form (cluster, form, members) VALUES (2, ?, 2)', twins)
    // What a cluster of two left behind when it became one.
    connection.run('INSERT INTO cluster_form (cluster, form, members) VALUES (1, ?, 1)', alone)
    for (const [id, cluster, record, names] of members) {
      const key = connection.insert(
        "INSERT INTO entity (id, type, world, cluster, record) VALUES (?, 'Enterprise', 0, ?, ?)",
        id,
        cluster,
        record,
      )
      for (const name of names) connection.run('INSERT INTO entity_name VALUES (?, ?)', name, key)
    }
    connection.close()
    const store = await openSqliteGraphStore({ file: connection.file })
    const found = await store.candidates(['zw', 'zinkwerk', 'unep'])
    expect(found.map(({ id, name }) => [id, name])).toEqual([
      ['ent-a', 'Zinkwerk'],
      ['ent-b', 'UNEP'],
    ])
    expect((await store.listEntities({ name: 'Unep' }, { limit: 5 })).items.map(({ id }) => id)).toEqual(['ent-b'])
    await store.close()
  })
})
