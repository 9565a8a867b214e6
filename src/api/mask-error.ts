import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import { GraphError, type GraphErrorCode } from '../../graph/graph-error.ts'
import { SearchError, type SearchErrorCode } from '../search/search-error.ts'

/** Failures that tell the client something it can mend. The others may name files of the server. */
const MENDABLE: readonly (GraphErrorCode | SearchErrorCode)[] = [
  'invalid',
  'not-found',
  'not-grounded',
  'plan-conflict',
  'query-empty',
  'query-too-long',
  'invalid-page',
  'unknown-facet',
  'index-busy',
]

/** Whether this failure is the client's to mend; its message may be shown. */
export function isMendable(error: unknown): error is GraphError | SearchError {
  return (error instanceof GraphError || error instanceof SearchError) && MENDABLE.includes(error.code)
}

/** Logs a surprise and gives the id under which it stands in the log. */
export function reportSurprise(log: Logger, error: unknown): string {
  const reference = randomUUID()
  log.error({ event: 'surprise', reference, err: error }, 'A request met something unexpected')
  return reference
}

/** Says to the client what it can mend, and of anything else only the id under which it is logged. */
export function createExplanation(log: Logger): (error: unknown) => string {
  return (error) =>
    isMendable(error)
      ? error.message
      : `something went wrong on the server. It is logged as ${reportSurprise(log, error)}.`
}

function unwrap(error: unknown): unknown {
  let inner = error
  while (inner instanceof GraphQLError && inner.originalError) inner = inner.originalError
  return inner
}

/**
 * Lets through what was written for the client, and replaces everything else by a sentence with the id of the log line.
 * Used by Yoga for every error that would leave the server.
 */
export function createErrorMask(log: Logger): (error: unknown) => GraphQLError {
  return (error) => {
    const cause = unwrap(error)
    if (cause instanceof GraphQLError) return error as GraphQLError
    const place = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {}
    if (isMendable(cause)) return new GraphQLError(cause.message, { ...place, extensions: { code: cause.code } })
    const reference = reportSurprise(log, cause)
    const message = `Something went wrong on the server. It is logged as ${reference}; quote that when you report it.`
    return new GraphQLError(message, { ...place, extensions: { code: 'internal', reference, unexpected: true } })
  }
}
