import { GraphError } from '../graph/graph-error.ts'
import { documentId } from '../graph/identity.ts'
import type { IngestProgress, IngestReport, IngestStage } from '../ingest/ingest-report.ts'
import { mapAhead } from '../ingest/map-ahead.ts'
import { type ArrivedDocument, type Pipeline, receiveDocument, settleDocument } from '../ingest/pipeline.ts'
import type { SourceDocument } from '../ingest/read/source-document.ts'
import type { IngestOptions } from './services.ts'

/** Documents between two deliveries to the search index, at least: few enough to find soon, enough to share a transaction. */
const DELIVER_EVERY = 16
/**
 * Times as long as the last delivery took that the next one waits. What most documents name, a country or a metal, is
 * indexed anew in every delivery, so that frequent ones would take longer than all the reading.
 */
const DELIVERY_REST = 9

/** Ingests sources in order and reports each; one that fails is reported as rejected and the rest go on. */
export async function* ingestSources(
  pipeline: Pipeline,
  sources: AsyncIterable<SourceDocument>,
  ahead: number,
  deliver: () => Promise<unknown>,
  options: IngestOptions = {},
): AsyncGenerator<IngestReport> {
  let [finished, total] = [0, 0]
  const tell = (source: string, stage: IngestStage, report?: IngestReport) =>
    options.onProgress?.({ source, stage, report, finished, total } satisfies IngestProgress)

  async function* announced(): AsyncGenerator<SourceDocument> {
    for await (const source of sources) {
      if (options.signal?.aborted) return
      total++
      tell(source.source, 'reading')
      yield source
    }
  }

  async function receive(source: SourceDocument): Promise<ArrivedDocument | IngestReport> {
    try {
      return await receiveDocument(pipeline, source)
    } catch (error) {
      return await rejected(source.source, error, options.explain)
    }
  }

  /** What the graph keeps does not depend on the index, so that its failure must not hide what was kept. */
  async function deliverOrTell(): Promise<void> {
    try {
      await deliver()
    } catch (error) {
      if (!options.onLag) throw error
      options.onLag(error)
    }
  }

  const deliverInTime = paceDelivery(deliverOrTell)
  try {
    for await (const arrived of mapAhead(announced(), ahead, receive)) {
      let report: IngestReport
      if ('status' in arrived) report = arrived
      else {
        tell(arrived.source.source, 'applying')
        report = await settleDocument(pipeline, arrived, options.dryRun).catch((error) =>
          rejected(arrived.source.source, error, options.explain),
        )
      }
      finished++
      if (!options.dryRun) await deliverInTime()
      tell(report.source, 'done', report)
      yield report
      if (options.signal?.aborted) return
    }
  } finally {
    if (!options.dryRun && finished > 0) await deliverOrTell()
  }
}

/** To be called after each document; delivers now and then. */
function paceDelivery(deliver: () => Promise<unknown>): () => Promise<void> {
  let [documents, due] = [0, 0]
  return async () => {
    const started = performance.now()
    if (++documents < DELIVER_EVERY || started < due) return
    await deliver()
    documents = 0
    const ended = performance.now()
    due = ended + (ended - started) * DELIVERY_REST
  }
}

function sayMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function rejected(
  source: string,
  error: unknown,
  explain: NonNullable<IngestOptions['explain']> = sayMessage,
): Promise<IngestReport> {
  const code = error instanceof GraphError ? error.code : 'internal'
  const problem = {
    code,
    message: `Nothing of this document was kept: ${await explain(error)}`,
    origin: 'apply' as const,
    fatal: true,
  }
  return { source, id: documentId(source), status: 'rejected', problems: [problem], entities: 0, statements: 0 }
}
