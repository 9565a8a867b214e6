import { parentPort, workerData } from 'node:worker_threads'
import { expose, proxy } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import type { IngestProgress, IngestReport } from '../ingest/ingest-report.ts'
import type { SourceDocument } from '../ingest/read/source-document.ts'
import { carryErrors } from './carry-errors.ts'
import { openServices } from './compose.ts'
import type { Config } from './config.ts'
import type { Services } from './services.ts'

/** What the thread that asked hears while a document is ingested, and is asked. Every call crosses between threads. */
export interface WriterCallbacks {
  onProgress?: (progress: IngestProgress) => void
  explain?: (error: unknown) => string | Promise<string>
  onLag?: (error: unknown) => void
}

interface IngestCall {
  dryRun?: boolean
  /** Whether the lag of the index is told; without, the call fails with it. */
  tellLag: boolean
}

// Opened with the first call, so that a data folder that does not open is the failure of that call.
let opened: Promise<Services> | undefined
const open = (): Promise<Services> => {
  opened ??= openServices(workerData as Pick<Config, 'dataFolder' | 'workers'>)
  return opened
}

async function* pull(next: () => Promise<SourceDocument | null>): AsyncGenerator<SourceDocument> {
  for (let source = await next(); source; source = await next()) yield source
}

const writer = {
  async ingest(
    next: () => Promise<SourceDocument | null>,
    { dryRun, tellLag }: IngestCall,
    callbacks: Required<WriterCallbacks>,
  ) {
    const reports = (await open())
      .ingest(pull(next), {
        dryRun,
        onProgress: callbacks.onProgress,
        explain: callbacks.explain,
        ...(tellLag ? { onLag: callbacks.onLag } : {}),
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
    (await open()).withdraw(id, onLag ? { onLag } : {}),
  followOutbox: async () => (await open()).followOutbox(),
  close: async () => (await opened)?.close(),
}

export type Writer = typeof writer

carryErrors()
if (parentPort) expose(writer, nodeEndpoint(parentPort))
