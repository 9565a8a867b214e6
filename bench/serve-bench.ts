import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { serve } from '../src/api/serve.ts'
import { openServices } from '../src/compose.ts'
import { composeReport, WASTES } from './compose-report.ts'
import { printTable } from './print-table.ts'

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

/** Search latency over HTTP, idle and while the same server ingests uploads. */
export async function benchServe(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cupel-bench-'))
  const services = await openServices({ dataFolder: join(folder, 'data') })
  try {
    const reports = (async function* () {
      for (let number = 0; number < BEFORE; number++)
        yield { source: `report-${number}.txt`, bytes: Buffer.from(composeReport(number)) }
    })()
    for await (const { status, source } of services.ingest(reports))
      if (status !== 'added') throw new Error(`${source} was ${status}`)
    const server = await serve(services, { host: '127.0.0.1', port: 0, token: TOKEN, logLevel: 'silent' })
    const url = `${server.url}/graphql`
    await searchWhile(url, () => false)
    const idle = await searchWhile(url, () => false)
    let uploaded = 0
    const started = performance.now()
    const lanes = Array.from({ length: 4 }, async (_, lane) => {
      for (let number = lane; number < DURING; number += 4, uploaded++) await upload(url, number)
    })
    const [busy] = await Promise.all([searchWhile(url, () => uploaded < DURING), ...lanes])
    const seconds = (performance.now() - started) / 1000
    await server.close()
    const row = (state: string, times: number[]) => ({
      state,
      searches: times.length,
      'p50 ms': quantile(times, 0.5).toFixed(1),
      'p95 ms': quantile(times, 0.95).toFixed(1),
    })
    printTable([row('idle', idle), row(`ingesting ${DURING} documents in ${seconds.toFixed(1)} s`, busy)])
    console.log(`\np95 while ingesting is ${(quantile(busy, 0.95) / quantile(idle, 0.95)).toFixed(1)} × idle`)
  } finally {
    await services.close()
    await rm(folder, { recursive: true, force: true })
  }
}
