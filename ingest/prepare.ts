import type { MergedExtraction } from './claim/merge-extractions.ts'
import type { ReadDocument, SourceDocument } from './read/source-document.ts'

/** A source read and extracted: everything that needs no graph, so that it can run in a worker thread. */
export interface PreparedDocument {
  read: ReadDocument
  extraction: MergedExtraction
}

/** Reads and extracts one source. Bad input comes back as problems of `read`; it rejects only on our own faults. */
export type Prepare = (source: SourceDocument) => Promise<PreparedDocument>
