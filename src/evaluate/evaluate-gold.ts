import { renderExtraction } from '../../ingest/extract/render-extraction.ts'
import type { Prepare } from '../../ingest/prepare.ts'
import { type Calibration, measureCalibration } from './calibration.ts'
import { foldLabel } from './fold-label.ts'
import { judgeStatements } from './judge-statements.ts'
import { type GoldReadings, readGold } from './read-gold.ts'
import { type ExtractionScores, scoreExtraction } from './score-extraction.ts'

/** How right an extraction is, and how well it knows. */
export interface Evaluation extends ExtractionScores {
  calibration: Calibration
}

/** Extracts every labelled document of a folder and scores it. `names` limits it to some. Rejects with a `GoldError`. */
export async function evaluateGold(folder: string, prepare: Prepare, names?: readonly string[]): Promise<Evaluation> {
  return evaluateReadings(await readGold(folder, prepare, names))
}

/** Scores documents that were read before. */
export function evaluateReadings({ documents, neutral }: GoldReadings): Evaluation {
  const scores = scoreExtraction(
    new Map(documents.map(({ name, labels }) => [name, labels])),
    new Map(documents.map(({ name, extraction }) => [name, renderExtraction(extraction)])),
    new Set(neutral.map(foldLabel)),
  )
  const judged = documents.flatMap(({ labels, extraction }) => judgeStatements(labels, extraction))
  const outcomes = judged.map(({ statement: { confidence }, right }) => ({ confidence, right }))
  return { ...scores, calibration: measureCalibration(outcomes) }
}
