import { benchGraph } from './graph-bench.ts'
import { benchIngest } from './ingest-bench.ts'
import { benchReaders } from './read-bench.ts'
import { benchSearch } from './search-bench.ts'
import { benchServe } from './serve-bench.ts'

const BENCHES = {
  read: benchReaders,
  ingest: benchIngest,
  graph: benchGraph,
  search: benchSearch,
  serve: benchServe,
} as const

const [chosen, large] = [process.argv.slice(2).filter((arg) => !arg.startsWith('--')), process.argv.includes('--large')]
const unknown = chosen.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}. Add --large for the largest sizes.`,
  )
  process.exit(1)
}

for (const [name, run] of Object.entries(BENCHES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  console.log(`\n## ${name}\n`)
  await run({ large })
}
