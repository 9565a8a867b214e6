import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../../graph/package-root.ts'
import { isHolderGone, nameLeaseHolder } from '../../../../graph/store/sqlite/lease-holder.ts'
import { openSqliteGraphStore } from '../../../../graph/store/sqlite/open-sqlite-graph-store.ts'
import { ingest } from '../../../support/build-reading.ts'
import { makeFolder } from '../../../support/make-folder.ts'

const PROGRAM = join(packageRoot(), 'tests', 'support', 'hold-lease.mjs')

let folder: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ folder, remove } = await makeFolder())
})
afterAll(() => remove())

describe('a lease on the outbox', () => {
  it('lasts while its process lives, and ends with it', async () => {
    const file = join(folder, 'graph.sqlite')
    const store = await openSqliteGraphStore({ file })
    await ingest(store, { source: 'a.txt' })
    const child = spawn(process.execPath, [PROGRAM, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [held] = await once(child.stdout.setEncoding('utf8'), 'data')
    expect(held).toBe('1\n')
    expect(await store.claimOutbox('other', 10, 60_000)).toEqual([])
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(await store.claimOutbox('other', 10, 60_000)).toHaveLength(1)
    await store.close()
  })

  it('is not ended while another thread of this process holds it', async () => {
    const file = join(folder, 'threads.sqlite')
    const store = await openSqliteGraphStore({ file })
    await ingest(store, { source: 'a.txt' })
    const thread = new Worker(PROGRAM, { argv: [file], stdout: true })
    const [held] = await once(thread.stdout.setEncoding('utf8'), 'data')
    expect(held).toBe('1\n')
    expect(await store.claimOutbox('other', 10, 60_000)).toEqual([])
    await thread.terminate()
    await store.close()
  })

  it('is not ended for a process of another machine, and is for an earlier one of the same number', () => {
    const [host, pid, instance, worker] = JSON.parse(nameLeaseHolder('w'))
    expect(isHolderGone(nameLeaseHolder('w'))).toBe(false)
    expect(isHolderGone(JSON.stringify([`not-${host}`, 2 ** 30, instance, worker]))).toBe(false)
    expect(isHolderGone(JSON.stringify([host, pid, 'earlier', worker]))).toBe(true)
  })
})
