import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Prepare, PreparedDocument } from '../ingest/prepare.ts'
import { DEFAULT_READ_LIMITS, type SourceDocument } from '../ingest/read/source-document.ts'
import type { PrepareOptions } from './compose-prepare.ts'
import type { PrepareTask } from './prepare-worker.ts'

export interface PreparePool {
  prepare: Prepare
  close(): Promise<void>
}

/** Beside the reader's own limit, so that what never reaches a checkpoint ends too: its thread is stopped. */
const GRACE_MS = 30_000

/** Megabytes of JavaScript heap one document may take before its thread, and only that, is given up. */
const HEAP_MB = 3_072

/** Megabytes of new objects between two quick collections: with V8's own 48 a thread that has read a thousand documents holds half again as much. */
const YOUNG_MB = 12

/** Reads and extracts in `workers` threads; with 0 in this thread, which tests and single small files prefer. */
export function createPreparePool(workers: number, options: PrepareOptions = {}): PreparePool {
  if (workers === 0) return prepareHere(options)
  const pool = new Piscina({
    filename: fileURLToPath(import.meta.url.replace(/prepare-pool\.(ts|js)$/, 'prepare-worker.$1')),
    name: 'prepareInWorker',
    minThreads: 1,
    maxThreads: workers,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    workerData: options,
  })
  // A thread that dies rejects its own task; with nobody listening the event would end the process too.
  pool.on('error', () => {})
  const limit = (options.limits?.maxMilliseconds ?? DEFAULT_READ_LIMITS.maxMilliseconds) + GRACE_MS
  return {
    prepare: async (source, mapping) => {
      try {
        return await pool.run({ source, mapping } satisfies PrepareTask, { signal: AbortSignal.timeout(limit) })
      } catch (error) {
        return givenUp(source, error, limit)
      }
    },
    close: () => pool.destroy(),
  }
}

function prepareHere(options: PrepareOptions): PreparePool {
  let composed: Promise<Prepare> | undefined
  const compose = async () => (await import('./compose-prepare.ts')).composePrepare(options)
  return {
    prepare: async (source, mapping) => {
      composed ??= compose()
      return (await composed)(source, mapping)
    },
    close: async () => {},
  }
}

/** A document that takes its thread down fails alone, like any other bad file. */
function givenUp(source: SourceDocument, error: unknown, limit: number): PreparedDocument {
  const { name = '', code = '' } = error as { name?: string; code?: string }
  const problem =
    name === 'AbortError'
      ? {
          code: 'timeout',
          message: `Reading took longer than ${Math.round(limit / 1000)} s and was stopped. Split the document, or check that it opens in its own program.`,
        }
      : code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? {
            code: 'too-much-memory',
            message: `Reading needed more than ${HEAP_MB} MB and was stopped. Split the document.`,
          }
        : {
            code: 'reader-failed',
            message:
              'The reader broke down on this document, which should never happen; the others are not touched. Please report it with the file.',
          }
  return {
    read: {
      source: source.source,
      title: source.source,
      language: 'und',
      mediaType: 'application/octet-stream',
      text: '',
      pages: [],
      sections: [],
      passages: [],
      problems: [{ ...problem, origin: 'read', fatal: true }],
    },
    extraction: { entities: [], statements: [], problems: [] },
  }
}
