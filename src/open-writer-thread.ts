import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { proxy, type Remote, releaseProxy, wrap } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import type { SourceDocument } from '../ingest/read/source-document.ts'
import { carryErrors } from './carry-errors.ts'
import type { Config } from './config.ts'
import type { IngestOptions, Services } from './services.ts'
import type { Writer, WriterCallbacks } from './writer-worker.ts'
import type { Writing } from './writing.ts'

interface Thread {
  /** Rejects when the thread ends meanwhile, so that nobody waits for an answer that will not come. */
  ask<T>(work: (writer: Remote<Writer>) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/**
 * Writing in a thread of its own, with its own connection to the same data folder: resolving, applying and indexing block
 * that thread and not the one that answers. The thread starts with the first change; one that died is followed by another.
 */
export function openWriterThread(
  config: Pick<Config, 'dataFolder' | 'workers'>,
  { store, index }: Pick<Services, 'store' | 'index'>,
): Writing & { close(): Promise<void> } {
  carryErrors()
  let thread: Thread | undefined
  const open = (): Thread => {
    thread ??= startThread(config, () => {
      thread = undefined
    })
    return thread
  }

  return {
    async *ingest(sources, options = {}) {
      const iterator = untilAborted(sources, options.signal)[Symbol.asyncIterator]()
      const next = async (): Promise<SourceDocument | null> => {
        const { done, value } = await iterator.next()
        return done ? null : value
      }
      // One thread from the first document to the last: another knows nothing of these.
      const { ask } = open()
      const reports = await ask((writer) =>
        writer.ingest(
          proxy(next),
          { dryRun: options.dryRun, tellLag: options.onLag !== undefined },
          proxy(listCallbacks(options)),
        ),
      )
      try {
        for (;;) {
          const report = await ask(() => reports.next())
          if (!report) return
          yield report
        }
      } finally {
        await ask(() => reports.stop()).catch(() => {})
        reports[releaseProxy]()
        await iterator.return?.(undefined)
      }
    },
    withdraw: (id, { onLag } = {}) => open().ask((writer) => writer.withdraw(id, onLag ? proxy(onLag) : null)),
    async followOutbox() {
      // A server nobody writes to needs no such thread.
      if (!thread && (await store.outboxDepth()) === 0 && !(await index.needsRebuild())) return 0
      return open().ask((writer) => writer.followOutbox())
    },
    async close() {
      await thread?.stop()
    },
  }
}

/** What the thread calls is there in any case, so that it need not ask. */
function listCallbacks({ onProgress, explain, onLag }: IngestOptions): WriterCallbacks {
  return {
    onProgress: onProgress ?? (() => {}),
    explain: explain ?? ((error) => (error instanceof Error ? error.message : String(error))),
    onLag: onLag ?? (() => {}),
  }
}

async function* untilAborted<T>(items: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  for await (const item of items) {
    if (signal?.aborted) return
    yield item
  }
}

function startThread(config: Pick<Config, 'dataFolder' | 'workers'>, onEnd: () => void): Thread {
  const { dataFolder, workers } = config
  const worker = new Worker(
    fileURLToPath(import.meta.url.replace(/open-writer-thread\.(ts|js)$/, 'writer-worker.$1')),
    { name: 'cupel-writer', workerData: { dataFolder, workers } },
  )
  const writer = wrap<Writer>(nodeEndpoint(worker))
  const waiting = new Set<(error: unknown) => void>()
  let failure: unknown
  const end = (error: unknown) => {
    failure ??= error
    onEnd()
    for (const reject of waiting) reject(failure)
    waiting.clear()
  }
  worker.once('error', end)
  worker.once('exit', (code) => end(new Error(`The thread that writes ended with code ${code}.`)))
  // By itself it does not keep the process alive.
  worker.unref()
  const ask: Thread['ask'] = (work) =>
    new Promise((resolve, reject) => {
      if (failure !== undefined) return reject(failure)
      waiting.add(reject)
      const settle = () => waiting.delete(reject)
      work(writer).then(resolve, reject).finally(settle)
    })
  return {
    ask,
    async stop() {
      await ask((opened) => opened.close()).catch(() => {})
      await worker.terminate()
    },
  }
}
