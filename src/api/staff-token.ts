import { createHash, timingSafeEqual } from 'node:crypto'
import type { GraphQLError } from 'graphql'
import { createRequestError } from './request-error.ts'

/** What a request may do: nothing but read, unless it bears the staff token. */
export type Standing = 'staff' | 'no-token' | 'wrong-token' | 'writing-disabled'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares in a time that does not tell how much of the token was right. */
export function createStandingCheck(token: string | undefined): (headers: Headers) => Standing {
  const expected = token === undefined ? null : digest(token)
  return (headers) => {
    if (!expected) return 'writing-disabled'
    const given = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
    if (given === undefined) return 'no-token'
    return timingSafeEqual(digest(given), expected) ? 'staff' : 'wrong-token'
  }
}

/** The error that refuses a write, or null for staff. */
export function refuseWrite(standing: Standing): GraphQLError | null {
  switch (standing) {
    case 'staff':
      return null
    case 'writing-disabled':
      return createRequestError(
        'writing-disabled',
        'This server takes no changes, because it was started without a staff token. Start it with CUPEL_TOKEN set to at least 16 characters.',
        403,
      )
    case 'no-token':
      return createRequestError(
        'token-required',
        'Changes need the staff token. Send it as `Authorization: Bearer <token>`.',
        401,
      )
    case 'wrong-token':
      return createRequestError(
        'token-wrong',
        'The token sent is not the staff token of this server. Send the value of its CUPEL_TOKEN as `Authorization: Bearer <token>`.',
        401,
      )
  }
}
