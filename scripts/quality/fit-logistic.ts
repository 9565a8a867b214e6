/** One example: what it is like, and whether it came true. */
export interface Example {
  inputs: readonly number[]
  right: boolean
}

export interface LogisticFit {
  bias: number
  weights: number[]
}

const STEPS = 4_000
const RATE = 0.5

/**
 * Logistic regression with a ridge of `ridge` examples on the weights, not on the bias, by gradient descent. Deterministic.
 * `centre` is where the weights are drawn to: what is known before an example is seen.
 */
export function fitLogistic(examples: readonly Example[], ridge: number, centre: readonly number[]): LogisticFit {
  const weights = [...centre]
  let bias = 0
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = weights.map((weight, at) => ridge * (weight - (centre[at] ?? 0)))
    let tilt = 0
    for (const { inputs, right } of examples) {
      const miss = predict({ bias, weights }, inputs) - (right ? 1 : 0)
      tilt += miss
      for (const [at, input] of inputs.entries()) slopes[at] = (slopes[at] ?? 0) + miss * input
    }
    const rate = RATE / (examples.length + ridge)
    bias -= rate * tilt
    for (const [at, slope] of slopes.entries()) weights[at] = (weights[at] ?? 0) - rate * slope
  }
  return { bias, weights }
}

/** Chance of an example, 0–1. */
export function predict({ bias, weights }: LogisticFit, inputs: readonly number[]): number {
  return 1 / (1 + Math.exp(-inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), bias)))
}
