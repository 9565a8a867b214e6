import { type FoundNumber, findNumberStart, readNumberAt, readScaleLetter } from './number-words.ts'
import { findBound, findBoundAfter, findPer, isChange, isYearlyBefore } from './quantity-context.ts'
import { after, type FoundUnit, readCurrencyBefore, readUnit, trailingCurrency } from './read-unit.ts'
import type { QuantityKind } from './units.ts'
import type { QuantityValue } from './value.ts'

/** A quantity with its place in a text; `text.slice(start, end) === value.text`. */
export interface FoundQuantity {
  start: number
  end: number
  /** What its unit measures; of kind `count` the unit is the English singular of what is counted. */
  kind: QuantityKind
  value: QuantityValue
}

const RANGE =
  /(?:\s?[-–—~～]\s?|\s(?:to|a|à|al|and|y|et|hasta|hingga|sampai|đến|or)\s|至|到)(?:(?:US|HK|S|A|C)?[$€£¥₹]\s?|(?:RMB|USD|EUR|SEK|CNY)\s)?/uy
/** Between two whole quantities "and" only lists. */
const TO = /\s(?:to|a|à|al|hasta|hingga|sampai|đến)\s|\s?[-–—~～]\s?|至|到/uy
/** "45.000 toneladas": words of languages that part thousands by a stop. */
const STOP_PARTS_THOUSANDS =
  /^\s?(?:tonelada|tấn|ton\b|millones|personas|hogares|empleados|euros|đồng|rupiah|habitantes|Tonnen)/i
const MASS_AHEAD = /\s?(?:t|tonnes?|tons?|tpa|tpy)(?![\p{L}])/uy
const CHANGE_ASSUMPTION = 'a change is told: the later figure is taken'

function clean(value: number): number {
  return Number(value.toPrecision(12))
}

/** A number with the letter that scales it: "120k", and "$67m" or "5m tonnes", where `m` is no metre. */
function addScaleLetter(text: string, number: FoundNumber, money: boolean): FoundNumber {
  const letter = readScaleLetter(text, number.end)
  if (!letter) return number
  const fits = money || letter.letter === 'k' || (letter.letter === 'm' && after(MASS_AHEAD, text, letter.end) > 0)
  if (!fits) return number
  return { start: number.start, end: letter.end, value: clean(number.value * letter.factor) }
}

/** "$5 million and $7 million" are two sums, between which only "between" makes a range. */
function isListed(text: string, start: number, link: string): boolean {
  return (
    /^\s(?:and|y|et|or)\s\S/.test(link) && !/\b(?:between|entre)\s$/i.test(text.slice(Math.max(0, start - 9), start))
  )
}

/** The other end of a range. A number in words is one only in Chinese: "five and six companies" are two counts. */
function readSecond(text: string, link: RegExp, position: number, money: boolean): FoundNumber | null {
  const start = after(link, text, position)
  const number = start < 0 ? null : readNumberAt(text, start)
  if (!number || (number.inWords && !/\p{Script=Han}/u.test(text.charAt(start)))) return null
  return addScaleLetter(text, number, money)
}

/** "from 50 kt to 100 kt": the other end of a range whose unit is said twice. */
function readSecondWithUnit(text: string, { unit, end }: FoundUnit): { number: FoundNumber; unit: FoundUnit } | null {
  const number = readSecond(text, TO, end, false)
  const again = number && readUnit(text, number.end, number)
  return again && again.unit.unit === unit.unit && again.unit.factor === unit.factor ? { number, unit: again } : null
}

/** "10–15 million": what scales the second number scales the first. */
function shareScale(text: string, first: FoundNumber, second: FoundNumber): number {
  const digits = /^\d+(?:\.\d+)?/.exec(text.slice(second.start, second.end))?.[0]
  const scale = digits ? second.value / Number(digits) : 1
  const scaledAlready = /[^\d.,\s]/.test(text.slice(first.start, first.end))
  return scale > 1 && Number.isInteger(scale) && !scaledAlready && first.value <= Number(digits) ? scale : 1
}

/** "In 2019 companies …" tells a year; "one plant" tells nothing worth a figure. */
function isCredible(text: string, number: FoundNumber, { unit, end }: FoundUnit): boolean {
  if (number.yearLike && unit.unit === 'm') return false
  if (unit.kind !== 'count' && unit.kind !== 'duration') return true
  if (number.inWords && number.value < 2) return false
  if (!number.yearLike) return true
  const before = text.slice(Math.max(0, number.start - 12), number.start)
  const dated = /\b(?:in|since|by|from|until|during|of|en|desde|depuis|the)\s$/i.test(before)
  return !dated && unit.unit !== 'year' && !text.slice(number.end, end).includes('\n')
}

/** Reads on from a first number: scale letter, range, unit, rate and bounds; `null` where no unit makes it a quantity. */
function readQuantity(text: string, number: FoundNumber): FoundQuantity | null {
  const money = readCurrencyBefore(text, number.start)
  const first = addScaleLetter(text, number, money !== null)
  let second = readSecond(text, RANGE, first.end, money !== null)
  if (second && money && isListed(text, money.start, text.slice(first.end, second.start))) second = null
  let last = second ?? first
  let unit = money
    ? { unit: money.unit, end: trailingCurrency(text, last.end, money.unit.unit), written: money.unit.unit }
    : readUnit(text, last.end, last)
  if (!unit || !isCredible(text, number, unit)) return null
  const repeated = second || money ? null : readSecondWithUnit(text, unit)
  if (repeated) [second, last, unit] = [repeated.number, repeated.number, repeated.unit]
  const per = findPer(text, unit.end, unit.unit.kind)
  // With a denominator that is no time the written unit stays: 5 kg/t, 1.2 g/t.
  const factor = per?.unit ? 1 : unit.unit.factor
  const stopped = STOP_PARTS_THOUSANDS.test(text.slice(last.end, last.end + 16))
  const measure = (one: FoundNumber): number => clean(one.value * factor * (one.ambiguous && stopped ? 1000 : 1))
  const low = clean(measure(first) * (second ? shareScale(text, first, second) : 1))
  const high = second ? measure(second) : low

  const bound = findBound(text, money?.start ?? first.start)
  const change = second && isChange(text, bound?.start ?? money?.start ?? first.start) ? second : null
  const start = change
    ? (readCurrencyBefore(text, change.start)?.start ?? change.start)
    : (bound?.start ?? money?.start ?? first.start)
  const unitEnd = per?.touches ? per.end : unit.end
  const open = findBoundAfter(text, unitEnd, text.charAt(last.end))
  const end = Math.max(unitEnd, open?.end ?? 0)
  if (high < low && !change) return null
  const rate =
    unit.unit.per ?? per?.per ?? (unit.unit.kind !== 'share' && isYearlyBefore(text, start) ? 'year' : undefined)
  const assumption = [unit.unit.assumption, change && CHANGE_ASSUMPTION].filter(Boolean).join('; ')
  const value: QuantityValue = {
    kind: 'quantity',
    text: text.slice(start, end),
    value: change ? high : clean((low + high) / 2),
    unit: per?.unit ? `${unit.written}${per.unit}` : unit.unit.unit,
  }
  if (high > low && !change) Object.assign(value, { low, high })
  if (rate) value.per = rate
  if (bound || open) value.bound = bound?.bound ?? open?.bound
  if (assumption) value.assumption = assumption
  return { start, end, kind: unit.unit.kind, value }
}

/**
 * Every measured quantity of a text, in order, without overlaps: a number with a unit, a currency or a counted noun. Tons are
 * read as tonnes, with the assumption recorded; a range has its middle as value; of "from 65 to 110 kt" after a verb of change the
 * later figure counts.
 */
export function findQuantities(text: string): FoundQuantity[] {
  const found: FoundQuantity[] = []
  for (let position = findNumberStart(text, 0); position >= 0; ) {
    const number = readNumberAt(text, position)
    const quantity = number && readQuantity(text, number)
    const fits = quantity && quantity.start >= (found.at(-1)?.end ?? 0)
    if (fits) found.push(quantity)
    position = findNumberStart(text, Math.max(number?.end ?? position + 1, fits ? quantity.end : 0))
  }
  return found
}

/** What may stand around the one quantity of a text: words before it, with what it grew from at most; its substance after it. */
const LEAD = /^[^\d.;:。；]{0,60}(?:\b(?:from|de|desde) [\d.,]{1,12}[^\d.;:。；]{1,12})?$/u
const REST = /^(?:\s(?:of|de|d['’])\s?[^.;]{1,80})?[\s.。]*$/iu

/**
 * Reads a text that holds one quantity: "SEK 1.3 billion", "roughly 70%", "an annual capacity of 300,000 tons", "110,000 tonnes of EAF dust a
 * year". A bare number has the unit `1`. `null` for none or several.
 */
export function parseQuantity(text: string): QuantityValue | null {
  const trimmed = text.trim()
  if (trimmed.length === 0 || trimmed.length > 160) return null
  const [found, more] = findQuantities(trimmed)
  if (found) {
    const whole = !more && LEAD.test(trimmed.slice(0, found.start)) && REST.test(trimmed.slice(found.end))
    return whole ? { ...found.value, text: trimmed } : null
  }
  const start = Math.max(0, trimmed.search(/\d/))
  const bound = findBound(trimmed, start)
  const number = (bound?.start ?? start) === 0 ? readNumberAt(trimmed, start) : null
  if (!number || number.end !== trimmed.length) return null
  return { kind: 'quantity', text: trimmed, value: number.value, unit: '1', ...(bound && { bound: bound.bound }) }
}
