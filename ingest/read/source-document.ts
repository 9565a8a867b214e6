import type { DocumentProblem, PageSpan, SectionSpan, Span } from '../../graph/document.ts'

/** A file, upload or stream as it came. */
export interface SourceDocument {
  /** Path relative to what was ingested, or the given name. Its extension is a hint, never trusted over the content. */
  source: string
  bytes: Uint8Array
  /** Media type the sender claimed, if any. */
  mediaType?: string
}

export type PassageKind = 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'caption' | 'running' | 'code'

/** One cell of a table row: its place in the text and the header it stands under. */
export interface PassageCell extends Span {
  header?: string
}

/** A run of the normalised text that belongs together. `text.slice(start, end)` is its text. */
export interface Passage extends Span {
  kind: PassageKind
  page?: number
  /** Headings above it, outermost first. */
  sections: string[]
  /** Heading level, 1 outermost. */
  level?: number
  /** For `table-row`: number of the table in the document, and the cells in order. */
  table?: number
  cells?: PassageCell[]
  /** Table rows only: this row holds the headers. */
  header?: boolean
}

/** What a reader makes of a source: normalised text in reading order with everything needed to point back into it. */
export interface ReadDocument {
  source: string
  title: string
  /** ISO 639-1, or `und`. */
  language: string
  mediaType: string
  text: string
  pages: PageSpan[]
  sections: SectionSpan[]
  passages: Passage[]
  /** A `fatal` one means: nothing to extract, the document is refused or flagged. */
  problems: DocumentProblem[]
}

/** Limits a reader keeps. Past one, the document fails alone with a problem that names the limit. */
export interface ReadLimits {
  maxBytes: number
  maxPages: number
  maxDepth: number
  /** Uncompressed bytes of a zip container. */
  maxExpandedBytes: number
  maxMilliseconds: number
}

export const DEFAULT_READ_LIMITS: ReadLimits = {
  maxBytes: 100_000_000,
  maxPages: 5_000,
  maxDepth: 500,
  maxExpandedBytes: 500_000_000,
  maxMilliseconds: 120_000,
}
