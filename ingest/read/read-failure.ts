/** Why a document cannot be read. Caught by `readDocument`, which turns it into a fatal problem of the same code. */
export type ReadFailureCode =
  | 'empty'
  | 'too-large'
  | 'too-deep'
  | 'too-many-pages'
  | 'timeout'
  | 'unknown-format'
  | 'no-text'
  | 'pdf-encrypted'
  | 'pdf-damaged'
  | 'zip-bomb'
  | 'zip-damaged'
  | 'xml-entities'
  | 'office-damaged'
  | 'office-encrypted'
  | 'json-invalid'
  | 'reader-failed'

/** Thrown inside readers only. `message` says what was expected, what came and how to mend it. */
export class ReadFailure extends Error {
  readonly code: ReadFailureCode
  readonly line?: number

  constructor(code: ReadFailureCode, message: string, options?: ErrorOptions & { line?: number }) {
    super(message, options)
    this.name = 'ReadFailure'
    this.code = code
    this.line = options?.line
  }
}
