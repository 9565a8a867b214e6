import { z } from 'zod'

const share = z.number().min(0).max(1)
const count = z.int().nonnegative()
const score = z.object({
  tp: count,
  fp: count,
  fn: count,
  precision: share.nullable(),
  recall: share.nullable(),
  f1: share.nullable(),
})
const scores = z.record(z.string(), score)

/** What was measured of one set. */
export const recordedSet = z.object({
  title: z.string(),
  documents: count,
  entities: z.object({ byType: scores, all: score }),
  relations: z.object({ byPredicate: scores, all: score }),
  facts: z.object({ byProperty: scores, all: score }),
  duplicates: share,
  calibration: z.object({
    count,
    error: share,
    bins: z.array(z.object({ low: share, high: share, count, confidence: share, right: share })),
  }),
})
/** By the id of the set, in the order of the page. */
export const recordedScores = z.record(z.string(), recordedSet)

export type RecordedSet = z.infer<typeof recordedSet>
export type RecordedScores = z.infer<typeof recordedScores>

/** By how much a score may fall before a change is refused: one point in a hundred. */
const TOLERANCE = 0.01

/** What a change made worse by more than a point, in words; empty where nothing is. */
export function findLosses(before: RecordedSet, now: Omit<RecordedSet, 'title'>): string[] {
  const losses: string[] = []
  const compare = (name: string, was: number | null, is: number | null): void => {
    if ((is ?? 0) < (was ?? 0) - TOLERANCE) losses.push(`${name} fell from ${percent(was)} to ${percent(is)} %`)
  }
  for (const kind of ['entities', 'relations', 'facts'] as const) {
    compare(`F1 of ${kind}`, before[kind].all.f1, now[kind].all.f1)
    compare(`precision of ${kind}`, before[kind].all.precision, now[kind].all.precision)
  }
  compare('the share that is no duplicate', 1 - before.duplicates, 1 - now.duplicates)
  compare('the calibration of confidence', 1 - before.calibration.error, 1 - now.calibration.error)
  return losses
}

/** A share in percent with one decimal; a dash for none. */
export function percent(value: number | null): string {
  return value === null ? '–' : (value * 100).toFixed(1)
}
