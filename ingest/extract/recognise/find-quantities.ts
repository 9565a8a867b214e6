import type { Span } from '../../../graph/document.ts'
import { findQuantities as findQuantitiesIn } from '../../../graph/values/quantity.ts'
import type { QuantityKind } from '../../../graph/values/units.ts'
import type { QuantityValue } from '../../../graph/values/value.ts'

export type { QuantityKind }

/** A measured figure in running text. Offsets count in the document. */
export interface FoundQuantity extends Span {
  kind: QuantityKind
  value: QuantityValue
  /** What is counted, singular and folded ("member", "household"), for kind `count`. */
  counted?: string
}

/** Figures with a unit or a counted noun between two offsets of the text. */
export function findQuantities(text: string, from: number, to: number): FoundQuantity[] {
  return findQuantitiesIn(text.slice(from, to)).map(({ start, end, kind, value }) => ({
    start: from + start,
    end: from + end,
    kind,
    value,
    ...(kind === 'count' ? { counted: value.unit } : {}),
  }))
}
