export type SearchErrorCode =
  | 'query-empty'
  | 'query-too-long'
  | 'invalid-page'
  | 'unknown-facet'
  | 'index-busy'
  | 'index-closed'
  | 'rebuild-superseded'

/** An expected failure of search. `message` says what was expected, what came and how to mend it. */
export class SearchError extends Error {
  readonly code: SearchErrorCode

  constructor(code: SearchErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SearchError'
    this.code = code
  }
}
