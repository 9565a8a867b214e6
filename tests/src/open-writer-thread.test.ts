import { rm, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import workerThreads from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../graph/package-root.ts'
import type { IngestReport } from '../../ingest/ingest-report.ts'
import type { SourceDocument } from '../../ingest/read/source-document.ts'
import { type Library, openLibrary } from '../support/open-library.ts'
import { composeReport } from '../support/reports.ts'

// Threads as they are started, so that a test can end one as running out of memory would.
const started: workerThreads.Worker[] = []
workerThreads.Worker = class extends workerThreads.Worker {
  constructor(...options: ConstructorParameters<typeof workerThreads.Worker>) {
    super(...options)
    started.push(this)
  }
}
syncBuiltinESMExports()

// A thread runs built code, as it does for users.
const built = pathToFileURL(join(packageRoot(), 'dist', 'src', 'open-writer-thread.js')).href
const { openWriterThread } = (await import(built)) as typeof import('../../src/open-writer-thread.ts')

let library: Library
let thread: ReturnType<typeof openWriterThread>
beforeEach(async () => {
  library = await openLibrary({ 'a.txt': composeReport(1) })
  thread = openWriterThread({ dataFolder: library.folder, workers: 0 }, library.services)
})
afterEach(async () => {
  await thread.close()
  await library.close()
})

async function* sources(...numbers: number[]): AsyncGenerator<SourceDocument> {
  for (const number of numbers) yield { source: `${number}.txt`, bytes: Buffer.from(composeReport(number)) }
}

async function collect(reports: AsyncIterable<IngestReport>): Promise<IngestReport[]> {
  const all = []
  for await (const report of reports) all.push(report)
  return all
}

describe('the thread that writes', () => {
  it('ingests as this thread would, tells the progress, and brings the index along', async () => {
    const stages: string[] = []
    const onProgress = ({ source, stage }: { source: string; stage: string }) => stages.push(`${source} ${stage}`)
    const reports = await collect(thread.ingest(sources(2, 3), { onProgress }))
    expect(reports.map(({ source, status }) => [source, status])).toEqual([
      ['2.txt', 'added'],
      ['3.txt', 'added'],
    ])
    await expect.poll(() => stages).toContain('3.txt done')
    expect(stages.filter((each) => each.startsWith('2.'))).toEqual(['2.txt reading', '2.txt applying', '2.txt done'])
    expect((await library.services.store.counts()).documents).toBe(3)
    const { hits } = await library.services.search({ query: reports[1]?.source.slice(0, 1) ?? '', limit: 10 })
    expect(hits.map(({ id }) => id)).toContain(reports[1]?.id)
    expect(await library.services.store.outboxDepth()).toBe(0)
  })

  it('withdraws, and refuses with the error of the graph', async () => {
    const [report] = await collect(thread.ingest(sources(2)))
    expect(await thread.withdraw(report?.id ?? '')).toMatchObject({ status: 'withdrawn', source: '2.txt' })
    await expect(thread.withdraw('doc-none')).rejects.toMatchObject({ name: 'GraphError', code: 'not-found' })
  })

  it('asks this thread how to explain what keeps a document out', async () => {
    const originals = join(library.folder, 'originals')
    await rm(originals, { recursive: true })
    await writeFile(originals, 'in the way')
    const explain = async (error: unknown) => `explained ${(error as Error).name}`
    const [report] = await collect(thread.ingest(sources(2), { explain }))
    expect(report).toMatchObject({ status: 'rejected' })
    expect(report?.problems[0]?.message).toMatch(/explained \w*Error$/)
    expect((await library.services.store.counts()).documents).toBe(1)
  })

  it('takes no more documents once it is told to stop', async () => {
    const abort = new AbortController()
    const reports = []
    for await (const report of thread.ingest(sources(2, 3, 4, 5, 6, 7, 8), { signal: abort.signal })) {
      reports.push(report)
      abort.abort()
    }
    const { documents } = await library.services.store.counts()
    expect(documents).toBe(1 + reports.length)
    expect(reports.length).toBeLessThan(7)
  })

  it('follows what waits for the index', async () => {
    expect(await thread.followOutbox()).toBe(0)
    const { store } = library.services
    const [entity] = (await store.listEntities({ type: 'Enterprise' }, { limit: 1 })).items
    const [page] = await store.statementsOf([entity?.id ?? ''], {}, { limit: 1 })
    await store.decide({
      statement: page?.items[0]?.id ?? '',
      status: 'rejected',
      by: 'a curator',
      at: '2026-01-01T00:00:00Z',
    })
    expect(await thread.followOutbox()).toBeGreaterThan(0)
    expect(await store.outboxDepth()).toBe(0)
  })

  it('fails what it was at when it dies, at work or in between, and goes on in another thread', async () => {
    async function* forever() {
      yield* sources(4, 5, 6)
      await new Promise(() => {})
    }
    for (const meanwhile of [false, true]) {
      const reports = thread.ingest(forever())[Symbol.asyncIterator]()
      await reports.next()
      const waiting = meanwhile ? reports.next() : undefined
      await started.at(-1)?.terminate()
      await expect(waiting ?? reports.next()).rejects.toThrow('thread that writes')
    }
    expect((await collect(thread.ingest(sources(3))))[0]).toMatchObject({ status: 'added' })
  })

  it('does not fail over a caller that cannot hear its news', async () => {
    const onProgress = () => {
      throw new Error('deaf')
    }
    expect((await collect(thread.ingest(sources(2), { onProgress })))[0]).toMatchObject({ status: 'added' })
    expect((await collect(thread.ingest(sources(3))))[0]).toMatchObject({ status: 'added' })
  })

  it('finds a data folder that was mended', async () => {
    const dataFolder = join(library.folder, 'not-yet')
    await writeFile(dataFolder, '')
    const other = openWriterThread({ dataFolder, workers: 0 }, library.services)
    await expect(other.withdraw('doc-none')).rejects.toThrow()
    await rm(dataFolder)
    await expect(other.withdraw('doc-none')).rejects.toMatchObject({ code: 'not-found' })
    await other.close()
  })

  it('fails a change where the data folder cannot be opened', async () => {
    const file = join(library.folder, 'a-file')
    await writeFile(file, '')
    const other = openWriterThread({ dataFolder: join(file, 'below'), workers: 0 }, library.services)
    await expect(other.withdraw('doc-none')).rejects.toThrow(/folder/)
    await other.close()
  })
})
