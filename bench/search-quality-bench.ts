import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { packageRoot } from '../graph/package-root.ts'
import type { SourceDocument } from '../ingest/read/source-document.ts'
import { loadSources } from '../src/cli/load-sources.ts'
import { openServices } from '../src/compose.ts'
import { buildRecords } from '../src/search/build-record.ts'
import { listThings } from '../src/search/list-things.ts'
import type { SearchRecord } from '../src/search/search-index.ts'
import type { Services } from '../src/services.ts'
import { composeDistractors } from './compose-distractors.ts'
import { createRandom } from './compose-graph.ts'
import { misspell } from './compose-records.ts'
import { printTable } from './print-table.ts'
import { meanScores, type RankedAnswer, type RankedQuery, type RankScores, scoreRanking } from './rank-metrics.ts'

const DISTRACTORS = 240
const HITS = 50
/** Slips tried of each query; figures are their mean. */
const SLIPS = 3

type Ask = (query: string) => Promise<RankedAnswer>

export interface QualityOptions {
  /** Folder of documents; the example library by default. */
  corpus?: string
  /** JSON list of `RankedQuery`; our own on the example library by default. */
  queries?: string
}

/**
 * How well search ranks: questions with known answers, their documents among hundreds of others. Beside it, on the same records,
 * BM25 with prefixes and typos as MiniSearch does it. `--list` shows each query's scores.
 */
export async function benchSearchQuality({ corpus, queries }: QualityOptions = {}): Promise<void> {
  const file = queries ?? join(packageRoot(), 'bench', 'search-queries.json')
  const asked = JSON.parse(await readFile(file, 'utf8')) as RankedQuery[]
  const folder = await mkdtemp(join(tmpdir(), 'cupel-bench-quality-'))
  const services = await openServices({ dataFolder: folder })
  try {
    await fill(services, corpus ?? join(packageRoot(), 'examples', 'library'))
    const records = await listRecords(services)
    console.log(`${asked.length} queries, ${records.length} records, ${DISTRACTORS} documents beside the corpus\n`)
    const engines: [string, Ask][] = [
      ['cupel', askCupel(services, new Map(records.map((record) => [record.id, record])))],
      ['minisearch (BM25)', askMiniSearch(records)],
    ]
    const rows = []
    for (const [engine, ask] of engines) rows.push(...(await scoreEngine(engine, asked, ask)))
    printTable(rows)
  } finally {
    await services.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill(services: Services, corpus: string): Promise<void> {
  async function* sources(): AsyncGenerator<SourceDocument> {
    yield* loadSources([corpus], {
      refuse: ({ source, problem }) => console.error(`${source}: ${problem.message}`),
    })
    for (const { source, text } of composeDistractors(DISTRACTORS))
      yield { source, bytes: new TextEncoder().encode(text) }
  }
  for await (const { source, status, problems } of services.ingest(sources())) {
    if (status === 'rejected') console.error(`${source}: ${problems[0]?.message}`)
  }
}

async function listRecords(services: Services): Promise<SearchRecord[]> {
  const records: SearchRecord[] = []
  for await (const page of listThings(services.store)) records.push(...(await buildRecords(services, page)).upsert)
  return records
}

function askCupel(services: Services, records: ReadonlyMap<string, SearchRecord>): Ask {
  return async (query) => {
    const { hits } = await services.search({ query, limit: HITS })
    return rankRecords(hits.flatMap(({ id }) => records.get(id) ?? []))
  }
}

function askMiniSearch(records: readonly SearchRecord[]): Ask {
  const index = new MiniSearch<SearchRecord & { words: string }>({ fields: ['name', 'aliases', 'words'] })
  for (const record of records) index.add({ ...record, words: [record.text, ...(record.related ?? [])].join('\n') })
  const byId = new Map(records.map((record) => [record.id, record]))
  return async (query) => {
    const found = index.search(query, { prefix: true, fuzzy: 0.2, boost: { name: 2 } }).slice(0, HITS)
    return rankRecords(found.flatMap(({ id }) => byId.get(id) ?? []))
  }
}

function rankRecords(records: readonly SearchRecord[]): RankedAnswer {
  return {
    documents: records.filter(({ type }) => type === 'Document').flatMap(({ documents }) => documents),
    entities: records.filter(({ type }) => type !== 'Document').map(({ name, aliases }) => [name, ...aliases]),
  }
}

async function scoreEngine(engine: string, asked: readonly RankedQuery[], ask: Ask) {
  const scored: { query: RankedQuery; scores: RankScores }[] = []
  const slipped: RankScores[] = []
  for (const query of asked) {
    scored.push({ query, scores: scoreRanking(query, await ask(query.query)) })
    for (const typed of slipOnce(query.query)) slipped.push(scoreRanking(query, await ask(typed)))
  }
  if (process.argv.includes('--list')) {
    for (const { query, scores } of scored)
      console.log(`${engine} ${query.id}: ${JSON.stringify(scores)} ${query.query}`)
  }
  const latin = scored.filter(({ query }) => slipOnce(query.query).length > 0)
  const foreign = scored.filter(({ query }) => query.lang !== 'en')
  return [
    renderRow(
      engine,
      'all',
      scored.map(({ scores }) => scores),
    ),
    renderRow(
      engine,
      'other languages and codes',
      foreign.map(({ scores }) => scores),
    ),
    renderRow(
      engine,
      'in letters that can slip',
      latin.map(({ scores }) => scores),
    ),
    renderRow(engine, 'the same with one slip', slipped),
  ]
}

function renderRow(engine: string, queries: string, scores: readonly RankScores[]) {
  const { entityMrr, entityRecall, documentMrr } = meanScores(scores)
  const show = (share: number) => share.toFixed(3)
  return {
    engine,
    queries,
    entityMrr: show(entityMrr),
    'entity recall@5': show(entityRecall),
    documentMrr: show(documentMrr),
  }
}

/** The query with one letter wrong in one word of five or more, as often as asked; none where there is no such word. */
function slipOnce(query: string): string[] {
  const words = query.split(' ')
  const long = words.flatMap((word, at) => (/^[a-z]{5,}$/i.test(word) ? [at] : []))
  if (long.length === 0) return []
  const random = createRandom(query.length * 31 + words.length)
  return Array.from({ length: SLIPS }, () => {
    const at = long[Math.floor(random() * long.length)] ?? 0
    return words.map((word, place) => (place === at ? misspell(word, random) : word)).join(' ')
  })
}
