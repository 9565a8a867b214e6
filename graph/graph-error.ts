export type GraphErrorCode =
  | 'not-grounded'
  | 'plan-conflict'
  | 'store-newer'
  | 'store-locked'
  | 'store-full'
  | 'store-corrupt'
  | 'store-unavailable'
  | 'not-found'
  | 'invalid'

/** An expected failure of the graph. `message` says what was expected, what came and how to mend it. */
export class GraphError extends Error {
  readonly code: GraphErrorCode

  constructor(code: GraphErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'GraphError'
    this.code = code
  }
}
