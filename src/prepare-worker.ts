import { workerData } from 'piscina'
import type { PreparedDocument } from '../ingest/prepare.ts'
import type { SourceDocument } from '../ingest/read/source-document.ts'
import { composePrepare, type PrepareOptions } from './compose-prepare.ts'

const prepare = composePrepare(workerData as PrepareOptions)

/** Entry of a worker thread: reads and extracts one source away from the thread that answers. */
export function prepareInWorker(source: SourceDocument): Promise<PreparedDocument> {
  return prepare(source)
}
