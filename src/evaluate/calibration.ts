/** Whether something claimed with a confidence was right. */
export interface Outcome {
  confidence: number
  right: boolean
}

/** The claims of one span of confidence. */
export interface ReliabilityBin {
  /** Confidence, 0–1: from `low` on, up to but without `high`. */
  low: number
  high: number
  count: number
  /** Mean confidence and share of right claims, 0–1. */
  confidence: number
  right: number
}

export interface Calibration {
  count: number
  /** Expected calibration error, 0–1: the gap of confidence and share of right claims, weighed by the claims of each bin. */
  error: number
  /** Bins that hold something, in order. */
  bins: ReliabilityBin[]
}

const BINS = 10

/** Expected calibration error over ten bins of equal width, and the bins for a reliability table. */
export function measureCalibration(outcomes: readonly Outcome[]): Calibration {
  const binned: Outcome[][] = Array.from({ length: BINS }, () => [])
  for (const outcome of outcomes) binned[Math.min(BINS - 1, Math.floor(outcome.confidence * BINS))]?.push(outcome)
  const bins = binned.flatMap((held, at) => (held.length > 0 ? [describeBin(held, at)] : []))
  const gaps = bins.reduce((sum, { count, confidence, right }) => sum + count * Math.abs(confidence - right), 0)
  return { count: outcomes.length, error: outcomes.length > 0 ? gaps / outcomes.length : 0, bins }
}

function describeBin(held: readonly Outcome[], at: number): ReliabilityBin {
  return {
    low: at / BINS,
    high: (at + 1) / BINS,
    count: held.length,
    confidence: held.reduce((sum, { confidence }) => sum + confidence, 0) / held.length,
    right: held.filter(({ right }) => right).length / held.length,
  }
}
