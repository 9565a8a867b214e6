import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { EngineFigures } from './measure-search-engine.ts'
import { printTable } from './print-table.ts'

const run = promisify(execFile)
const CHILD = fileURLToPath(new URL('./measure-search-engine.js', import.meta.url))
const ENGINES = ['cupel', 'minisearch', 'orama'] as const
const QUERIES = 200

/** Search beside its in-memory peers: the same records and queries, each engine in a process of its own, over growing numbers of records. */
export async function benchSearch({ large = false } = {}): Promise<void> {
  const rows = []
  for (const records of large ? [1_000, 10_000, 100_000, 1_000_000] : [1_000, 10_000, 100_000]) {
    for (const engine of ENGINES) {
      // The peers hold everything in memory, which a million records outgrow.
      if (records > 100_000 && engine !== 'cupel') continue
      rows.push(renderRow(engine, records, await measure(engine, records)))
    }
  }
  printTable(rows)
}

async function measure(engine: string, records: number): Promise<EngineFigures> {
  const { stdout } = await run(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=6000', CHILD, engine, String(records), String(QUERIES)],
    { maxBuffer: 1e7 },
  )
  return JSON.parse(stdout)
}

function renderRow(engine: string, records: number, figures: EngineFigures): Record<string, string | number> {
  const percent = (share = 0) => `${Math.round(share * 100)} %`
  return {
    records,
    engine,
    'build s': figures.buildSeconds.toFixed(2),
    'resident MB': Math.round(figures.residentMb),
    'peak MB': Math.round(figures.peakMb),
    'p50 ms': figures.p50.toFixed(2),
    'p95 ms': figures.p95.toFixed(2),
    'misspelt found': percent(figures.found.misspelt),
    'names found': percent(figures.found.name),
    'begun found': percent(figures.found.prefix),
    'words found': percent(figures.found.words),
  }
}
