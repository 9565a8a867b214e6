/** What one request may ask for. Past a limit the request is refused with a code and the limit, never cut silently. */
export interface ApiLimits {
  /** Nesting of fields, counted from the root; fragments are counted where they are spread. */
  depth: number
  aliases: number
  directives: number
  /** Lexical tokens of a query document. */
  tokens: number
  /** Objects an operation may make at most, counted before it runs from its page sizes. */
  cost: number
  /** Bytes of a request without a file. */
  bodyBytes: number
  /** Bytes of an uploaded file. */
  uploadBytes: number
  /** Uploads that may wait for the one being ingested. */
  waitingUploads: number
  /** Clients that may follow the progress at once. */
  subscribers: number
}

export const DEFAULT_API_LIMITS: ApiLimits = {
  depth: 18,
  aliases: 30,
  directives: 30,
  tokens: 2_000,
  cost: 20_000,
  bodyBytes: 500_000,
  uploadBytes: 100_000_000,
  waitingUploads: 8,
  subscribers: 100,
}

/** Items a connection or list gives at most in one answer. */
export const MAX_PAGE = 100
