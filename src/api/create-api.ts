import { createYoga, type YogaServerInstance } from 'graphql-yoga'
import { type Logger, pino } from 'pino'
import type { Services } from '../services.ts'
import type { ApiContext } from './api-context.ts'
import { type ApiLimits, DEFAULT_API_LIMITS } from './api-limits.ts'
import { buildApiSchema } from './build-schema.ts'
import { createLoaders } from './create-loaders.ts'
import { createGraphiQLRenderer, GRAPHIQL_OPTIONS } from './graphiql-page.ts'
import { createIngestDesk, type IngestDesk } from './ingest-desk.ts'
import { logLag } from './log-lag.ts'
import { createErrorMask, createExplanation } from './mask-error.ts'
import { useCostLimit } from './plugins/use-cost-limit.ts'
import { useQueryLimits } from './plugins/use-query-limits.ts'
import { useRequestGate } from './plugins/use-request-gate.ts'
import { type RequestObserver, useRequestReport } from './plugins/use-request-report.ts'
import { useSecurityHeaders } from './plugins/use-security-headers.ts'
import { createProgressChannel, type ProgressChannel } from './progress-channel.ts'
import { createStandingCheck } from './staff-token.ts'

export interface ApiOptions {
  /** Staff token; without one every change is refused. */
  token?: string
  limits?: Partial<ApiLimits>
  /** Silent where absent. */
  log?: Logger
  /** Shared with whoever else ingests in this process. */
  progress?: ProgressChannel
  /** Shared with whoever stops the server. */
  desk?: IngestDesk
  /** Told of each operation once it is answered. */
  observe?: RequestObserver
  /** Origins whose pages may call; none where absent. */
  origins?: readonly string[]
}

/** Room for the other parts of a multipart request. */
const MULTIPART_MARGIN = 100_000

/** The GraphQL door over these services: a function of requests, which any HTTP server can serve and tests can call. */
export function createApi(services: Services, options: ApiOptions = {}): YogaServerInstance<object, ApiContext> {
  const { token, log = pino({ enabled: false }), progress = createProgressChannel(), observe, origins } = options
  const limits: ApiLimits = { ...DEFAULT_API_LIMITS, ...options.limits }
  const desk =
    options.desk ??
    createIngestDesk(services, {
      waiting: limits.waitingUploads,
      onProgress: progress.tell,
      explain: createExplanation(log),
      onLag: logLag(log),
    })
  const checkStanding = createStandingCheck(token)
  return createYoga<object, ApiContext>({
    schema: buildApiSchema(),
    context: ({ request }) => ({
      services,
      loaders: createLoaders(services.store),
      desk,
      progress,
      limits,
      standing: checkStanding(request.headers),
      log,
    }),
    maskedErrors: { maskError: createErrorMask(log) },
    // The mask logs already, with the id the client is given.
    logging: false,
    cors: origins?.length ? { origin: [...origins], methods: ['GET', 'POST'] } : false,
    batching: false,
    landingPage: false,
    graphiql: GRAPHIQL_OPTIONS,
    renderGraphiQL: createGraphiQLRenderer(),
    maxRequestBodySize: limits.uploadBytes + MULTIPART_MARGIN,
    plugins: [
      useRequestReport(log, observe),
      useRequestGate({ bodyBytes: limits.bodyBytes, checkStanding }),
      ...useQueryLimits(limits),
      useCostLimit(limits.cost),
      useSecurityHeaders(),
    ],
  })
}
