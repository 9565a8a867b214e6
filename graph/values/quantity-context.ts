import { PER_TIME, type Unit } from './units.ts'
import type { QuantityValue } from './value.ts'

type Bound = NonNullable<QuantityValue['bound']>
type Per = NonNullable<QuantityValue['per']>

/** Words directly before a quantity that blur it or leave it open; matched at the end of what precedes. Surer phrases first. */
const BOUNDS: readonly [Bound, RegExp][] = [
  [
    'at-most',
    /(?:(?<![\p{L}])(?:up to|at most|less than|fewer than|no more than|not more than|not exceeding|below|under|maximum(?: of)?|max\.?|hasta|menos de|como máximo|moins de|jusqu['’]à|au plus|hingga|kurang dari)\s|[<≤]\s?|(?:至多|不超过|不到|低于|最多|小于))$/iu,
  ],
  [
    'at-least',
    /(?:(?<![\p{L}])(?:more than|greater than|at least|over|above|exceeding|exceeds?|in excess of|no less than|no fewer than|not less than|upwards of|minimum(?: of)?|min\.?|upward of|beyond|al menos|más de|por lo menos|superior a|plus de|au moins|supérieur à|lebih dari|hơn|surpassing|topping)\s|[>≥]\s?|(?:超过|逾|多于|不低于|不少于|至少|高于|大于|突破|达到?))$/iu,
  ],
  [
    'about',
    /(?:(?<![\p{L}])(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|near|circa|ca\.|c\.|an estimated|estimated|estimated at|alrededor de|aproximadamente|cerca de|casi|unos|unas|environ|près de|presque|quelque|sekitar|khoảng|gần)\s|[~≈～]\s?|(?:约为?|大约|近|将近|接近|大概))$/iu,
  ],
]

/** The bound before a quantity that begins at `start`, with its own start and the end of its words. */
export function findBound(text: string, start: number): { bound: Bound; start: number; wordsEnd: number } | null {
  const before = text.slice(Math.max(0, start - 32), Math.max(0, start))
  for (const [bound, pattern] of BOUNDS) {
    const match = pattern.exec(before)
    // 达 says "reaches": no bound, only a word of the phrase.
    if (match && !/^达到?$/.test(match[0])) return { bound, start: start - match[0].length, wordsEnd: start }
  }
  return null
}

const AFTER: readonly [Bound, RegExp][] = [
  ['at-least', /(?:\s?\+(?!\d)|\s(?:or more|and more|and above|o más|ou plus)(?!\p{L})|及?以上)/iuy],
  ['at-most', /(?:\s(?:or less|or fewer|at most|o menos|ou moins)(?!\p{L})|及?以下|以内)/iuy],
  ['about', /左右/uy],
]

/** The bound after a quantity: "or more", 以上, or 多/余 between number and unit. */
export function findBoundAfter(text: string, end: number, afterNumber: string): { bound: Bound; end: number } | null {
  for (const [bound, pattern] of AFTER) {
    pattern.lastIndex = end
    const match = pattern.exec(text)
    if (match) return { bound, end: end + match[0].length }
  }
  return /^[多余+]/.test(afterNumber) ? { bound: 'at-least', end } : null
}

const TIMES = PER_TIME.map(([per, words, phrases]) => {
  const long = words.split('|').filter((word) => word.length > 1)
  return {
    per,
    slash: new RegExp(`\\s?/\\s?(?:${words})(?![\\p{L}])`, 'iuy'),
    words: new RegExp(
      `[\\s-]?(?:(?<=[\\s-])(?:per|an?|each|every|al|por|par|à l['’]|mỗi)[\\s-]?(?:${long.join('|')})|(?:${phrases}))(?![\\p{L}])`,
      'iuy',
    ),
  }
})
const OTHER_DENOMINATOR = /\/\s?(t|kg|l|L|m3|m³|Nm3|Nm³|tonne|吨|kWh|capita)(?![\p{L}\d])/uy
/** "110,000 tonnes of EAF dust a year": what is measured may stand between. */
const MEASURED_THING =
  /\s(?:of|de)\s[^.;:()\n]{1,60}?(?=\s(?:per|an?|each|every|al|por|par)\s(?:year|annum|day|month|hour|año|an|día|jour)|\sannually|\syearly|\/(?:year|a|yr)\b)/iuy

interface FoundPer {
  per?: Per
  /** A denominator that is no time: `/t`. */
  unit?: string
  end: number
  /** Stands directly after the unit, so it belongs to the quantity's own words. */
  touches: boolean
}

/** The rate a quantity whose unit ends at `end` is told at. */
export function findPer(text: string, end: number, kind: Unit['kind']): FoundPer | null {
  const direct = findPerAt(text, end)
  if (direct) return { ...direct, touches: true }
  OTHER_DENOMINATOR.lastIndex = end
  const other = kind === 'share' ? null : OTHER_DENOMINATOR.exec(text)
  if (other)
    return {
      unit: `/${(other[1] as string).replace('³', '3').replace('吨', 't').replace('tonne', 't')}`,
      end: end + other[0].length,
      touches: true,
    }
  MEASURED_THING.lastIndex = end
  const thing = MEASURED_THING.exec(text)
  const later = thing && findPerAt(text, end + thing[0].length)
  return later ? { ...later, touches: false } : null
}

function findPerAt(text: string, position: number): { per: Per; end: number } | null {
  for (const { per, slash, words } of TIMES) {
    for (const pattern of [slash, words]) {
      pattern.lastIndex = position
      const match = pattern.exec(text)
      if (match) return { per, end: position + match[0].length }
    }
  }
  return null
}

const YEARLY =
  /(?:\b(?:annual|yearly|anual|annuelle?|tahunan)\b(?! (?:report|meeting|conference|forum|growth|general))[^.;:!?\n。；，,]{0,48}|年(?:均|产|处理|处置|回收|利用|综合利用|加工|拆解|产能|产量|产值|生产)[^。；，,]{0,12}|每年[^。；，,]{0,16})$/iu

/** Whether what stands before a quantity, in the same clause, makes it yearly: "annual capacity of …", 年产…. */
export function isYearlyBefore(text: string, start: number): boolean {
  return YEARLY.test(text.slice(Math.max(0, start - 64), start))
}

const CHANGE =
  /(?:ris|rose|rais|climb|increas|expand|grow|grew|lift|boost|trebl|tripl|doubl|jump|scal|cut|reduc|f[ae]ll|drop|decreas|lower|declin|提高|提升|增加|扩大|增至|aument|augment|passe|ampli)\p{L}*[^.;!?。；\n]{0,60}\b(?:from|de|desde)\s$/iu

/** Whether "from A to B" before which this stands tells a change and no range. */
export function isChange(text: string, start: number): boolean {
  return CHANGE.test(text.slice(Math.max(0, start - 110), start))
}
