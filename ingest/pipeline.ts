import type { Blobs } from '../graph/blobs/blobs.ts'
import type { DocumentRecord } from '../graph/document.ts'
import { GraphError } from '../graph/graph-error.ts'
import type { GraphPlan } from '../graph/graph-plan.ts'
import { documentId, hashContent } from '../graph/identity.ts'
import type { GraphStore } from '../graph/store/graph-store.ts'
import { applyPlan } from './apply/apply-plan.ts'
import { collectClaims } from './claim/document-claims.ts'
import type { TableMapping } from './extract/table/table-mapping.ts'
import type { IngestReport } from './ingest-report.ts'
import { planDocument, planWithdrawal } from './plan/plan-document.ts'
import type { Prepare, PreparedDocument } from './prepare.ts'
import type { SourceDocument } from './read/source-document.ts'
import { nameReading, recallMapping } from './recall-mapping.ts'
import { resolveEntities } from './resolve/resolve-entities.ts'

export interface Pipeline {
  store: GraphStore
  blobs: Blobs
  prepare: Prepare
  /** Names and versions of reader and extractors: when it changes, unchanged files are read again. */
  fingerprint: string
  /** What the columns of tables mean; without it each document keeps the mapping it was last read by. */
  mapping?: TableMapping
  /** ISO 8601 instant, injected so that plans are reproducible. */
  now: () => string
}

/** How often a plan is made anew because another process changed the same document meanwhile. */
const ATTEMPTS = 4

/** A source on its way: read and extracted, unless the graph has this very reading already. */
export interface ArrivedDocument {
  source: SourceDocument
  id: string
  blob: string
  fingerprint: string
  unchanged?: DocumentRecord
  prepared?: PreparedDocument
}

/** First half of the way, safe to run for many sources at once: read → extract, skipped for what has not changed. */
export async function receiveDocument(pipeline: Pipeline, source: SourceDocument): Promise<ArrivedDocument> {
  const id = documentId(source.source)
  const blob = hashContent(source.bytes)
  const known = await pipeline.store.document(id)
  const mapping = pipeline.mapping ?? (known ? recallMapping(known.fingerprint) : undefined)
  const fingerprint = nameReading(pipeline.fingerprint, mapping)
  if (known?.blob === blob && known.fingerprint === fingerprint)
    return { source, id, blob, fingerprint, unchanged: known }
  return { source, id, blob, fingerprint, prepared: await pipeline.prepare(source, mapping) }
}

/** Second half, one document after the other: claim → resolve → plan → apply. */
export async function settleDocument(
  pipeline: Pipeline,
  arrived: ArrivedDocument,
  dryRun = false,
): Promise<IngestReport> {
  const { source, id, unchanged, prepared } = arrived
  if (unchanged) {
    // An original that was lost, damaged or never imported comes back with its file.
    if (!dryRun) await pipeline.blobs.put(arrived.blob, source.bytes)
    return reportUnchanged(pipeline, unchanged)
  }
  const problems = prepared?.read.problems ?? []
  if (!prepared || problems.some((problem) => problem.fatal))
    return { source: source.source, id, status: 'rejected', problems, entities: 0, statements: 0 }
  for (let attempt = 1; ; attempt++) {
    const plan = await planArrived(pipeline, arrived, prepared)
    try {
      if (!dryRun) await applyPlan(pipeline.store, pipeline.blobs, plan, source.bytes)
      return reportPlan(plan, dryRun)
    } catch (error) {
      if (!(error instanceof GraphError && error.code === 'plan-conflict') || attempt === ATTEMPTS) throw error
    }
  }
}

export async function withdrawDocument(pipeline: Pipeline, id: string): Promise<IngestReport> {
  const footprint = await pipeline.store.footprint(id)
  if (!footprint)
    throw new GraphError('not-found', `There is no document ${id} to withdraw. List them with \`cupel documents\`.`)
  const plan = planWithdrawal(footprint)
  await applyPlan(pipeline.store, pipeline.blobs, plan, null)
  const { document } = footprint
  return { source: document.source, id, status: 'withdrawn', problems: [], entities: 0, statements: 0 }
}

async function planArrived(
  pipeline: Pipeline,
  { source, id, blob, fingerprint }: ArrivedDocument,
  { read, extraction }: PreparedDocument,
): Promise<GraphPlan> {
  const { store } = pipeline
  const at = pipeline.now()
  const version = { hash: hashContent(read.text), blob, text: read.text, pages: read.pages, sections: read.sections }
  const claims = collectClaims({ id, version: version.hash }, read, extraction)
  const ids = claims.statements.map((statement) => statement.id)
  const footprint = await store.footprint(id)
  const known = (await store.statements(ids, { brief: true })).filter((statement) => statement !== null)
  const document: DocumentRecord = {
    id,
    source: source.source,
    title: read.title,
    language: read.language,
    mediaType: read.mediaType,
    version: version.hash,
    blob,
    fingerprint,
    pages: read.pages.length,
    problems: [...read.problems, ...claims.problems],
    ingestedAt: at,
  }
  return planDocument({
    document,
    version,
    claims,
    judgements: await resolveEntities(store, claims, at),
    footprint,
    known: new Map(known.map((statement) => [statement.id, statement])),
  })
}

function reportPlan(plan: GraphPlan, dryRun: boolean): IngestReport {
  const { document, entities, assert } = plan
  const status = plan.status === 'revised' ? 'revised' : 'added'
  return {
    source: document.source,
    id: document.id,
    status,
    problems: document.problems,
    entities: entities.length,
    statements: assert.length,
    ...(dryRun ? { plan } : {}),
  }
}

async function reportUnchanged(pipeline: Pipeline, document: DocumentRecord): Promise<IngestReport> {
  const footprint = await pipeline.store.footprint(document.id)
  const entities = footprint?.entities.length ?? 0
  const statements = footprint?.statements.length ?? 0
  return {
    source: document.source,
    id: document.id,
    status: 'unchanged',
    problems: document.problems,
    entities,
    statements,
  }
}
