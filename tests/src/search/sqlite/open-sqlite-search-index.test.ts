import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteSearchIndex } from '../../../../src/search/sqlite/open-sqlite-search-index.ts'
import { buildSearchRecord, streamRecords } from '../../../support/build-search-record.ts'
import { describeSearchIndex } from '../search-index.contract.ts'

let folder: string

function makeFile(): string {
  folder = mkdtempSync(join(tmpdir(), 'cupel-search-'))
  return join(folder, 'graph.db')
}

async function removeFolder(): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
}

describeSearchIndex('SqliteSearchIndex', {
  open: () => openSqliteSearchIndex({ file: makeFile() }),
  dispose: removeFolder,
})

describe('openSqliteSearchIndex', () => {
  let file: string
  const record = buildSearchRecord({ id: 'one', name: 'Zinc works' })

  beforeEach(() => {
    file = makeFile()
  })
  afterEach(removeFolder)

  it('keeps its records from one opening to the next', async () => {
    const first = await openSqliteSearchIndex({ file })
    expect(await first.needsRebuild()).toBe(true)
    await first.rebuild(streamRecords([record]))
    await first.close()
    const second = await openSqliteSearchIndex({ file })
    expect((await second.search({ query: 'zinc', limit: 5 })).total).toBe(1)
    expect(await second.needsRebuild()).toBe(false)
    await second.close()
  })

  it('shows one connection what another writes, rebuilds included', async () => {
    const writer = await openSqliteSearchIndex({ file })
    const reader = await openSqliteSearchIndex({ file })
    const total = async () => (await reader.search({ query: 'zinc', limit: 5 })).total
    await writer.apply({ upsert: [record], remove: [] })
    expect(await total()).toBe(1)
    await writer.rebuild(streamRecords([record, { ...record, id: 'two' }]))
    expect(await total()).toBe(2)
    await writer.apply({ upsert: [], remove: ['one'] })
    expect(await total()).toBe(1)
    await Promise.all([writer.close(), reader.close()])
  })

  it('makes tables of another version anew, asks for a rebuild and leaves the rest of the file alone', async () => {
    const old = await openSqliteSearchIndex({ file })
    await old.rebuild(streamRecords([record]))
    await old.close()
    const db = new DatabaseSync(file)
    db.exec(
      "UPDATE search_meta SET value = 999 WHERE key = 'version'; CREATE TABLE statements (id TEXT); INSERT INTO statements VALUES ('st-1')",
    )
    db.close()
    const anew = await openSqliteSearchIndex({ file })
    expect(await anew.needsRebuild()).toBe(true)
    expect(await anew.count()).toBe(0)
    await anew.apply({ upsert: [record], remove: [] })
    expect((await anew.search({ query: 'zinc', limit: 5 })).total).toBe(1)
    await anew.close()
    const after = new DatabaseSync(file)
    expect(after.prepare('SELECT count(*) AS n FROM statements').get()?.n).toBe(1)
    after.close()
  })

  it('waits for another writer of the same thread without blocking it', async () => {
    const index = await openSqliteSearchIndex({ file })
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    const applied = index.apply({ upsert: [record], remove: [] })
    await new Promise((resolve) => setTimeout(resolve, 30))
    other.exec('COMMIT')
    await applied
    expect(await index.count()).toBe(1)
    other.close()
    await index.close()
  })

  it('opens and answers while another process writes', async () => {
    const first = await openSqliteSearchIndex({ file })
    await first.apply({ upsert: [record], remove: [] })
    await first.close()
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    const index = await openSqliteSearchIndex({ file })
    expect((await index.search({ query: 'zinc', limit: 5 })).total).toBe(1)
    other.exec('ROLLBACK')
    other.close()
    await index.close()
  })

  it('lets the later of two rebuilds win and tells the earlier', async () => {
    const index = await openSqliteSearchIndex({ file })
    async function* overtaken() {
      yield record
      await index.rebuild(streamRecords([{ ...record, id: 'later' }]))
    }
    await expect(index.rebuild(overtaken())).rejects.toMatchObject({ code: 'rebuild-superseded' })
    expect(await index.listIds('', 10)).toEqual(['later'])
    await index.close()
  })

  it('starts over where a rebuild was cut off by the end of its process', async () => {
    const index = await openSqliteSearchIndex({ file })
    await index.apply({ upsert: [record], remove: [] })
    const db = new DatabaseSync(file)
    db.exec("UPDATE search_meta SET value = 7 WHERE key = 'building'; CREATE TABLE search_7_records (left_over TEXT)")
    db.close()
    expect(await index.count()).toBe(1)
    await index.rebuild(streamRecords([record]))
    expect((await index.search({ query: 'zinc', limit: 5 })).total).toBe(1)
    await index.close()
  })
})
