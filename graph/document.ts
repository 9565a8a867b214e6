/** Something that went wrong with one document, with its place where there is one. `fatal` problems keep it out of the graph. */
export interface DocumentProblem {
  /** Stable, kebab-case: `pdf-encrypted`, `empty`, `no-text`. */
  code: string
  /** What was expected, what came and how to mend it. */
  message: string
  origin: 'read' | 'extract' | 'apply'
  fatal?: boolean
  page?: number
  line?: number
}

/** Offsets are UTF-16 code units in the normalised text, end exclusive. */
export interface Span {
  start: number
  end: number
}

export interface PageSpan extends Span {
  /** 1-based page, slide or sheet. */
  page: number
}

export interface SectionSpan extends Span {
  heading: string
  /** 1 is the document's title level. */
  level: number
}

/** One reading of a document: the text all evidence offsets count in. */
export interface DocumentVersion {
  /** SHA-256 of the normalised text, hex: what makes an offset checkable for ever. */
  hash: string
  /** SHA-256 of the original bytes, hex: the key of the original in the blob store. */
  blob: string
  text: string
  pages: PageSpan[]
  sections: SectionSpan[]
}

/** What the graph keeps of a document besides its versions. */
export interface DocumentRecord {
  /** Derived from `source`: the same source is the same document. */
  id: string
  /** Path relative to what was ingested, or the name given at upload, or a URL. */
  source: string
  title: string
  /** ISO 639-1, or `und`. */
  language: string
  mediaType: string
  /** Current version's hash. */
  version: string
  blob: string
  /** Names and versions of reader and extractors that made this reading; a change means read again. */
  fingerprint: string
  pages: number
  problems: DocumentProblem[]
  /** ISO 8601 instant of the last change. */
  ingestedAt: string
}
