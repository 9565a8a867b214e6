import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { FolderBlobs } from '../graph/blobs/folder-blobs.ts'
import { ensureFolder } from '../graph/ensure-folder.ts'
import { openSqliteGraphStore } from '../graph/store/sqlite/open-sqlite-graph-store.ts'
import { translateSqliteError } from '../graph/store/sqlite/translate-sqlite-error.ts'
import { loadThesaurus } from '../graph/thesaurus/load-thesaurus.ts'
import { type Pipeline, withdrawDocument } from '../ingest/pipeline.ts'
import { checkOriginals, forgoOriginals } from './check-originals.ts'
import type { PrepareOptions } from './compose-prepare.ts'
import type { Config } from './config.ts'
import { fingerprintReading } from './fingerprint-reading.ts'
import { ingestSources } from './ingest-sources.ts'
import { matchNeed } from './match/match-need.ts'
import { createPreparePool, type PreparePool } from './prepare-pool.ts'
import { followOutbox } from './search/follow-outbox.ts'
import { searchGraph } from './search/search-graph.ts'
import type { SearchIndex } from './search/search-index.ts'
import { openSqliteSearchIndex } from './search/sqlite/open-sqlite-search-index.ts'
import type { Services } from './services.ts'
import { translateFailures } from './translate-failures.ts'

/** Puts the adapters together on one data folder, which is created where it is missing. The only place that knows them. */
export async function openServices(
  config: Pick<Config, 'dataFolder' | 'workers'>,
  options: PrepareOptions = {},
): Promise<Services> {
  await ensureFolder(config.dataFolder)
  const file = join(config.dataFolder, 'graph.sqlite')
  const store = await openSqliteGraphStore({ file })
  const translate = (error: unknown) => translateSqliteError(error, file)
  const index = await openIndex(file, translate).catch(async (error) => {
    await store.close()
    throw error
  })
  const blobs = new FolderBlobs(join(config.dataFolder, 'originals'))
  const thesaurus = loadThesaurus()

  // Threads start with the first document, so that searching and a second start do not pay for them.
  let pool: PreparePool | undefined
  const workers = config.workers ?? Math.max(1, availableParallelism() - 1)
  const openPool = (): PreparePool => {
    pool ??= createPreparePool(workers, options)
    return pool
  }
  const pipeline: Pipeline = {
    store,
    blobs,
    prepare: (source) => openPool().prepare(source),
    fingerprint: fingerprintReading(thesaurus, options),
    now: () => new Date().toISOString(),
  }
  const deliver = () => followOutbox({ store, index, thesaurus })

  return {
    store,
    blobs,
    index,
    thesaurus,
    ingest: (sources, ingestOptions) => ingestSources(pipeline, sources, workers + 2, deliver, ingestOptions),
    withdraw: async (id) => {
      const report = await withdrawDocument(pipeline, id)
      await deliver()
      return report
    },
    search: (query) => searchGraph({ index, thesaurus }, query),
    match: (request) => matchNeed({ store, thesaurus }, request),
    import: async (records) => {
      const counts = await store.import(records)
      await forgoOriginals(store, blobs)
      return counts
    },
    checkOriginals: (repair) => checkOriginals(store, blobs, repair),
    followOutbox: deliver,
    close: async () => {
      await pool?.close()
      await index.close()
      await store.close()
    },
  }
}

/** The index lies in the graph's own file, so that what fails there means the same. */
async function openIndex(file: string, translate: (error: unknown) => unknown): Promise<SearchIndex> {
  try {
    return translateFailures(await openSqliteSearchIndex({ file }), translate)
  } catch (error) {
    throw translate(error)
  }
}
