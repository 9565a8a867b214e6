import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { composeQueries, composeRecords } from './compose-records.ts'
import { ENGINES } from './search-engines.ts'

/** Measures one engine in a process of its own: `node --expose-gc measure-search-engine.js ENGINE RECORDS QUERIES`. Prints JSON. */
export interface EngineFigures {
  buildSeconds: number
  /** Resident memory above that before filling, after the queries and a collection of garbage, MB. */
  residentMb: number
  /** The largest there was on the way, MB. */
  peakMb: number
  /** Milliseconds. */
  p50: number
  p95: number
  /** Of the queries of each kind, the share whose record is among the answer's twenty. */
  found: Record<string, number>
}

/** Slow engines are asked for so long and no longer. */
const LONGEST_MS = 90_000

async function measure(engine: string, records: number, queries: number): Promise<EngineFigures> {
  const make = ENGINES[engine]
  if (!make) throw new Error(`There is no engine ${engine}; there are ${Object.keys(ENGINES).join(', ')}.`)
  const folder = await mkdtemp(join(tmpdir(), 'cupel-bench-search-'))
  try {
    const asked = composeQueries(records, queries)
    globalThis.gc?.()
    const before = process.memoryUsage.rss()
    const index = await make(folder)
    const started = performance.now()
    await index.fill(composeRecords(records))
    const buildSeconds = (performance.now() - started) / 1000
    // The first answer of each pays for what is made ready once.
    await index.ask('recycling')
    const times: number[] = []
    const tally: Record<string, { asked: number; found: number }> = {}
    const end = performance.now() + LONGEST_MS
    for (const { kind, text, id } of asked) {
      const from = performance.now()
      const ids = await index.ask(text)
      times.push(performance.now() - from)
      const count = tally[kind] ?? { asked: 0, found: 0 }
      tally[kind] = count
      count.asked += 1
      if (ids.includes(id)) count.found += 1
      if (performance.now() > end) break
    }
    globalThis.gc?.()
    const residentMb = (process.memoryUsage.rss() - before) / 1e6
    const peakMb = process.resourceUsage().maxRSS / 1000 - before / 1e6
    await index.close()
    times.sort((left, right) => left - right)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
    const found = Object.fromEntries(Object.entries(tally).map(([kind, one]) => [kind, one.found / one.asked]))
    return { buildSeconds, residentMb, peakMb, p50: at(0.5), p95: at(0.95), found }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const [engine = '', records = '1000', queries = '200'] = process.argv.slice(2)
console.log(JSON.stringify(await measure(engine, Number(records), Number(queries))))
