import type { DocumentProblem } from '../../graph/document.ts'
import type { Deadline } from './deadline.ts'
import type { DocumentBuilder } from './document-builder.ts'
import type { ReadLimits } from './source-document.ts'

/** What a reader looks at to say whether a source is its own. */
export interface ContentSample {
  bytes: Uint8Array
  /** First 4,096 bytes, decoded (byte order mark gone); `null` where they are not text. */
  head: string | null
  /** Lower case without dot, empty where the name has none. */
  extension: string
  mediaType?: string
}

export interface ReaderInput {
  bytes: Uint8Array
  extension: string
  /** `charset` of the sender's media type, if any. */
  charset?: string
  limits: ReadLimits
  deadline: Deadline
  builder: DocumentBuilder
  /** Problems that do not stop the reading; those that do are thrown as `ReadFailure`. */
  report(problem: Omit<DocumentProblem, 'origin'>): void
}

/** What a document says of itself besides its text. */
export interface ReadMetadata {
  title?: string
  /** ISO 639-1. */
  language?: string
}

/** One format. The reader with the highest score reads the source; the extension is a hint that never beats a signature. */
export interface Reader {
  readonly name: string
  /** The first one is what documents of this format get. */
  readonly mediaTypes: readonly string[]
  readonly extensions: readonly string[]
  /** 0 cannot read it, 0.3 could as a last resort, 0.7 likely, 1 the signature of this format. */
  score(sample: ContentSample): number
  read(input: ReaderInput): Promise<ReadMetadata>
}
