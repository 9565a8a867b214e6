import { expect, it } from 'vitest'
import { measureCalibration, type Outcome } from '../../../src/evaluate/calibration.ts'

/** `count` claims of one confidence, the first `right` of them right. */
const claims = (confidence: number, count: number, right: number): Outcome[] =>
  Array.from({ length: count }, (_, at) => ({ confidence, right: at < right }))

it('finds no error where of the claims given 0.8 four in five are right', () => {
  expect(measureCalibration(claims(0.8, 10, 8)).error).toBeCloseTo(0)
})

it('weighs the gap of each bin by its claims', () => {
  const { count, error, bins } = measureCalibration([...claims(0.95, 30, 15), ...claims(0.55, 10, 5)])
  expect(count).toBe(40)
  expect(bins.map(({ low, count: held, right }) => [low, held, right])).toEqual([
    [0.5, 10, 0.5],
    [0.9, 30, 0.5],
  ])
  expect(error).toBeCloseTo((30 * 0.45 + 10 * 0.05) / 40)
})

it('puts certainty into the last bin and nothing into an error', () => {
  expect(measureCalibration(claims(1, 2, 2)).bins).toMatchObject([{ low: 0.9, count: 2 }])
  expect(measureCalibration([])).toEqual({ count: 0, error: 0, bins: [] })
})
