import { workerData } from 'piscina'
import type { TableMapping } from '../ingest/extract/table/table-mapping.ts'
import type { PreparedDocument } from '../ingest/prepare.ts'
import type { SourceDocument } from '../ingest/read/source-document.ts'
import { composePrepare, type PrepareOptions } from './compose-prepare.ts'

const prepare = composePrepare(workerData as PrepareOptions)

export interface PrepareTask {
  source: SourceDocument
  mapping?: TableMapping
}

/** Entry of a worker thread: reads and extracts one source away from the thread that answers. */
export function prepareInWorker({ source, mapping }: PrepareTask): Promise<PreparedDocument> {
  return prepare(source, mapping)
}
