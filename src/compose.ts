import { join } from 'node:path'
import { FolderBlobs } from '../graph/blobs/folder-blobs.ts'
import { ensureFolder } from '../graph/ensure-folder.ts'
import { openSqliteGraphStore } from '../graph/store/sqlite/open-sqlite-graph-store.ts'
import { translateSqliteError } from '../graph/store/sqlite/translate-sqlite-error.ts'
import { loadThesaurus } from '../graph/thesaurus/load-thesaurus.ts'
import type { Thesaurus } from '../graph/thesaurus/thesaurus.ts'
import { checkOriginals, forgoOriginals } from './check-originals.ts'
import type { Config } from './config.ts'
import type { Ingest, IngestSettings } from './open-ingest.ts'
import type { SearchIndex } from './search/search-index.ts'
import { openSqliteSearchIndex } from './search/sqlite/open-sqlite-search-index.ts'
import type { Services } from './services.ts'
import { translateFailures } from './translate-failures.ts'

/** Puts the adapters together on one data folder, which is created where it is missing. The only place that knows them. */
export async function openServices(
  config: Pick<Config, 'dataFolder' | 'workers'>,
  options: IngestSettings = {},
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

  // What a command does not ask for is not loaded: most of the time a short command takes goes into loading.
  let thesaurus: Thesaurus | undefined
  const openThesaurus = (): Thesaurus => {
    thesaurus ??= loadThesaurus()
    return thesaurus
  }
  const deliver = async () => {
    const { followOutbox } = await import('./search/follow-outbox.ts')
    return followOutbox({ store, index, thesaurus: openThesaurus() })
  }
  let ingest: Promise<Ingest> | undefined
  const useIngest = (): Promise<Ingest> => {
    ingest ??= import('./open-ingest.ts').then(({ openIngest }) =>
      openIngest({ store, blobs, thesaurus: openThesaurus(), deliver }, config, options),
    )
    return ingest
  }

  return {
    store,
    blobs,
    index,
    get thesaurus() {
      return openThesaurus()
    },
    async *ingest(sources, ingestOptions) {
      yield* (await useIngest()).ingest(sources, ingestOptions)
    },
    withdraw: async (id, withdrawOptions) => (await useIngest()).withdraw(id, withdrawOptions),
    search: async (query) => {
      const { searchGraph } = await import('./search/search-graph.ts')
      return searchGraph({ index, thesaurus: openThesaurus() }, query)
    },
    match: async (request) => {
      const { matchNeed } = await import('./match/match-need.ts')
      return matchNeed({ store, thesaurus: openThesaurus() }, request)
    },
    whyNot: async (request) => {
      const { explainWhyNot } = await import('./match/explain-why-not.ts')
      return explainWhyNot({ store, thesaurus: openThesaurus() }, request)
    },
    legality: async (request) => {
      const { answerLegality } = await import('./legality/answer-legality.ts')
      return answerLegality({ store, thesaurus: openThesaurus() }, request)
    },
    import: async (records) => {
      const counts = await store.import(records)
      await forgoOriginals(store, blobs)
      return counts
    },
    checkOriginals: (repair) => checkOriginals(store, blobs, repair),
    followOutbox: deliver,
    close: async () => {
      await (await ingest)?.close()
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
