import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { createRequestError } from '../request-error.ts'
import { refuseWrite, type Standing } from '../staff-token.ts'

/** A header no form or image of another site can add, so its presence proves that the browser asked us first. */
export const PREFLIGHT_HEADER = 'graphql-require-preflight'

/** What browsers send across sites without asking first. */
const SIMPLE_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']

function readType(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function refuseSize(): GraphQLError {
  return createRequestError(
    'body-too-large',
    'The request is larger than this server takes. Split the document, or ingest it with the command line.',
    413,
  )
}

export interface RequestGateOptions {
  /** Bytes of a request without a file. */
  bodyBytes: number
  checkStanding: (headers: Headers) => Standing
}

/**
 * Turns requests away before their body is read: those another site could have made in a user's browser, uploads without
 * the staff token, and bodies that are too large or of unknown length. What cannot be parsed is the client's fault, never
 * a surprise.
 */
export function useRequestGate({ bodyBytes, checkStanding }: RequestGateOptions): Plugin {
  function gate(request: Request): void {
    if (request.method !== 'POST') return
    const type = readType(request.headers)
    if ((type === '' || SIMPLE_TYPES.includes(type)) && !request.headers.has(PREFLIGHT_HEADER)) {
      const message = `A request of the type ${JSON.stringify(type)} must carry the header \`${PREFLIGHT_HEADER}: 1\`, as protection against forged requests of other sites. Queries are best sent as application/json.`
      throw createRequestError('preflight-required', message, 403)
    }
    if (type === 'multipart/form-data') {
      const refusal = refuseWrite(checkStanding(request.headers))
      if (refusal) throw refusal
    } else {
      checkBody(request.headers)
    }
  }

  function checkBody(headers: Headers): void {
    const length = headers.get('content-length')
    if (length === null && headers.has('transfer-encoding')) {
      throw createRequestError('length-required', 'A request without a file must say its Content-Length.', 411)
    }
    if (Number(length) > bodyBytes) {
      const message = `A request without a file may have at most ${bodyBytes} bytes; this one has ${length}.`
      throw createRequestError('body-too-large', message, 413)
    }
  }

  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      gate(request)
      if (!requestParser) return
      setRequestParser(async (toParse) => {
        try {
          return await requestParser(toParse)
        } catch (error) {
          if ((error as Error | null)?.name === 'AbortError') throw error
          if (error instanceof GraphQLError) {
            // Yoga counts while it streams; its multipart parser then hides the reason.
            if (error.message.includes('Request body too large')) throw refuseSize()
            if (error.extensions.http) throw error
            throw createRequestError('unreadable-request', error.message, 400)
          }
          const message =
            'The request is expected to follow GraphQL over HTTP (or, with a file, graphql-multipart-request-spec), but could not be read.'
          throw createRequestError('unreadable-request', message, 400)
        }
      })
    },
  }
}
