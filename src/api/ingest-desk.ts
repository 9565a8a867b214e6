import PQueue from 'p-queue'
import type { IngestProgress, IngestReport } from '../../ingest/ingest-report.ts'
import type { SourceDocument } from '../../ingest/read/source-document.ts'
import type { Writing } from '../writing.ts'
import { createRequestError } from './request-error.ts'

/** Takes uploads one after the other, so that the second is resolved against a graph that knows the first. */
export interface IngestDesk {
  /** Rejects with `busy` where too many wait already and with `stopping` once `stop` was called. */
  ingest(source: SourceDocument): Promise<IngestReport>
  /** Takes a document out, in the same queue. */
  withdraw(documentId: string): Promise<IngestReport>
  /** Uploads in hand and waiting. */
  readonly depth: number
  /** Takes no more, refuses those that wait, and resolves once what is in hand is finished, or after `graceMs` without it. */
  stop(graceMs: number): Promise<void>
}

export interface IngestDeskOptions {
  waiting: number
  onProgress: (progress: IngestProgress) => void
  /** What a report may say of a failure that kept a document out. */
  explain: (error: unknown) => string
  /** Hears that the search index could not follow a document that is kept; the document's report says that it is. */
  onLag: (error: unknown) => void
}

export function createIngestDesk(
  writing: Writing,
  { waiting, onProgress, explain, onLag }: IngestDeskOptions,
): IngestDesk {
  const queue = new PQueue({ concurrency: 1 })
  const abort = new AbortController()
  let stopping = false

  const refuse = () => createRequestError('stopping', 'The server is stopping. Send this again once it is back.')

  async function run<T>(work: () => Promise<T>): Promise<T> {
    if (stopping) throw refuse()
    return queue.add(() => {
      if (stopping) throw refuse()
      return work()
    })
  }

  async function ingestOne(source: SourceDocument): Promise<IngestReport> {
    async function* one() {
      yield source
    }
    for await (const report of writing.ingest(one(), { onProgress, explain, onLag, signal: abort.signal }))
      return report
    throw refuse()
  }

  return {
    withdraw: (id) => run(() => writing.withdraw(id, { onLag })),
    async ingest(source) {
      if (queue.size >= waiting) {
        throw createRequestError(
          'busy',
          `${queue.size} documents are waiting already. Send this one again in a minute.`,
        )
      }
      if (!stopping) onProgress({ source: source.source, stage: 'queued', finished: 0, total: 1 })
      return run(() => ingestOne(source))
    },
    get depth() {
      return queue.size + queue.pending
    },
    async stop(graceMs) {
      stopping = true
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs)
      })
      await Promise.race([queue.onIdle(), late])
      clearTimeout(timer)
      abort.abort()
    },
  }
}
