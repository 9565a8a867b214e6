import type { Span } from '../../../graph/document.ts'

export function isApart(left: Span, right: Span): boolean {
  return left.end <= right.start || left.start >= right.end
}

/** Longest first, nothing overlapping, in the order of the text. */
export function keepLongest<T extends Span>(mentions: readonly T[]): T[] {
  const kept: T[] = []
  for (const mention of [...mentions].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (kept.every((other) => isApart(mention, other))) kept.push(mention)
  }
  return kept.sort((a, b) => a.start - b.start)
}
