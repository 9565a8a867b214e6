/** Right, wrong and missed. */
export interface Counts {
  tp: number
  fp: number
  fn: number
}

/** Counts with precision, recall and F1, 0–1; `null` where there was nothing to divide by. */
export interface Score extends Counts {
  precision: number | null
  recall: number | null
  f1: number | null
}

/** Counts per type, predicate or property. */
export class Tally {
  readonly #counts = new Map<string, Counts>()

  add(name: string, kind: keyof Counts, count = 1): void {
    const counts = this.#counts.get(name) ?? { tp: 0, fp: 0, fn: 0 }
    counts[kind] += count
    this.#counts.set(name, counts)
  }

  scores(): Record<string, Score> {
    return Object.fromEntries(
      [...this.#counts]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, counts]) => [name, score(counts)]),
    )
  }

  total(): Score {
    const sum = { tp: 0, fp: 0, fn: 0 }
    for (const counts of this.#counts.values())
      for (const kind of ['tp', 'fp', 'fn'] as const) sum[kind] += counts[kind]
    return score(sum)
  }
}

function score({ tp, fp, fn }: Counts): Score {
  const precision = tp + fp > 0 ? tp / (tp + fp) : null
  const recall = tp + fn > 0 ? tp / (tp + fn) : null
  const f1 =
    precision === null || recall === null
      ? null
      : precision + recall > 0
        ? (2 * precision * recall) / (precision + recall)
        : 0
  return { tp, fp, fn, precision, recall, f1 }
}
