import { type CalendarPoint, DATE_FORMS, type DateParts } from './date-forms.ts'
import { DATE_BOUNDS, MONTH_WORD, ORDINAL_WORD } from './date-words.ts'
import type { DateValue } from './value.ts'

/** A date with its place in a text; `text.slice(start, end) === value.text`. */
export interface FoundDate {
  start: number
  end: number
  value: DateValue
}

/** Where a date may begin: at a number, a month, or a word for a part of a year. */
const ANCHOR = new RegExp(
  `(?<![\\p{L}\\p{N}_@])(?:\\d{1,4}|${MONTH_WORD}|${ORDINAL_WORD}(?=[\\s-])|[QH][1-4](?=[\\s,/-])|FY|ngày|tháng|fiscal year|financial year|exercice|año fiscal|early|mid|late)|(?<=\\p{Script=Han})\\d{1,4}|[一二][〇零○一二三四五六七八九]{3}(?=年)`,
  'giu',
)

/** A bare year is none where these follow or come before: it counts or names something else. */
const COUNTS =
  /^(?:\s?(?:%|‰|°|℃|m²|m³|km|kg|kt|t\b|mw\b|kwh|gwh|ha\b|元|吨|万|亿|人|家|个|名|台|辆|户|座|千|平方米|℉)|\s?(?:t|mt|m|mm|cm)\b(?!\p{L})|\s(?:metric )?(?:tonnes?|tons?|toneladas|people|persons|yuan|dollars|euros|hours|days|mg|years)\b|,\d{3}|\.\d)/iu
const MONEY_OR_NUMBER =
  /:$|(?:[$€£¥₹₩฿#/]|\b(?:rmb|cny|usd|eur|sek|jpy|inr|thb|no\.|nos\.|nr\.|iso|din|gb|astm|cfr|art\.|article|page|p\.|room|box|tel)[:.]?)\s?$|[\d][-–.,/]$|\d\s$/iu
/** A European standard; in lower case it is Spanish or French for "in". */
const STANDARD = /\bEN\s?$/
const PREPOSITION =
  /(?:\b(?:in|since|by|from|until|before|after|year|during|en|desde|depuis|de|tahun|sejak|of)|[(（])\s{0,2}$/iu
/** "2000 households": a round number before a plural counts; "2009 workshop" does not. */
const PLURAL_AFTER = /^\s(?!was\b|is\b|has\b|as\b|this\b|its\b)\p{Ll}{3,}s\b/u

function isYear(text: string, start: number, end: number, year: number): boolean {
  const before = text.slice(Math.max(0, start - 14), start)
  const after = text.slice(end, end + 24)
  if (MONEY_OR_NUMBER.test(before) || STANDARD.test(before) || COUNTS.test(after)) return false
  if (/^[-–/]\d|^[@_]|^\p{L}/u.test(after) && !/^[年度以至到\p{Script=Han}]/u.test(after)) return false
  if (PREPOSITION.test(before)) return true
  return year >= 1900 && year <= 2060 && !(year % 10 === 0 && PLURAL_AFTER.test(after))
}

/** Months that are everyday words in lower case, or short: they need a year or a capital. */
function isWeakMonth(match: string): boolean {
  const word = /\p{L}+/u.exec(match)?.[0] ?? ''
  return /^(?:may|march|mar|mai|mars|mei|des|ago|dec|abr|ene|sep|set|jan|jun|jul|okt|nov|oct|apr|feb|aug)$/.test(word)
}

function isCredible(text: string, start: number, end: number, name: string, parts: DateParts): boolean {
  if (name === 'year') return isYear(text, start, end, parts.from.year as number)
  const hasYear = parts.from.year !== undefined
  const match = text.slice(start, end)
  if (name === 'years' || name === 'short-years' || name === 'iso-month') {
    const before = text.slice(Math.max(0, start - 14), start)
    return !MONEY_OR_NUMBER.test(before) && !COUNTS.test(text.slice(end, end + 24))
  }
  if (hasYear) return true
  if (name === 'chinese-day') return true
  if (isWeakMonth(match)) return false
  // "May 20 companies": the number counts what follows.
  return !PLURAL_AFTER.test(text.slice(end, end + 24)) && !/^\s?[%°]|^[.,]\d/.test(text.slice(end, end + 3))
}

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isCalendarPoint({ year, month, day }: CalendarPoint): boolean {
  if (month !== undefined && (month < 1 || month > 12)) return false
  if (day === undefined) return true
  if (day < 1 || day > (DAYS_IN_MONTH[(month ?? 1) - 1] ?? 31)) return false
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
  return !(month === 2 && day === 29 && !leap)
}

/** ISO 8601; without a year `--05-18`, as XML Schema's gMonthDay has it. */
function writePoint({ year, month, day }: CalendarPoint): string {
  const parts = [year === undefined ? '-' : String(year)]
  if (month !== undefined) parts.push(String(month).padStart(2, '0'))
  if (day !== undefined) parts.push(String(day).padStart(2, '0'))
  return parts.join('-')
}

function buildValue(text: string, { precision, from, to }: DateParts, year?: number): DateValue | null {
  const start = { ...from, year: from.year ?? to?.year ?? year }
  const end = to && { ...to, year: to.year ?? start.year }
  if (!isCalendarPoint(start) || (end && !isCalendarPoint(end))) return null
  const [written, last] = [writePoint(start), end && writePoint(end)]
  if (last !== undefined && last < written) return null
  return { kind: 'date', text, start: written, ...(last !== undefined && last !== written && { end: last }), precision }
}

function readAt(text: string, position: number, year?: number): FoundDate | null {
  for (const { name, pattern, read } of DATE_FORMS) {
    pattern.lastIndex = position
    const match = pattern.exec(text)
    if (!match) continue
    const parts = read(match.groups ?? {}, match[0])
    const end = position + match[0].length
    if (!parts || !isCredible(text, position, end, name, parts)) continue
    const value = buildValue(match[0], parts, year)
    if (value) return { start: position, end, value }
  }
  return null
}

const JOIN = /^(?:\s?[-–—~～至到]\s?|\s(?:to|until|till|through|al?|au|à|hasta|hingga|sampai)\s(?:the )?)$/
const BETWEEN = /\b(?:between|entre)\s(?:the )?$/i

/** "from March 2019 to May 2020", "2019 to 2023", "between 2019 and 2023": two dates that are the ends of one span. */
function joinSpans(text: string, dates: FoundDate[]): FoundDate[] {
  const joined: FoundDate[] = []
  for (const date of dates) {
    const last = joined.at(-1)
    const link = last && !last.value.end && !date.value.end ? text.slice(last.end, date.start) : ''
    const between =
      last && /^\s(?:and|y|et)\s$/.test(link) && BETWEEN.test(text.slice(Math.max(0, last.start - 12), last.start))
    const merged =
      last &&
      (between || JOIN.test(link)) &&
      last.value.precision === date.value.precision &&
      last.value.start < date.value.start
    if (merged) {
      const whole = text.slice(last.start, date.end)
      joined[joined.length - 1] = {
        start: last.start,
        end: date.end,
        value: { ...last.value, text: whole, end: date.value.start },
      }
    } else joined.push(date)
  }
  return joined
}

function addBound(text: string, { start, end, value }: FoundDate): FoundDate {
  const before = text.slice(Math.max(0, start - 24), start)
  if (!value.end || value.precision === 'quarter' || value.precision === 'half' || value.precision === 'decade') {
    for (const [bound, pattern] of DATE_BOUNDS) {
      const word = pattern.exec(before)?.[0]
      // "starting by" is a bound, "nearby 2019" is not: the word must stand free.
      if (
        !word ||
        (/[\p{L}\p{N}]$/u.test(before.slice(0, before.length - word.length)) && /^\p{Script=Latin}/u.test(word))
      )
        continue
      const from = start - word.length
      return { start: from, end, value: { ...value, text: text.slice(from, end), bound } }
    }
  }
  return { start, end, value }
}

/**
 * Every date in a text, in order, without overlaps. `reference`, an ISO 8601 date such as the document's own, gives the
 * year to days that have none; without it they are written `--05-18`.
 */
export function findDates(text: string, reference?: string): FoundDate[] {
  const year = reference ? Number(reference.slice(0, 4)) || undefined : undefined
  const dates: FoundDate[] = []
  ANCHOR.lastIndex = 0
  for (let match = ANCHOR.exec(text); match; match = ANCHOR.exec(text)) {
    const found = readAt(text, match.index, year)
    if (!found) continue
    dates.push(found)
    ANCHOR.lastIndex = found.end
  }
  return joinSpans(text, dates).map((date) => addBound(text, date))
}

const LEAD_IN = /^(?:from|on|in|as of|during|the|held on|between|entre|desde|del?|el|du|le|en|截至|于|在)\s{0,2}/i

/** Reads a text that is one date or span, with or without "from", "on", "since" before it. `null` for anything else. */
export function parseDate(text: string, reference?: string): DateValue | null {
  const trimmed = text.trim()
  if (trimmed.length > 100) return null
  const [found, more] = findDates(trimmed, reference)
  if (!found || more) return null
  const before = trimmed.slice(0, found.start).replace(LEAD_IN, '')
  const after = trimmed.slice(found.end).replace(/^(?:年?以来|起|年?底|年?初)?[\s.,，。)]*$/u, '')
  return before.trim() || after ? null : { ...found.value, text: trimmed }
}

/** Gives a date without a year the year of its surroundings. A date that has one stays. */
export function withYear(value: DateValue, year: number): DateValue {
  const fill = (point: string): string => (point.startsWith('--') ? `${year}${point.slice(1)}` : point)
  return { ...value, start: fill(value.start), ...(value.end && { end: fill(value.end) }) }
}

/** A date in ISO 8601, an interval with `/`. `parseDate` reads every form of it but a reference-less day back. */
export function formatDate({ start, end }: DateValue): string {
  return end ? `${start}/${end}` : start
}
