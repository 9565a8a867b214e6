import type { QuantityValue } from '../../../graph/values/value.ts'

/** How many of each period make a year. Plants stop for repairs, so a daily figure gives the most a year can hold. */
const PER_YEAR = { year: 1, month: 12, day: 365, hour: 8_760 } as const

// Making a format is slow, using it is not.
const FIGURE = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 })

export interface YearlyTonnes {
  tonnes: number
  /** What was taken for granted, if anything. */
  assumption?: string
}

/** A mass as tonnes a year; `null` for anything that is no mass. Of a range the lower end counts. */
export function toYearlyTonnes({ value, unit, low, per, assumption }: QuantityValue): YearlyTonnes | null {
  if (unit !== 't') return null
  const tonnes = Math.min(value, low ?? value) * PER_YEAR[per ?? 'year']
  if (!Number.isFinite(tonnes) || tonnes <= 0) return null
  const converted =
    per && per !== 'year' ? `counted over a year of ${PER_YEAR[per].toLocaleString('en')} ${per}s` : undefined
  const yearly = per ? undefined : 'taken as a year’s'
  const said = [assumption, converted, yearly].filter(Boolean)
  return said.length > 0 ? { tonnes, assumption: said.join('; ') } : { tonnes }
}

/** "20,000 t". */
export function writeTonnes(tonnes: number): string {
  return `${FIGURE.format(tonnes)} t`
}
