import { readChineseNumber } from './chinese-numerals.ts'
import { MONTH_WORD, ORDINAL_WORD, readMonth, readOrdinal } from './date-words.ts'
import type { DatePrecision } from './value.ts'

/** A date as a form read it: parts still apart. `year` is missing where the text gives none. */
export interface DateParts {
  precision: DatePrecision
  from: CalendarPoint
  to?: CalendarPoint
}

export interface CalendarPoint {
  year?: number
  month?: number
  day?: number
}

/** One way to write a date. `pattern` is sticky; `read` refuses what only looks like it. */
export interface DateForm {
  name: string
  pattern: RegExp
  read(groups: Record<string, string | undefined>, match: string): DateParts | null
}

const GAP = '[\\s\\u00a0\\u202f\\u2009]'
const DAY_NUMBER = '(?:3[01]|[12]\\d|0?[1-9])'
const DAY_END = '(?:st|nd|rd|th|er|\\.º|º)?(?![\\d\\p{L}:]|[.,]\\d)'
const YEAR = '(?:1[89]|20)\\d{2}(?!\\d)'
const HAN_MONTH = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])'
const HAN_DAY = `(?:${DAY_NUMBER}|三十一?|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九])`
const OF = `(?:${GAP}{1,2}(?:of|de|del|d[’'])|${GAP}{0,2},)?${GAP}{1,2}(?:the )?`
const RANGE = `(?:${GAP}?[-–—~～/]${GAP}?|${GAP}{1,2}(?:to|through|thru|till|until|and|al?|au|à|y|et|hingga|sampai|bis)${GAP}{1,2}(?:the |el |le )?)`

const day = (name: string): string => `(?<${name}>${DAY_NUMBER})${DAY_END}`
/** The first day of a span may touch the sign that joins it to the last. */
const openDay = (name: string): string => `(?<${name}>${DAY_NUMBER})(?:st|nd|rd|th|er|º)?(?!\\d)`
const month = (name: string): string => `(?<${name}>${MONTH_WORD})`
const year = (name: string): string => `(?<${name}>${YEAR})`

function form(name: string, source: string, read: DateForm['read']): DateForm {
  return { name, pattern: new RegExp(source, 'iuy'), read }
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

/** Days of a month or across two: the shape of four forms. */
function readDays(g: Record<string, string | undefined>): DateParts | null {
  const lastMonth = readMonth(g.lastMonth ?? g.month ?? '')
  const firstMonth = g.month ? readMonth(g.month) : lastMonth
  const lastYear = number(g.year)
  const from = { year: number(g.firstYear) ?? lastYear, month: firstMonth, day: number(g.first) }
  if (g.last === undefined) return { precision: 'day', from }
  return { precision: 'day', from, to: { year: lastYear, month: lastMonth, day: number(g.last) } }
}

const readMonths: DateForm['read'] = (g) => {
  const to = { year: number(g.year), month: readMonth(g.lastMonth ?? '') }
  return { precision: 'month', from: { year: number(g.firstYear) ?? to.year, month: readMonth(g.month ?? '') }, to }
}

function readPart(
  precision: 'quarter' | 'half',
  ordinal: number | undefined,
  inYear: number | undefined,
): DateParts | null {
  const months = precision === 'quarter' ? 3 : 6
  if (!ordinal || !inYear || ordinal * months > 12) return null
  return {
    precision,
    from: { year: inYear, month: (ordinal - 1) * months + 1 },
    to: { year: inYear, month: ordinal * months },
  }
}

/** "2021-25" runs to 2025; "2009-10" may be a month, but a span of two following years is written so far more often. */
function readShortYears(g: Record<string, string | undefined>): DateParts | null {
  const first = Number(g.year)
  const last = Math.floor(first / 100) * 100 + Number(g.short)
  return last > first ? { precision: 'year', from: { year: first }, to: { year: last } } : null
}

const EXTRA_DAYS = `(?:${GAP}?,${GAP}?${DAY_NUMBER}(?:st|nd|rd|th)?){0,6},?`

/** Tried in this order at each place a date may begin: longer and surer forms first. */
export const DATE_FORMS: readonly DateForm[] = [
  form(
    'chinese',
    `(?<year>(?:1[89]|20)\\d{2}|[一二][〇零○一二三四五六七八九]{3})${GAP}?[年년](?:${GAP}?(?:(?<half>[上下])半年|(?:第?(?<quarter>[一二三四1-4])季度)|(?<month>${HAN_MONTH})${GAP}?[月월](?:${GAP}?(?<first>${HAN_DAY})${GAP}?[日号일]?(?:${GAP}?[-–—~～至到]{1,2}${GAP}?(?:(?<lastMonth>${HAN_MONTH})${GAP}?[月월]${GAP}?)?(?<last>${HAN_DAY})${GAP}?[日号일])?)?))?(?!代)`,
    (g) => {
      const inYear = readDigits(g.year)
      if (g.half) return readPart('half', readOrdinal(g.half), inYear)
      if (g.quarter) return readPart('quarter', readOrdinal(g.quarter), inYear)
      if (!g.month) return { precision: 'year', from: { year: inYear } }
      const from = { year: inYear, month: readDigits(g.month), day: readDigits(g.first) }
      if (!g.first) return { precision: 'month', from }
      if (!g.last) return { precision: 'day', from }
      return {
        precision: 'day',
        from,
        to: { year: inYear, month: readDigits(g.lastMonth ?? g.month), day: readDigits(g.last) },
      }
    },
  ),
  form(
    'chinese-years',
    `(?<first>(?:1[89]|20)\\d{2})年?${GAP}?[-–—~～至到]{1,2}${GAP}?(?<last>(?:1[89]|20)\\d{2})${GAP}?年`,
    (g) => ({
      precision: 'year',
      from: { year: Number(g.first) },
      to: { year: Number(g.last) },
    }),
  ),
  form(
    'chinese-day',
    `(?<month>1[0-2]|0?[1-9])月(?<first>${DAY_NUMBER})[日号]?(?:[-–—~～至到]{1,2}(?:(?<lastMonth>1[0-2]|0?[1-9])月)?(?<last>${DAY_NUMBER})[日号])?`,
    (g) => {
      const from = { month: Number(g.month), day: Number(g.first) }
      if (!g.last) return { precision: 'day', from }
      return { precision: 'day', from, to: { month: Number(g.lastMonth ?? g.month), day: Number(g.last) } }
    },
  ),
  form('iso', `${year('year')}(?<sep>[-/.])(?<month>1[0-2]|0?[1-9])\\k<sep>(?<day>${DAY_NUMBER})(?!\\d)`, (g) => ({
    precision: 'day',
    from: { year: Number(g.year), month: Number(g.month), day: Number(g.day) },
  })),
  form('numeric', `(?<a>${DAY_NUMBER})(?<sep>[-/.])(?<b>${DAY_NUMBER})\\k<sep>${year('year')}`, (g) => {
    const [a, b, inYear] = [Number(g.a), Number(g.b), Number(g.year)]
    if (a > 12 || g.sep === '.') return { precision: 'day', from: { year: inYear, month: b, day: a } }
    if (b > 12) return { precision: 'day', from: { year: inYear, month: a, day: b } }
    // 05/07/2024 is read differently on the two sides of the Atlantic: only the year is sure.
    return a === b
      ? { precision: 'day', from: { year: inYear, month: a, day: a } }
      : { precision: 'year', from: { year: inYear } }
  }),
  form(
    'day-month-span',
    `${openDay('first')}${OF}${month('month')}(?:${OF}${year('firstYear')})?${RANGE}${openDay('last')}${OF}${month('lastMonth')}(?:${OF}${year('year')})?`,
    readDays,
  ),
  form(
    'days-month',
    `${openDay('first')}${EXTRA_DAYS}${RANGE}${openDay('last')}${OF}${month('lastMonth')}(?:${OF}${year('year')})?`,
    readDays,
  ),
  form('day-month', `${openDay('first')}${OF}${month('month')}(?:${OF}${year('year')})?`, readDays),
  form(
    'month-day-span',
    `${month('month')}${GAP}{1,2}${openDay('first')}(?:,?${GAP}{1,2}${year('firstYear')})?${RANGE}${month('lastMonth')}${GAP}{1,2}${day('last')}(?:,?${GAP}{1,2}${year('year')})?`,
    readDays,
  ),
  form(
    'month-days',
    `${month('month')}${GAP}{1,2}${openDay('first')}${EXTRA_DAYS}${RANGE}${day('last')}(?:,?${GAP}{1,2}(?:of )?${year('year')})?`,
    readDays,
  ),
  form(
    'month-day',
    `${month('month')}${GAP}{1,2}(?:the )?${day('first')}(?:,?${GAP}{1,2}(?:of )?${year('year')})?`,
    readDays,
  ),
  form(
    'month-span',
    `${month('month')}(?:${OF}${year('firstYear')})?${RANGE}${month('lastMonth')}${OF}${year('year')}`,
    readMonths,
  ),
  form(
    'vietnamese',
    `(?:(?:ngày${GAP})?${openDay('first')}${GAP})?tháng${GAP}(?<month>1[0-2]|0?[1-9])(?:${GAP}?[/-]|${GAP}?,?${GAP}năm)${GAP}?${year('year')}`,
    (g) => ({
      precision: g.first ? 'day' : 'month',
      from: { year: Number(g.year), month: Number(g.month), day: number(g.first) },
    }),
  ),
  form('month', `${month('month')}(?:${OF}|${GAP}?[-–]${GAP}?)${year('year')}`, (g) => ({
    precision: 'month',
    from: { year: Number(g.year), month: readMonth(g.month ?? '') },
  })),
  form(
    'quarter',
    `(?:Q(?<q1>[1-4])(?:${GAP}|[-/,]|${GAP}of${GAP}){0,2}${year('y1')}|(?<q2>[1-4])Q${GAP}?${year('y2')}|${year('y3')}${GAP}?[-/]?Q(?<q3>[1-4])(?!\\d)|(?<q4>${ORDINAL_WORD})${GAP}{1,2}(?:quarter|trimestre)(?:${GAP}{1,2}(?:of|in|de|del|en))?${GAP}{1,2}(?:the year )?${year('y4')})`,
    (g) =>
      readPart(
        'quarter',
        number(g.q1 ?? g.q2 ?? g.q3) ?? readOrdinal(g.q4 ?? ''),
        number(g.y1 ?? g.y2 ?? g.y3 ?? g.y4),
      ),
  ),
  form(
    'half',
    `(?:H(?<h1>[12])(?:${GAP}|[-/,]|${GAP}of${GAP}){0,2}${year('y1')}|(?<h2>[12])H${GAP}?${year('y2')}|${year('y3')}${GAP}?[-/]?H(?<h3>[12])(?!\\d)|(?<h4>${ORDINAL_WORD})(?:${GAP}|-){1,2}(?:half|semestre|semester)(?:${GAP}{1,2}(?:of|in|de|del|en))?${GAP}{1,2}(?:the year )?${year('y4')})`,
    (g) =>
      readPart('half', number(g.h1 ?? g.h2 ?? g.h3) ?? readOrdinal(g.h4 ?? ''), number(g.y1 ?? g.y2 ?? g.y3 ?? g.y4)),
  ),
  form(
    'fiscal',
    `(?:FY|fiscal year|financial year|año fiscal|exercice)${GAP}{0,2}${year('year')}(?:[-–/](?<short>\\d{2}(?:\\d{2})?)(?!\\d))?`,
    (g) => {
      if (!g.short) return { precision: 'year', from: { year: Number(g.year) } }
      return readShortYears({ year: g.year, short: g.short.slice(-2) })
    },
  ),
  form(
    'decade',
    `(?:(?:the|los|les) )?(?:(?:early|mid|late)[- ])?(?<decade>(?:1[89]|20)\\d0)(?:['’]?s(?![\\p{L}])|年代)`,
    (g) => ({
      precision: 'decade',
      from: { year: Number(g.decade) },
      to: { year: Number(g.decade) + 9 },
    }),
  ),
  form('chinese-decade', '(?<century>19|20|21)世纪(?<decade>\\d0)年代', (g) => {
    const first = (Number(g.century) - 1) * 100 + Number(g.decade)
    return { precision: 'decade', from: { year: first }, to: { year: first + 9 } }
  }),
  form('years', `${year('first')}${GAP}?[-–—~～/]${GAP}?${year('last')}(?![-/]?\\d)`, (g) => ({
    precision: 'year',
    from: { year: Number(g.first) },
    to: { year: Number(g.last) },
  })),
  form('short-years', `${year('year')}[-–/](?<short>\\d{2})(?![-/\\d])`, readShortYears),
  form('iso-month', `${year('year')}-(?<month>1[0-2]|0[1-9])(?![-\\d])`, (g) => ({
    precision: 'month',
    from: { year: Number(g.year), month: Number(g.month) },
  })),
  form('year', year('year'), (g) => ({ precision: 'year', from: { year: Number(g.year) } })),
]

/** Digits of either script. */
function readDigits(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^\d/.test(text) ? Number(text) : (readChineseNumber(text) ?? undefined)
}
