import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { packageRoot } from '../graph/package-root.ts'
import { openServices } from '../src/compose.ts'
import { composeReport, WASTES } from './compose-report.ts'
import { printTable } from './print-table.ts'

const CLI = join(packageRoot(), 'dist', 'src', 'cli', 'main.js')
const TOKEN = 'bench-token-of-sixteen-characters'
const QUERY =
  'query ($query: String!) { search(query: $query, first: 10) { totalCount edges { node { __typename } } } }'
const UPLOAD =
  'mutation ($file: File!, $source: String) { ingestDocument(file: $file, source: $source) { __typename } }'

/** Documents in the graph before, and documents ingested while searching. */
const [BEFORE, DURING] = [500, 200]

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

async function search(url: string, number: number): Promise<number> {
  const query = `${WASTES[number % WASTES.length]} ${number % 3 === 0 ? 'Thailand' : 'capacity'}`
  const started = performance.now()
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { query } }),
  })
  const { data, errors } = (await response.json()) as { data?: { search: { totalCount: number } }; errors?: unknown }
  if (!data || data.search.totalCount === 0) throw new Error(`search failed: ${JSON.stringify(errors)}`)
  return performance.now() - started
}

async function upload(url: string, number: number): Promise<void> {
  const form = new FormData()
  form.set('operations', JSON.stringify({ query: UPLOAD, variables: { file: null, source: `upload-${number}.txt` } }))
  form.set('map', JSON.stringify({ 0: ['variables.file'] }))
  form.set('0', new Blob([composeReport(10_000 + number)], { type: 'text/plain' }), `upload-${number}.txt`)
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'graphql-require-preflight': '1' },
    body: form,
  })
  const text = await response.text()
  if (!response.ok || text.includes('"errors":[')) throw new Error(`upload failed: ${text.slice(0, 300)}`)
}

/** Searches one after the other while `busy` says so, and at least 100 times. */
async function searchWhile(url: string, busy: () => boolean): Promise<number[]> {
  const times = []
  for (let number = 0; number < 100 || busy(); number++) times.push(await search(url, number))
  return times.sort((left, right) => left - right)
}

interface Server {
  url: string
  stop(): Promise<void>
}

/** Serves from a process of its own, as its user would: what this one does must not weigh on the answers. */
async function startServer(data: string): Promise<Server> {
  const env = { CUPEL_DATA: data, CUPEL_TOKEN: TOKEN, CUPEL_LOG: 'silent', PORT: '0', PATH: '' }
  const child = spawn(process.execPath, [CLI, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'exit')
  let said = ''
  for await (const piece of child.stderr) {
    said += piece
    const url = /http:\S+\/graphql/.exec(said)?.[0]
    if (!url) continue
    const stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
    return { url, stop }
  }
  throw new Error(`the server ended: ${said}`)
}

/** Search latency over HTTP, idle and while the same server ingests uploads. */
export async function benchServe(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cupel-bench-'))
  try {
    await fill(join(folder, 'data'))
    const { url, stop } = await startServer(join(folder, 'data'))
    await searchWhile(url, () => false)
    const idle = await searchWhile(url, () => false)
    // The writer is started by the first upload, which is measured by nobody's search.
    await upload(url, DURING)
    let uploaded = 0
    const started = performance.now()
    const lanes = Array.from({ length: 4 }, async (_, lane) => {
      for (let number = lane; number < DURING; number += 4, uploaded++) await upload(url, number)
    })
    const [busy] = await Promise.all([searchWhile(url, () => uploaded < DURING), ...lanes])
    const seconds = (performance.now() - started) / 1000
    await stop()
    const row = (state: string, times: number[]) => ({
      state,
      searches: times.length,
      'p50 ms': quantile(times, 0.5).toFixed(1),
      'p95 ms': quantile(times, 0.95).toFixed(1),
    })
    printTable([row('idle', idle), row(`ingesting ${DURING} documents in ${seconds.toFixed(1)} s`, busy)])
    console.log(`\np95 while ingesting is ${(quantile(busy, 0.95) / quantile(idle, 0.95)).toFixed(1)} × idle`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill(dataFolder: string): Promise<void> {
  const services = await openServices({ dataFolder })
  const reports = (async function* () {
    for (let number = 0; number < BEFORE; number++)
      yield { source: `report-${number}.txt`, bytes: Buffer.from(composeReport(number)) }
  })()
  for await (const { status, source } of services.ingest(reports))
    if (status !== 'added') throw new Error(`${source} was ${status}`)
  await services.close()
}
