import { parentPort, workerData } from 'node:worker_threads'
import { expose, proxy } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import type { IngestReport } from '../ingest/ingest-report.ts'
import type { SourceDocument } from '../ingest/read/source-document.ts'
import { carryErrors } from './carry-errors.ts'
import { openServices } from './compose.ts'
import type { Config } from './config.ts'
import type { IngestOptions, Services } from './services.ts'

/** What the thread that asked hears while a document is ingested, and is asked. Every call crosses between threads. */
export type WriterCallbacks = Required<Pick<IngestOptions, 'onProgress' | 'explain' | 'onLag'>>

interface IngestCall {
  dryRun?: boolean
  /** Whether the lag of the index is told; without, the call fails with it. */
  tellLag: boolean
}

// Opened with the first call, so that a data folder that does not open is the failure of that call.
let opened: Promise<Services> | undefined
const open = (): Promise<Services> => {
  opened ??= openServices(workerData as Pick<Config, 'dataFolder' | 'workers'>).catch((error) => {
    // The next call may find the folder mended.
    opened = undefined
    throw error
  })
  return opened
}

async function* pull(next: () => Promise<SourceDocument | null>): AsyncGenerator<SourceDocument> {
  for (let source = await next(); source; source = await next()) yield source
}

/** Tells the other thread without waiting; that it could not hear, or failed over it, is no failure of this one's work. */
function tell<T>(callback: (news: T) => unknown): (news: T) => void {
  return (news) => {
    Promise.resolve(callback(news)).catch(() => {})
  }
}

const writer = {
  async ingest(
    next: () => Promise<SourceDocument | null>,
    { dryRun, tellLag }: IngestCall,
    callbacks: WriterCallbacks,
  ) {
    const reports = (await open())
      .ingest(pull(next), {
        dryRun,
        onProgress: tell(callbacks.onProgress),
        explain: callbacks.explain,
        ...(tellLag ? { onLag: tell(callbacks.onLag) } : {}),
      })
      [Symbol.asyncIterator]()
    return proxy({
      next: async (): Promise<IngestReport | null> => {
        const { done, value } = await reports.next()
        return done ? null : value
      },
      stop: async (): Promise<void> => {
        await reports.return?.()
      },
    })
  },
  withdraw: async (id: string, onLag: ((error: unknown) => void) | null) =>
    (await open()).withdraw(id, onLag ? { onLag: tell(onLag) } : {}),
  followOutbox: async () => (await open()).followOutbox(),
  close: async () => (await opened)?.close(),
}

export type Writer = typeof writer

carryErrors()
if (parentPort) expose(writer, nodeEndpoint(parentPort))
