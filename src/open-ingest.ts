import { availableParallelism } from 'node:os'
import type { Blobs } from '../graph/blobs/blobs.ts'
import type { GraphStore } from '../graph/store/graph-store.ts'
import type { Thesaurus } from '../graph/thesaurus/thesaurus.ts'
import type { TableMapping } from '../ingest/extract/table/table-mapping.ts'
import { type Pipeline, withdrawDocument } from '../ingest/pipeline.ts'
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
  return {
    ingest: (sources, ingestOptions) => ingestSources(pipeline, sources, workers + 2, deliver, ingestOptions),
    withdraw: async (id, { onLag } = {}) => {
      const report = await withdrawDocument(pipeline, id)
      await deliver().catch((error) => {
        if (!onLag) throw error
        onLag(error)
      })
      return report
    },
    close: async () => {
      await pool?.close()
    },
  }
}
