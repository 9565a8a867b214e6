import { randomUUID } from 'node:crypto'
import { type ExecutionArgs, getOperationAST, Kind } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'

/** What is known of an answered request. The names are those of the log line and are documented. */
export interface RequestReport {
  requestId: string
  /** `query`, `mutation`, `subscription`, or `none` where nothing was executed. */
  operation: string
  /** The root field, `several`, or `none`: a set as bounded as the contract, whatever clients call their operations. */
  field: string
  /** HTTP status. */
  status: number
  /** Milliseconds until the answer, or the beginning of the stream, was ready. */
  ms: number
}

export type RequestObserver = (report: RequestReport) => void

const REQUEST_ID = 'x-request-id'

/** An id from a proxy in front is kept where it is harmless in a log. */
function readRequestId(headers: Headers): string {
  const given = headers.get(REQUEST_ID)
  return given && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID()
}

function describeOperation({ document, operationName }: ExecutionArgs): Pick<RequestReport, 'operation' | 'field'> {
  const operation = getOperationAST(document, operationName)
  if (!operation) return { operation: 'none', field: 'none' }
  const fields = operation.selectionSet.selections
  const [only] = fields
  const field = fields.length === 1 && only?.kind === Kind.FIELD ? only.name.value : 'several'
  return { operation: operation.operation, field }
}

/** Gives each request an id, and tells of each answer in the log and to the observer. */
export function useRequestReport(log: Logger, observe: RequestObserver | undefined): Plugin {
  const open = new WeakMap<Request, Omit<RequestReport, 'status' | 'ms'> & { since: number }>()

  function note(args: ExecutionArgs): void {
    const { request } = args.contextValue as { request: Request }
    const begun = open.get(request)
    if (begun) Object.assign(begun, describeOperation(args))
  }

  return {
    onRequest({ request }) {
      open.set(request, {
        requestId: readRequestId(request.headers),
        operation: 'none',
        field: 'none',
        since: performance.now(),
      })
    },
    onExecute: ({ args }) => note(args),
    onSubscribe: ({ args }) => note(args),
    onResponse({ request, response }) {
      const begun = open.get(request)
      if (!begun) return
      const { since, ...known } = begun
      const report: RequestReport = {
        ...known,
        status: response.status,
        ms: Math.round((performance.now() - since) * 10) / 10,
      }
      response.headers.set(REQUEST_ID, report.requestId)
      log.info({ event: 'request', ...report }, 'A request was answered')
      observe?.(report)
    },
  }
}
