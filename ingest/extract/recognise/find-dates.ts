import type { Span } from '../../../graph/document.ts'
import type { DateValue } from '../../../graph/values/value.ts'

/** A date or span of dates in running text. Offsets count in the document. */
export interface FoundDate extends Span {
  value: DateValue
}

const MONTHS: Record<string, number> = {}
const NAMES = [
  'january jan enero janvier januar ene',
  'february feb febrero février fevrier februar',
  'march mar marzo mars märz',
  'april apr abril avril abr',
  'may mayo mai',
  'june jun junio juin juni',
  'july jul julio juillet juli',
  'august aug agosto août aout ago',
  'september sep sept septiembre septembre',
  'october oct octubre octobre oktober',
  'november nov noviembre novembre',
  'december dec diciembre décembre decembre dezember dic',
]
NAMES.forEach((names, index) => {
  for (const name of names.split(' ')) MONTHS[name] = index + 1
})
const MONTH = `(?:${Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|')})\\.?`
const DAY = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?'
const YEAR = '(?:19|20)\\d{2}'
const TO = '\\s?(?:-|–|—|to|and|al|au|until|through|至|到)\\s?'

interface Form {
  pattern: RegExp
  read: (groups: Record<string, string | undefined>) => Omit<DateValue, 'kind' | 'text'> | null
}

const two = (value: number): string => String(value).padStart(2, '0')
const month = (name: string | undefined): number | undefined =>
  name === undefined ? undefined : MONTHS[name.toLowerCase().replace('.', '')]
const day = (text: string | undefined): number => Number.parseInt(text ?? '', 10)

function dated(
  year: string | undefined,
  from: number | undefined,
  first: number,
  to: number | undefined,
  last: number,
): Omit<DateValue, 'kind' | 'text'> | null {
  if (from === undefined || year === undefined) return null
  const start = `${year}-${two(from)}-${two(first)}`
  const end = `${year}-${two(to ?? from)}-${two(last)}`
  return { start, ...(end !== start && !Number.isNaN(last) ? { end } : {}), precision: 'day' }
}

/** From one day to another that may lie in another year. */
function between(
  from: ReturnType<typeof dated>,
  year: string | undefined,
  to: number | undefined,
  last: string | undefined,
): ReturnType<typeof dated> {
  const until = dated(year, to, day(last), undefined, day(last))
  return from && until && from.start < until.start ? { ...from, end: until.start } : null
}

/** Dates with a month and day but no year are kept only as text of the event: they need the year of the document. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<d1>${DAY})\\s(?<m1>${MONTH})\\s(?<y>${YEAR})${TO}(?<d2>${DAY})\\s(?<m2>${MONTH})\\s(?<y2>${YEAR})(?!\\d)`,
      'giu',
    ),
    read: ({ d1, m1, y, d2, m2, y2 }) => between(dated(y, month(m1), day(d1), undefined, day(d1)), y2, month(m2), d2),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<d1>${DAY})(?:\\s(?<m1>${MONTH}))?${TO}(?<d2>${DAY})(?:\\sde)?\\s(?<m2>${MONTH})(?:,?\\s(?:de\\s)?(?<y>${YEAR}))(?!\\d)`,
      'giu',
    ),
    read: ({ d1, m1, d2, m2, y }) => dated(y, month(m1) ?? month(m2), day(d1), month(m2), day(d2)),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<m1>${MONTH})\\s(?<d1>${DAY})${TO}(?:(?<m2>${MONTH})\\s)?(?<d2>${DAY}),?\\s(?<y>${YEAR})(?!\\d)`,
      'giu',
    ),
    read: ({ d1, m1, d2, m2, y }) => dated(y, month(m1), day(d1), month(m2), day(d2)),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<d1>${DAY})(?:\\s(?:of|de))?\\s(?<m1>${MONTH})(?:,?\\s(?:de\\s|del\\s)?(?<y>${YEAR}))(?!\\d)`,
      'giu',
    ),
    read: ({ d1, m1, y }) => dated(y, month(m1), day(d1), undefined, day(d1)),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\d])(?<m1>${MONTH})\\s(?<d1>${DAY}),?\\s(?<y>${YEAR})(?!\\d)`, 'giu'),
    read: ({ d1, m1, y }) => dated(y, month(m1), day(d1), undefined, day(d1)),
  },
  {
    pattern: new RegExp(
      `(?<y>${YEAR})\\s?年\\s?(?<m1>\\d{1,2})\\s?月\\s?(?<d1>\\d{1,2})\\s?日(?:${TO}(?:(?<m2>\\d{1,2})\\s?月\\s?)?(?<d2>\\d{1,2})\\s?日)?`,
      'giu',
    ),
    read: ({ y, m1, d1, m2, d2 }) => dated(y, Number(m1), day(d1), m2 ? Number(m2) : undefined, d2 ? day(d2) : day(d1)),
  },
  {
    pattern: new RegExp(`(?<y>${YEAR})\\s?年\\s?(?<m1>\\d{1,2})\\s?月`, 'giu'),
    read: ({ y, m1 }) => ({ start: `${y}-${two(Number(m1))}`, precision: 'month' }),
  },
  {
    pattern: new RegExp(
      `(?<![\\d-])(?<y>${YEAR})[-/](?<m1>0[1-9]|1[0-2])[-/](?<d1>0[1-9]|[12]\\d|3[01])(?!\\d)`,
      'giu',
    ),
    read: ({ y, m1, d1 }) => ({ start: `${y}-${m1}-${d1}`, precision: 'day' }),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<part>first half|second half|first quarter|second quarter|third quarter|fourth quarter|early|mid|mid-|late|end|beginning|start|H[12]|Q[1-4])(?:\\sof)?(?:\\s|-)?(?<y>${YEAR})(?!\\d)`,
      'giu',
    ),
    read: ({ part, y }) => readPart(part ?? '', y ?? ''),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<m1>${MONTH})\\s(?<y>${YEAR})${TO}(?<m2>${MONTH})\\s(?<y2>${YEAR})(?!\\d)`,
      'giu',
    ),
    read: ({ m1, y, m2, y2 }) => ({
      start: `${y}-${two(month(m1) ?? 1)}`,
      end: `${y2}-${two(month(m2) ?? 1)}`,
      precision: 'month',
    }),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\d])(?<m1>${MONTH})(?:\\sof|\\sde|,)?\\s(?<y>${YEAR})(?!\\d)`, 'giu'),
    read: ({ m1, y }) => ({ start: `${y}-${two(month(m1) ?? 1)}`, precision: 'month' }),
  },
  {
    pattern: new RegExp(`(?<y>${YEAR})\\s?年`, 'giu'),
    read: ({ y }) => ({ start: y ?? '', precision: 'year' }),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d.,/:-])(?:FY\\s?)?(?<y>${YEAR})(?:\\s?[-–]\\s?(?<y2>${YEAR}))?(?![\\d%]|[.,]\\d|-\\p{L})`,
      'giu',
    ),
    read: ({ y, y2 }) => ({ start: y ?? '', ...(y2 ? { end: y2 } : {}), precision: 'year' }),
  },
]
const BARE = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<m1>${MONTH})\\s(?<d1>${DAY})${TO}(?<d2>${DAY})|(?<d3>${DAY})${TO}(?<d4>${DAY})\\s(?<m2>${MONTH}))(?![\\p{L}\\d])`,
  'giu',
)
const MAYBE_DATE = /(?:19|20)\d{2}/
const MAYBE_DAY = /\d\s\p{L}{3}|\p{L}{3}\.?\s\d/u

function readPart(part: string, year: string): Omit<DateValue, 'kind' | 'text'> {
  const lower = part.toLowerCase()
  const quarter =
    /^q([1-4])$/.exec(lower)?.[1] ?? { first: '1', second: '2', third: '3', fourth: '4' }[lower.replace(' quarter', '')]
  if (lower.includes('quarter') || /^q/.test(lower)) {
    const first = (Number(quarter) - 1) * 3 + 1
    return { start: `${year}-${two(first)}`, end: `${year}-${two(first + 2)}`, precision: 'quarter' }
  }
  const second = lower.startsWith('second') || lower === 'h2' || lower === 'late' || lower === 'end'
  if (lower.includes('half') || /^h\d/.test(lower))
    return { start: `${year}-${second ? '07' : '01'}`, end: `${year}-${second ? '12' : '06'}`, precision: 'half' }
  return { start: year, precision: 'year', bound: 'about' }
}

/** Dates between two offsets of the text, the fullest form at each place. `year` completes dates that give none. */
export function findDates(text: string, from: number, to: number, year?: string): FoundDate[] {
  const part = text.slice(from, to)
  const hasYear = MAYBE_DATE.test(part)
  if (!hasYear && !(year !== undefined && MAYBE_DAY.test(part))) return []
  const found: FoundDate[] = []
  const free = (start: number, end: number): boolean => !found.some((date) => date.start < end && date.end > start)
  for (const { pattern, read } of hasYear ? FORMS : []) {
    for (const match of part.matchAll(pattern)) {
      const start = from + match.index
      const end = start + match[0].length
      if (!free(start, end)) continue
      const value = read(match.groups ?? {})
      if (value)
        found.push({ start, end, value: withBound(part, match.index, { kind: 'date', text: match[0], ...value }) })
    }
  }
  for (const match of part.matchAll(BARE)) {
    const start = from + match.index
    const end = start + match[0].length
    const { m1, d1, d2, m2, d3, d4 } = match.groups ?? {}
    const value =
      year && free(start, end) ? dated(year, month(m1 ?? m2), day(d1 ?? d3), undefined, day(d2 ?? d4)) : null
    if (value) found.push({ start, end, value: { kind: 'date', text: match[0], ...value } })
  }
  return found.sort((a, b) => a.start - b.start)
}

function withBound(part: string, at: number, value: DateValue): DateValue {
  const before = part.slice(Math.max(0, at - 10), at).toLowerCase()
  const bound = /(?:before|by|until)\s(?:the\s)?$/.test(before)
    ? 'before'
    : /(?:since|after|from)\s(?:the\s)?$/.test(before)
      ? 'after'
      : /(?:about|around|circa|ca\.)\s$/.test(before)
        ? 'about'
        : undefined
  return bound && value.bound === undefined && value.end === undefined ? { ...value, bound } : value
}
