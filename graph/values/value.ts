/** How exactly a text gives a date. `half` and `quarter` are of a year. */
export type DatePrecision = 'day' | 'month' | 'quarter' | 'half' | 'year' | 'decade'

/** A date or span of dates as a text gives it. `start` and `end` are ISO 8601 (`2019`, `2019-08`, `2019-08-01`), both inclusive. */
export interface DateValue {
  kind: 'date'
  text: string
  start: string
  end?: string
  precision: DatePrecision
  /** Said with "before", "after", "since", "about" … */
  bound?: 'before' | 'after' | 'about'
}

/**
 * A measured quantity. `value` is in `unit`; `low` and `high` are in the same unit.
 * Mass is normalised to tonnes (`t`), share to percent (`%`), money to its ISO 4217 code.
 */
export interface QuantityValue {
  kind: 'quantity'
  text: string
  value: number
  unit: string
  low?: number
  high?: number
  /** What the quantity is counted over: `year`, `month`, `day`, `hour`. */
  per?: 'year' | 'month' | 'day' | 'hour'
  /** The year or span the figure is of. */
  period?: string
  /** "about", "more than", "up to" as the text says it. */
  bound?: 'about' | 'at-least' | 'at-most'
  /** What we took for granted in reading it, for example that "ton" is the metric tonne. */
  assumption?: string
}

/** A code in a published scheme, normalised: `{ scheme: 'eu-low', code: '10 02 07*' }`. */
export interface CodeValue {
  kind: 'code'
  text: string
  scheme: 'basel-annex' | 'basel-y' | 'eu-low' | 'us-rcra' | 'hs' | 'oecd'
  code: string
}

export interface TextValue {
  kind: 'text'
  text: string
}

/** What a property of a statement may hold. */
export type Value = DateValue | QuantityValue | CodeValue | TextValue
