import { type TransferHandler, transferHandlers } from 'comlink'
import { GraphError, type GraphErrorCode } from '../graph/graph-error.ts'
import { SearchError, type SearchErrorCode } from './search/search-error.ts'

interface PackedError {
  name: string
  message: string
  stack?: string
  code?: string
  cause?: PackedError
}

/** Causes of causes carried along; an error may be its own. */
const DEEPEST_CAUSE = 5

/** Whatever was thrown, as what a message between threads can hold: structured cloning drops classes and codes. */
function pack(error: unknown, depth = 0): PackedError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const { name, message, stack, cause } = error
  const { code } = error as { code?: unknown }
  return {
    name,
    message,
    stack,
    ...(typeof code === 'string' ? { code } : {}),
    ...(cause === undefined || depth === DEEPEST_CAUSE ? {} : { cause: pack(cause, depth + 1) }),
  }
}

function unpack({ name, message, stack, code, cause }: PackedError): Error {
  const options = cause && { cause: unpack(cause) }
  const error =
    name === 'GraphError'
      ? new GraphError(code as GraphErrorCode, message, options)
      : name === 'SearchError'
        ? new SearchError(code as SearchErrorCode, message, options)
        : Object.assign(new Error(message, options), { name, ...(code === undefined ? {} : { code }) })
  if (stack !== undefined) error.stack = stack
  return error
}

/** Lets errors cross between threads as what they are, thrown or handed over. To be called on both sides. */
export function carryErrors(): void {
  const errors: TransferHandler<Error, PackedError> = {
    canHandle: (value): value is Error => value instanceof Error,
    serialize: (error) => [pack(error), []],
    deserialize: unpack,
  }
  transferHandlers.set('error', errors)
  const thrown = transferHandlers.get('throw') as TransferHandler<{ value: unknown }, PackedError>
  transferHandlers.set('throw', {
    canHandle: thrown.canHandle,
    serialize: ({ value }: { value: unknown }) => [pack(value), []],
    deserialize: (packed: PackedError) => {
      throw unpack(packed)
    },
  })
}
