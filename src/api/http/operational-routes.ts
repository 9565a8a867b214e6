import type { Services } from '../../services.ts'
import type { Metrics } from './create-metrics.ts'

/** Plain answer of a route that is not GraphQL. */
export interface PlainAnswer {
  status: number
  type: string
  body: string
}

/** Changes the index may be behind and the server still be called ready. */
const MOST_BEHIND = 5_000

interface Watched {
  services: Services
  metrics: Metrics
  isStopping: () => boolean
}

function answerJson(status: number, body: object): PlainAnswer {
  return { status, type: 'application/json; charset=utf-8', body: `${JSON.stringify(body)}\n` }
}

/** Ready: the store answers, the index is not far behind, and nobody has asked the server to stop. */
async function answerReady({ services, isStopping }: Watched): Promise<PlainAnswer> {
  if (isStopping()) return answerJson(503, { ready: false, because: 'stopping' })
  try {
    const behind = await services.store.outboxDepth()
    const ready = behind <= MOST_BEHIND
    return answerJson(ready ? 200 : 503, { ready, behind, ...(ready ? {} : { because: 'index-behind' }) })
  } catch {
    return answerJson(503, { ready: false, because: 'store-silent' })
  }
}

/** Routes for whoever runs the server. */
export function createOperationalRoutes(watched: Watched): Record<string, () => Promise<PlainAnswer>> {
  return {
    '/health': async () => answerJson(200, { live: true }),
    '/ready': () => answerReady(watched),
    '/metrics': async () => ({ status: 200, type: watched.metrics.contentType, body: await watched.metrics.render() }),
  }
}
