import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Services } from '../services.ts'
import type { Writing } from '../writing.ts'
import { type ApiLimits, DEFAULT_API_LIMITS } from './api-limits.ts'
import { createApi } from './create-api.ts'
import { createHostCheck } from './http/check-host.ts'
import { createLogger } from './http/create-logger.ts'
import { createMetrics } from './http/create-metrics.ts'
import { listen } from './http/listen.ts'
import { createOperationalRoutes, type PlainAnswer } from './http/operational-routes.ts'
import { followOutboxEvery } from './http/outbox-follower.ts'
import { createIngestDesk } from './ingest-desk.ts'
import { logLag } from './log-lag.ts'
import { createExplanation, reportSurprise } from './mask-error.ts'
import { createProgressChannel, type ProgressChannel } from './progress-channel.ts'
import { securityHeaders } from './security-headers.ts'

export interface ServeOptions {
  /** Who makes the changes clients ask for; the services themselves where absent. */
  writing?: Writing
  /** Where log lines go; made from the configuration where absent. */
  log?: Logger
  /** Shared with whoever else ingests in this process, so that clients see that progress too. */
  progress?: ProgressChannel
  limits?: Partial<ApiLimits>
  /** How long a stop waits for the document in hand before it is rolled back, milliseconds. */
  graceMs?: number
  /** How often the index looks for changes of other processes, milliseconds. */
  followEveryMs?: number
}

export interface RunningServer {
  /** Without a path: `http://127.0.0.1:4000`. */
  url: string
  /** Takes no more requests, finishes the document in hand or rolls it back, ends all streams. Bounded by the grace. */
  close(): Promise<void>
}

const MISDIRECTED: PlainAnswer = {
  status: 421,
  type: 'text/plain; charset=utf-8',
  body: 'This server answers to localhost, 127.0.0.1, [::1] and the name in HOST only, so that no page of another site can reach it by a name of its own. Call it by one of these; a proxy in front must send one of them as Host.\n',
}

/** Serves GraphQL at `/graphql`, and `/health`, `/ready` and `/metrics`. Rejects with a `ServeError`. Leaves the services open. */
export async function serve(
  services: Services,
  config: Pick<Config, 'host' | 'port' | 'token' | 'logLevel'>,
  options: ServeOptions = {},
): Promise<RunningServer> {
  const { graceMs = 10_000, followEveryMs = 1_000, progress = createProgressChannel(), writing = services } = options
  const log = options.log ?? createLogger(config.logLevel)
  const limits = { ...DEFAULT_API_LIMITS, ...options.limits }
  const desk = createIngestDesk(writing, {
    waiting: limits.waitingUploads,
    onProgress: progress.tell,
    explain: createExplanation(log),
    onLag: logLag(log),
  })
  const metrics = createMetrics({ services, desk, progress })
  const api = createApi(services, { token: config.token, limits, log, progress, desk, observe: metrics.observe })
  let stopping = false
  // Known once the address is; nothing is answered before.
  let answersTo: ReturnType<typeof createHostCheck> = () => false
  const routes = createOperationalRoutes({ services, metrics, isStopping: () => stopping })

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      const body = `Something went wrong on the server. It is logged as ${reportSurprise(log, error)}.\n`
      if (response.headersSent) response.destroy()
      else send(response, false, { status: 500, type: 'text/plain; charset=utf-8', body })
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?', 1)[0] ?? '/'
    // A connection is kept for the next request, which a stopping server does not take.
    response.once('close', () => {
      if (stopping) setImmediate(() => server.closeIdleConnections())
    })
    if (!answersTo(request.headers.host)) return send(response, request.method === 'HEAD', MISDIRECTED)
    if (path === '/graphql') return api(request, response) as Promise<void>
    send(response, request.method === 'HEAD', await answerPlain(path, request.method))
  }

  async function answerPlain(path: string, method = 'GET'): Promise<PlainAnswer & { location?: string }> {
    const text = { type: 'text/plain; charset=utf-8' }
    if (method !== 'GET' && method !== 'HEAD') return { ...text, status: 405, body: `${path} is read with GET.\n` }
    if (path === '/') return { ...text, status: 302, body: 'See /graphql.\n', location: '/graphql' }
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined
    if (route) return route()
    return { ...text, status: 404, body: 'There is nothing here. See /graphql, /health, /ready and /metrics.\n' }
  }

  const url = await listen(server, config.host, config.port)
  answersTo = createHostCheck((server.address() as AddressInfo).address, config.host)
  const follower = followOutboxEvery(followEveryMs, writing, log)
  log.info({ event: 'listening', url: `${url}/graphql` }, 'The server listens')
  if (!config.token) {
    log.warn(
      { event: 'writing-disabled' },
      'No CUPEL_TOKEN is set: the server answers questions and refuses every change',
    )
  }

  let closing: Promise<void> | undefined
  async function close(): Promise<void> {
    stopping = true
    log.info({ event: 'stopping', uploads: desk.depth }, 'The server stops')
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
    progress.close()
    await Promise.all([desk.stop(graceMs), follower.stop()])
    server.closeIdleConnections()
    // Answers still on their way get a moment; who has not read them by then is cut off.
    const cut = setTimeout(() => server.closeAllConnections(), Math.min(1_000, graceMs))
    await closed
    clearTimeout(cut)
    log.info({ event: 'stopped' }, 'The server stopped')
  }

  return {
    url,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

function send(
  response: ServerResponse,
  bodiless: boolean,
  { status, type, body, location }: PlainAnswer & { location?: string },
): void {
  response.writeHead(status, {
    ...securityHeaders(type),
    'content-type': type,
    'cache-control': 'no-store',
    ...(location ? { location } : {}),
  })
  response.end(bodiless ? undefined : body)
}
