import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FEATURES, type Features } from './describe-statement.ts'
import { confidenceFile } from './fingerprint-confidence.ts'

/** A logistic model: the log-odds that a statement is right are `bias` and the weighted sum of its features. */
export const confidenceModel = z.object({
  bias: z.number(),
  weights: z.record(z.enum(FEATURES), z.number()),
})

export type ConfidenceModel = z.infer<typeof confidenceModel>

/** Nothing is certain, and what is more likely wrong than right would not have been said. */
const [LEAST, MOST] = [0.3, 0.98]

/** Chance that a statement so described is right, 0–1, to three decimals. */
export function weighFeatures({ bias, weights }: ConfidenceModel, features: Features): number {
  const odds = FEATURES.reduce((sum, name) => sum + weights[name] * features[name], bias)
  const chance = 1 / (1 + Math.exp(-odds))
  return Math.round(Math.min(MOST, Math.max(LEAST, chance)) * 1000) / 1000
}

let loaded: ConfidenceModel | undefined

/** The model that `npm run fit-confidence` wrote, read on first use. */
export function loadConfidenceModel(): ConfidenceModel {
  loaded ??= confidenceModel.parse(JSON.parse(readFileSync(confidenceFile(), 'utf8')))
  return loaded
}
