import { GraphQLError } from 'graphql'
import { isMendable } from './mask-error.ts'

/** Something in the arguments that can be mended, as data of the answer. */
export interface UserError {
  code: string
  message: string
  /** The argument it is about, outermost first. */
  path: string[]
}

export function createUserError(code: string, message: string, path: string[]): UserError {
  return { code, message, path }
}

/** Runs a change; a failure the client can mend becomes data on `nothing`, every other is thrown on. */
export async function catchUserErrors<Payload extends { errors: UserError[] }>(
  nothing: Omit<Payload, 'errors'>,
  path: string[],
  change: () => Promise<Payload>,
): Promise<Payload> {
  try {
    return await change()
  } catch (error) {
    if (error instanceof GraphQLError) {
      return { ...nothing, errors: [createUserError(String(error.extensions.code), error.message, path)] } as Payload
    }
    if (isMendable(error)) return { ...nothing, errors: [createUserError(error.code, error.message, path)] } as Payload
    throw error
  }
}
