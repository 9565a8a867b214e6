import { availableParallelism } from 'node:os'
import type { Blobs } from '../graph/blobs/blobs.ts'
import type { DocumentProblem, DocumentRecord } from '../graph/document.ts'
import type { GraphStore } from '../graph/store/graph-store.ts'
import type { Thesaurus } from '../graph/thesaurus/thesaurus.ts'
import type { TableMapping } from '../ingest/extract/table/table-mapping.ts'
import { type Pipeline, withdrawDocument } from '../ingest/pipeline.ts'
import { removeOriginal } from './check-originals.ts'
import type { PrepareOptions } from './compose-prepare.ts'
import type { Config } from './config.ts'
import { fingerprintReading } from './fingerprint-reading.ts'
import { ingestSources } from './ingest-sources.ts'
import { createPreparePool, type PreparePool } from './prepare-pool.ts'
import type { Services } from './services.ts'

interface IngestParts {
  store: GraphStore
  blobs: Blobs
  thesaurus: Thesaurus
  /** Brings the search index up to date. */
  deliver: () => Promise<unknown>
}

export interface IngestSettings extends PrepareOptions {
  /** What the columns of tables mean; without it each document keeps the mapping it was last read by. */
  mapping?: TableMapping
}

export type Ingest = Pick<Services, 'ingest' | 'withdraw' | 'close'>

/** The writing half of the services. Apart, so that a command that only asks loads nothing of it. */
export function openIngest(
  { store, blobs, thesaurus, deliver }: IngestParts,
  { workers = Math.max(1, availableParallelism() - 1) }: Pick<Config, 'workers'>,
  { mapping, ...options }: IngestSettings,
): Ingest {
  // Threads start with the first document that has to be read.
  let pool: PreparePool | undefined
  const openPool = (): PreparePool => {
    pool ??= createPreparePool(workers, options)
    return pool
  }
  const pipeline: Pipeline = {
    store,
    blobs,
    prepare: (source, its) => openPool().prepare(source, its),
    fingerprint: fingerprintReading(thesaurus),
    mapping,
    now: () => new Date().toISOString(),
  }
  /** The graph holds nothing of it any more: what cannot be erased from the disk is a problem to mend, and no failure. */
  async function eraseTraces({ source, blob }: DocumentRecord): Promise<DocumentProblem[]> {
    try {
      await removeOriginal(store, blobs, blob)
      await store.purge()
      return []
    } catch {
      // What the system says names folders of this machine, which a report must not.
      const message = `${source} is withdrawn, but not all of it could be erased from the disk. Check the rights of the folder originals/, then run \`cupel check --repair\`: it removes originals of no document once they are an hour old.`
      return [{ code: 'not-erased', message, origin: 'apply', fatal: false }]
    }
  }

  return {
    ingest: (sources, ingestOptions) => ingestSources(pipeline, sources, workers + 2, deliver, ingestOptions),
    withdraw: async (id, { onLag } = {}) => {
      const document = await store.document(id)
      const report = await withdrawDocument(pipeline, id)
      await deliver().catch((error) => {
        if (!onLag) throw error
        onLag(error)
      })
      const problems = document ? await eraseTraces(document) : []
      return { ...report, problems: [...report.problems, ...problems] }
    },
    close: async () => {
      await pool?.close()
    },
  }
}
