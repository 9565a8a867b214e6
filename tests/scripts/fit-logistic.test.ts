import { expect, it } from 'vitest'
import { type Example, fitLogistic, predict } from '../../scripts/quality/fit-logistic.ts'

const examples = (input: number, count: number, right: number): Example[] =>
  Array.from({ length: count }, (_, at) => ({ inputs: [input], right: at < right }))

it('learns the share of what came true for each input', () => {
  const fit = fitLogistic([...examples(0, 200, 100), ...examples(1, 200, 180)], 0.01, [0])
  expect(predict(fit, [0])).toBeCloseTo(0.5, 2)
  expect(predict(fit, [1])).toBeCloseTo(0.9, 2)
})

it('stays near what is known beforehand where examples are few', () => {
  const few = [...examples(0, 4, 2), ...examples(1, 1, 0)]
  const fit = fitLogistic(few, 100, [1])
  expect(fit.weights[0]).toBeGreaterThan(0.9)
})
