import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../graph/package-root.ts'
import { composePrepare } from '../src/compose-prepare.ts'
import { evaluateGold } from '../src/evaluate/evaluate-gold.ts'
import { fillBlocks } from './quality/page-blocks.ts'
import { listQualitySets } from './quality/quality-sets.ts'
import { findLosses, recordedScores } from './quality/recorded-scores.ts'
import { renderQuality } from './quality/render-quality.ts'

// Measures every labelled set of this checkout, records it in tests/gold/scores.json and writes the tables of docs/quality.md.
const root = packageRoot(import.meta.url)
const [record, page] = [join(root, 'tests', 'gold', 'scores.json'), join(root, 'docs', 'quality.md')]

const scores = recordedScores.parse(JSON.parse(await readFile(record, 'utf8')))
const prepare = composePrepare()
for (const { id, title, folder, names } of listQualitySets(root)) {
  const now = await evaluateGold(folder, prepare, names)
  const before = scores[id]
  scores[id] = { title, ...now }
  const losses = before ? findLosses(before, now) : []
  console.log(`${title}: ${losses.length > 0 ? losses.join('; ') : 'nothing lost'}`)
}
await writeFile(record, `${JSON.stringify(scores, null, 1)}\n`)
await writeFile(page, fillBlocks(await readFile(page, 'utf8'), renderQuality(scores)))
