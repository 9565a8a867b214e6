import type { Span } from '../../../graph/document.ts'
import { findDates as findDatesIn, withYear } from '../../../graph/values/date.ts'
import type { DateValue } from '../../../graph/values/value.ts'

/** A date or span of dates in running text. Offsets count in the document. */
export interface FoundDate extends Span {
  value: DateValue
}

/** No date of ours is written without a figure or a Chinese numeral. */
const MAYBE_DATE = /\d|[〇零○一二三四五六七八九]{4}年/

/**
 * Dates between two offsets of the text. `year` completes spans of days that give none ("December 3 to 5"), as events have
 * them; a lone day without a year is left out, for it may be of any.
 */
export function findDates(text: string, from: number, to: number, year?: string): FoundDate[] {
  const part = text.slice(from, to)
  if (!MAYBE_DATE.test(part)) return []
  return findDatesIn(part).flatMap(({ start, end, value }) => {
    const dated = value.start.startsWith('--') ? year && value.end && withYear(value, Number(year)) : value
    return dated ? [{ start: from + start, end: from + end, value: dated }] : []
  })
}
