import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Services } from '../../services.ts'
import type { IngestDesk } from '../ingest-desk.ts'
import type { RequestReport } from '../plugins/use-request-report.ts'
import type { ProgressChannel } from '../progress-channel.ts'

export interface Metrics {
  readonly contentType: string
  observe(report: RequestReport): void
  /** Prometheus text; asks the store for its counts. */
  render(): Promise<string>
}

interface Measured {
  services: Services
  desk: IngestDesk
  progress: ProgressChannel
}

/** Figures of one server. Its registry is its own, so that two servers in one process do not mix. */
export function createMetrics({ services, desk, progress }: Measured): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const labelNames = ['operation', 'field'] as const
  const requests = new Counter({
    name: 'cupel_graphql_requests_total',
    help: 'Answered GraphQL requests by operation type, root field and HTTP status.',
    labelNames: [...labelNames, 'status'] as const,
    registers,
  })
  const durations = new Histogram({
    name: 'cupel_graphql_duration_seconds',
    help: 'Time until the answer was ready.',
    labelNames,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
    registers,
  })
  const held = new Gauge({
    name: 'cupel_graph_items',
    help: 'What the graph holds, by kind.',
    labelNames: ['kind'] as const,
    registers,
    async collect() {
      for (const [kind, count] of Object.entries(await services.store.counts())) this.set({ kind }, count)
    },
  })
  const gauge = (name: string, help: string, measure: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await measure())
      },
    })
  held.reset()
  gauge('cupel_outbox_depth', 'Changes the search index has yet to follow.', () => services.store.outboxDepth())
  gauge('cupel_index_records', 'Records in the search index.', () => services.index.count())
  gauge('cupel_uploads_in_hand', 'Uploads being ingested or waiting.', () => desk.depth)
  gauge('cupel_progress_followers', 'Clients following the progress of ingestion.', () => progress.followers)

  return {
    contentType: registry.contentType,
    observe({ operation, field, status, ms }) {
      requests.inc({ operation, field, status: String(status) })
      durations.observe({ operation, field }, ms / 1_000)
    },
    render: () => registry.metrics(),
  }
}
