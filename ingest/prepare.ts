import type { MergedExtraction } from './claim/merge-extractions.ts'
import type { TableMapping } from './extract/table/table-mapping.ts'
import type { ReadDocument, SourceDocument } from './read/source-document.ts'

/** A source read and extracted: everything that needs no graph, so that it can run in a worker thread. */
export interface PreparedDocument {
  read: ReadDocument
  extraction: MergedExtraction
}

/** Reads and extracts one source, its tables by the mapping where one is given. Bad input comes back as problems of `read`; it rejects only on our own faults. */
export type Prepare = (source: SourceDocument, mapping?: TableMapping) => Promise<PreparedDocument>
