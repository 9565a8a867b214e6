import { benchGraph } from './graph-bench.ts'
import { benchIngest } from './ingest-bench.ts'
import { benchReaders } from './read-bench.ts'
import { benchSearch } from './search-bench.ts'
import { benchSearchQuality, type QualityOptions } from './search-quality-bench.ts'
import { benchServe } from './serve-bench.ts'

type BenchOptions = { large: boolean } & QualityOptions

const BENCHES: Record<string, (options: BenchOptions) => Promise<void>> = {
  read: benchReaders,
  ingest: benchIngest,
  graph: benchGraph,
  search: benchSearch,
  serve: benchServe,
  quality: benchSearchQuality,
}

const [chosen, large] = [process.argv.slice(2).filter((arg) => !arg.startsWith('--')), process.argv.includes('--large')]
const unknown = chosen.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}. Add --large for the largest sizes.`,
  )
  process.exit(1)
}

/** `--corpus=FOLDER` and `--queries=FILE`: another question set for the quality of search. */
function readOption(name: string): string | undefined {
  const prefix = `--${name}=`
  return process.argv.find((arg) => arg.startsWith(prefix))?.slice(prefix.length)
}

for (const [name, run] of Object.entries(BENCHES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  console.log(`\n## ${name}\n`)
  await run({ large, corpus: readOption('corpus'), queries: readOption('queries') })
}
