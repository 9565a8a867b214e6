import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../graph/package-root.ts'
import { describeStatement, FEATURES, indexMentions } from '../ingest/extract/confidence/describe-statement.ts'
import { composePrepare } from '../src/compose-prepare.ts'
import { measureCalibration, type Outcome } from '../src/evaluate/calibration.ts'
import { judgeStatements } from '../src/evaluate/judge-statements.ts'
import { readGold } from '../src/evaluate/read-gold.ts'
import { type Example, fitLogistic, predict } from './quality/fit-logistic.ts'
import { requireQualitySets } from './quality/quality-sets.ts'

// Learns how far statements are to be believed from labelled documents, and writes graph/confidence/statement-confidence.json.
const root = packageRoot(import.meta.url)
const file = join(root, 'graph', 'confidence', 'statement-confidence.json')
/** As many examples as this speak against each weight: the documents are few. */
const RIDGE = 40
/** Documents the rules were written from are read better than any other, so what is right there proves too much. */
const sets = requireQualitySets(root).filter(({ id }) => id !== 'read')

const prepare = composePrepare({ weigh: false })
const documents: { set: string; examples: Example[] }[] = []
for (const { id, folder, names } of sets) {
  const { documents: read } = await readGold(folder, prepare, names)
  for (const { labels, extraction } of read) {
    const index = indexMentions(extraction.entities)
    const examples = judgeStatements(labels, extraction).map(({ statement, right }) => {
      const features = describeStatement(statement, index)
      return { inputs: FEATURES.map((name) => features[name]), right }
    })
    documents.push({ set: id, examples })
  }
}

/** The log-odds of the rule count fully, all else not at all, until examples say otherwise. */
const centre = FEATURES.map((name) => (name === 'prior' ? 1 : 0))
const fit = (of: typeof documents) =>
  fitLogistic(
    of.flatMap(({ examples }) => examples),
    RIDGE,
    centre,
  )
const { bias, weights } = fit(documents)

/** Each document judged by what the others taught. */
const outcomes = documents.flatMap((left) => {
  const others = fit(documents.filter((each) => each !== left))
  return left.examples.map(({ inputs, right }) => ({ set: left.set, confidence: predict(others, inputs), right }))
})
const errorOf = (some: readonly Outcome[]) => round(measureCalibration(some).error)
const crossValidated = Object.fromEntries([
  ...sets.map(({ id }) => [id, errorOf(outcomes.filter(({ set }) => set === id))]),
  ['all', errorOf(outcomes)],
])

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

const model = {
  source: 'Written by npm run fit-confidence from the labelled documents; do not edit.',
  examples: outcomes.length,
  crossValidated,
  bias: round(bias),
  weights: Object.fromEntries(FEATURES.map((name, at) => [name, round(weights[at] ?? 0)])),
}
const before = await readFile(file, 'utf8').catch(() => '')
await writeFile(file, `${JSON.stringify(model, null, 1)}\n`)
console.log(before ? `${before}\n→` : '', JSON.stringify(model, null, 1))
