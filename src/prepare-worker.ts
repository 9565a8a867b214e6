import { workerData } from 'node:worker_threads'
import type { PreparedDocument } from '../ingest/prepare.ts'
import type { SourceDocument } from '../ingest/read/source-document.ts'
import { composePrepare, type PrepareOptions } from './compose-prepare.ts'

// Piscina hands its options over as the second of a pair.
const [, options] = workerData as [unknown, PrepareOptions]
const { prepare } = composePrepare(options)

/** Entry of a worker thread: reads and extracts one source away from the thread that answers. */
export function prepareInWorker(source: SourceDocument): Promise<PreparedDocument> {
  return prepare(source)
}
