import { GraphQLError } from 'graphql'

/**
 * An error the client can mend. `code` is stable and in kebab case. `status` is set only where the request as a whole is
 * refused; an error of one field leaves the others their answers and the status 200.
 */
export function createRequestError(code: string, message: string, status?: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...(status ? { http: { status } } : {}) } })
}

/** Rejects a number outside its range with `out-of-range`. */
export function checkRange(name: string, value: number, low: number, high: number): number {
  if (value >= low && value <= high) return value
  throw createRequestError('out-of-range', `\`${name}\` is expected to be from ${low} to ${high}, but is ${value}.`)
}

/** Rejects a text past its length with `too-long`. */
export function checkLength(name: string, text: string, longest: number): string {
  if (text.length <= longest) return text
  const message = `\`${name}\` is expected to have at most ${longest} characters, but has ${text.length}.`
  throw createRequestError('too-long', message)
}
