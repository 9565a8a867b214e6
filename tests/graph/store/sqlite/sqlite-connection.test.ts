import { chmod, mkdir, open, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore } from '../../../../graph/store/graph-store.ts'
import { openSqliteGraphStore } from '../../../../graph/store/sqlite/open-sqlite-graph-store.ts'
import { SqliteConnection } from '../../../../graph/store/sqlite/sqlite-connection.ts'
import { type Claim, ingest, named, words, worldly } from '../../../support/build-reading.ts'
import { makeFolder } from '../../../support/make-folder.ts'
import { exportLines, findings } from '../../../support/read-whole.ts'

let folder: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ folder, remove } = await makeFolder())
})
afterAll(() => remove())

let files = 0
function newFile(): string {
  files += 1
  return join(folder, `graph-${files}.sqlite`)
}

const recovers = (source: string): Claim => ({
  subject: named(source, 'Enterprise', 'Zinkwerk'),
  predicate: 'RECOVERS',
  object: worldly('metal/zinc', 'Metal', 'zinc'),
})

/** A file with documents in it, closed. */
async function fill(documents: number): Promise<string> {
  const file = newFile()
  const store = await openSqliteGraphStore({ file })
  for (let at = 0; at < documents; at += 1)
    await ingest(store, { source: `${at}.txt`, claims: [recovers(`${at}.txt`)] })
  await store.close()
  return file
}

describe('the file of a graph', () => {
  it('holds everything when it is opened again', async () => {
    const file = newFile()
    const store = await openSqliteGraphStore({ file })
    await ingest(store, { source: 'a.txt', claims: [recovers('a.txt')] })
    const lines = await exportLines(store)
    await store.close()
    const again = await openSqliteGraphStore({ file })
    expect(await exportLines(again)).toEqual(lines)
    expect(await again.outboxDepth()).toBe(3)
    await again.close()
  })

  it('is made with its folder where there is none', async () => {
    const store = await openSqliteGraphStore({ file: join(folder, 'new', 'folder', 'graph.sqlite') })
    expect((await store.counts()).documents).toBe(0)
    await store.close()
  })

  it('keeps a log and waits for the disk', async () => {
    const connection = await SqliteConnection.open({ file: await fill(1) })
    expect([connection.value('PRAGMA journal_mode'), connection.value('PRAGMA synchronous')]).toEqual(['wal', 2])
    expect(connection.value('PRAGMA foreign_keys')).toBe(1)
    connection.close()
  })

  it('can be read without the right to write', async () => {
    const store = await openSqliteGraphStore({ file: await fill(2), readOnly: true })
    expect((await store.counts()).documents).toBe(2)
    expect(await findings(store)).toEqual([])
    await expect(ingest(store, { source: 'new.txt' })).rejects.toMatchObject({ code: 'store-unavailable' })
    await store.close()
  })

  it('says so when it is not there, cannot be made, or has been closed', async () => {
    await expect(openSqliteGraphStore({ file: newFile(), readOnly: true })).rejects.toMatchObject({
      code: 'store-unavailable',
    })
    const occupied = newFile()
    await writeFile(occupied, '')
    await expect(openSqliteGraphStore({ file: join(occupied, 'graph.sqlite') })).rejects.toMatchObject({
      code: 'store-unavailable',
    })
    await mkdir(join(folder, 'directory'))
    await expect(openSqliteGraphStore({ file: join(folder, 'directory') })).rejects.toMatchObject({
      code: 'store-unavailable',
    })
    const store = await openSqliteGraphStore({ file: newFile() })
    await store.close()
    await store.close()
    await expect(store.counts()).rejects.toMatchObject({ code: 'store-unavailable' })
  })

  it.runIf(process.getuid?.() !== 0)('says so when the folder gives no right', async () => {
    const locked = join(folder, 'locked')
    await mkdir(locked)
    await chmod(locked, 0o500)
    await expect(openSqliteGraphStore({ file: join(locked, 'graph.sqlite') })).rejects.toMatchObject({
      code: 'store-unavailable',
    })
  })

  it('waits for another writer, then says that the graph is locked', async () => {
    const file = await fill(1)
    const store = await openSqliteGraphStore({ file, busyTimeoutMs: 150 })
    const other = await SqliteConnection.open({ file })
    await other.begin('IMMEDIATE')
    await expect(ingest(store, { source: 'new.txt' })).rejects.toMatchObject({ code: 'store-locked' })
    expect((await store.counts()).documents).toBe(1)
    const patient = await openSqliteGraphStore({ file, busyTimeoutMs: 20_000 })
    const waiting = ingest(patient, { source: 'new.txt' })
    other.commit()
    await waiting
    expect((await store.counts()).documents).toBe(2)
    for (const each of [store, patient]) await each.close()
    other.close()
  })

  it('does not keep the thread from other work while it waits', async () => {
    const file = await fill(1)
    const other = await SqliteConnection.open({ file })
    await other.begin('IMMEDIATE')
    const store = await openSqliteGraphStore({ file, busyTimeoutMs: 20_000 })
    let waited = true
    const waiting = ingest(store, { source: 'new.txt' }).then(() => {
      waited = false
    })
    const steps: boolean[] = []
    for (let step = 0; step < 5; step += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      steps.push(waited)
    }
    other.commit()
    await waiting
    expect(steps).toEqual([true, true, true, true, true])
    await store.close()
    other.close()
  })

  it('refuses what no longer fits, and loses nothing', async () => {
    const file = newFile()
    const store = await openSqliteGraphStore({ file, maxPages: 120 })
    let [before, documents] = [await exportLines(store), 0]
    const failure = await fillUp(store, async () => {
      documents += 1
      before = await exportLines(store)
    })
    expect(failure).toMatchObject({ code: 'store-full' })
    expect(documents).toBeGreaterThan(0)
    expect(await exportLines(store)).toEqual(before)
    expect(await findings(store)).toEqual([])
    await store.close()
    const roomier = await openSqliteGraphStore({ file })
    await ingest(roomier, { source: 'more.txt' })
    expect((await roomier.counts()).documents).toBe(documents + 1)
    await roomier.close()
  })

  it('is refused as corrupt where it is no database or a damaged one', async () => {
    const text = newFile()
    await writeFile(text, 'This is a letter, not a graph.\n'.repeat(100))
    await expect(openSqliteGraphStore({ file: text })).rejects.toMatchObject({ code: 'store-corrupt' })
    await expect(openSqliteGraphStore({ file: text, readOnly: true })).rejects.toMatchObject({ code: 'store-corrupt' })
    expect(await readFile(text, 'utf8')).toContain('a letter')
    const cut = await fill(20)
    await truncate(cut, 40_000)
    await expect(openSqliteGraphStore({ file: cut })).rejects.toMatchObject({ code: 'store-corrupt' })
  })

  it('has damage inside it found by the check', async () => {
    const file = await fill(30)
    const size = (await readFile(file)).length
    const handle = await open(file, 'r+')
    for (let page = 10; page * 4096 < size; page += 5)
      await handle.write(Buffer.alloc(2000, 0xa5), 0, 2000, page * 4096)
    await handle.close()
    const store = await openSqliteGraphStore({ file })
    expect((await findings(store)).map(({ code }) => code)).toContain('storage')
    await store.close()
  })
})

async function fillUp(store: GraphStore, onApplied: () => Promise<void>): Promise<unknown> {
  const text = 'Zinc is recovered from dust. '.repeat(2_000)
  for (let at = 0; at < 100; at += 1) {
    const value = words(`Number ${at}. ${text}`)
    const subject = named(`${at}.txt`, 'Enterprise', 'Zinkwerk')
    try {
      await ingest(store, { source: `${at}.txt`, claims: [{ subject, predicate: 'description', value }] })
    } catch (error) {
      return error
    }
    await onApplied()
  }
  throw new Error('The store never filled up')
}
