import { CHINESE_NUMERAL, readChineseNumber } from './chinese-numerals.ts'

/** A number with its place; `end` is exclusive. */
export interface FoundNumber {
  start: number
  end: number
  value: number
  /** Digits like "45.000": a thousand separator in some languages, three decimals in others. */
  ambiguous?: true
  /** Written as a plain run of four digits, as years are. */
  yearLike?: true
  inWords?: true
}

const WORDS: Record<string, number> = Object.fromEntries(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    '_ un dos tres cuatro cinco seis siete ocho nueve diez',
    '_ une deux trois quatre cinq _ sept huit neuf dix',
    '_ satu dua tiga empat lima enam tujuh delapan sembilan sepuluh',
  ].flatMap((row) => row.split(' ').map((word, index) => [word, index] as const)),
)
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, index) => {
  WORDS[word] = (index + 2) * 10
})
delete WORDS._

const SCALES: [pattern: string, factor: number][] = [
  ['mil millones|thousand million', 1e9],
  ['trillion|triliun|billones|万亿|兆', 1e12],
  ['billions?|bn|bln|milliards?|miliar|tỷ', 1e9],
  ['亿', 1e8],
  ['千万|crores?', 1e7],
  ['millions?|millones|millón|mln|mn|mio|juta|triệu|百万|ล้าน', 1e6],
  ['lakhs?|十万', 1e5],
  ['万', 1e4],
  ['thousand|mille|mil|miles|ribu|nghìn|千', 1e3],
  ['hundred|百', 100],
  ['dozen', 12],
]
const SCALE_WORD = new RegExp(
  `[\\s\\u00a0\\u202f-]?(?:${SCALES.map(([pattern]) => `(${pattern})`).join('|')})(?!\\p{Script=Latin})`,
  'iuy',
)
/** One letter: only touching its number. `m` is a million before a mass or after a currency, else a metre: the caller knows. */
const SCALE_LETTER = /\s?(?:([kK])|([mM])|([bB]))(?![\p{L}\d²³])/uy

const WORD_SOURCE = `(?:${Object.keys(WORDS)
  .filter((word) => !['zero', 'un', 'une'].includes(word))
  .join('|')})`

/** First letters in either case: a pattern without the `i` and `u` flags is several times faster over a whole document. */
const EITHER_CASE = Object.keys(WORDS)
  .filter((word) => !['zero', 'un', 'une'].includes(word))
  .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
const START = new RegExp(
  `\\d|${CHINESE_NUMERAL}|\\b(?:${EITHER_CASE.join('|')})(?=[\\s-])|\\b(?:[Aa]n?|[Hh]alf an?|[Uu]ne?) (?=hundred|thousand|million|billion|trillion|dozen|mill[oó]n|milliard)`,
  'g',
)

/** What may touch a number from the left: a sign, a bracket, another script, or the letters of a currency. */
const JOINED_LEFT = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}_.,@/]$/u
const CURRENCY_LEFT = /(?:^|[^\p{L}\p{N}])(?:[A-Z]{2,3}|Rs\.?|Rp\.?)$/u
/** 第三 is an ordinal; inside a longer number nothing begins. */
const CHINESE_LEFT = new RegExp(`(?:${CHINESE_NUMERAL}|[第\\d.])$`)

function mayBegin(text: string, start: number): boolean {
  const sign = text.charAt(start)
  const before = text.slice(Math.max(0, start - 5), start)
  if (sign >= '0' && sign <= '9') return !JOINED_LEFT.test(before) || CURRENCY_LEFT.test(before)
  return sign > '\u3000' ? !CHINESE_LEFT.test(before) : !/[\p{L}\p{N}-]$/u.test(before)
}

/** Numbers of a text from `position` on: where each begins. Pass the end of what was read to go on. */
export function findNumberStart(text: string, position: number): number {
  START.lastIndex = position
  for (let match = START.exec(text); match; match = START.exec(text))
    if (mayBegin(text, match.index)) return match.index
  return -1
}

const SEPARATED = /\d{1,3}(?:[,'’\u00a0\u202f\u2009]\d{3})+(?![\d])(?:\.\d+)?/uy
const SPACED = /\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+(?!\d))?/uy
const DOTTED = /\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})(?!\d)/uy
const INDIAN = /\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?/uy
const DECIMAL_COMMA = /\d{1,9},\d{1,2}(?![\d,])/uy
const PLAIN = /\d{1,15}(?:\.\d+)?(?!\d)/uy
const WORD = new RegExp(
  `(half an?|an?|un|une|${WORD_SOURCE})(?:-(one|two|three|four|five|six|seven|eight|nine))?(?![\\p{L}])`,
  'iuy',
)
const CHINESE = new RegExp(`${CHINESE_NUMERAL}{1,10}`, 'uy')

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

function clean(value: number): number {
  return Number(value.toPrecision(12))
}

/** The number that begins at `position`, its scale words included ("1.3 billion", 3亿, "two hundred"). */
export function readNumberAt(text: string, position: number): FoundNumber | null {
  return readDigits(text, position) ?? readWords(text, position) ?? readChinese(text, position)
}

function readDigits(text: string, start: number): FoundNumber | null {
  const separated =
    at(INDIAN, text, start) ?? at(DOTTED, text, start) ?? at(SEPARATED, text, start) ?? at(SPACED, text, start)
  const match = separated ?? at(DECIMAL_COMMA, text, start) ?? at(PLAIN, text, start)
  if (!match) return null
  const written = match[0]
  const dotted = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(written)
  const ambiguous = /^\d{1,3}\.\d{3}$/.test(written)
  const digits =
    dotted && !ambiguous
      ? written.replaceAll('.', '').replace(',', '.')
      : !separated && written.includes(',')
        ? written.replace(',', '.')
        : written.replaceAll(/[,'’\s\u00a0\u202f\u2009](?=\d{2,3}(?:\D|$))/gu, '').replace(',', '.')
  const base = Number(digits)
  if (!Number.isFinite(base)) return null
  const scaled = readScale(text, start + written.length, base)
  return {
    start,
    ...scaled,
    ...(ambiguous && scaled.value === base && { ambiguous: true as const }),
    ...(/^(?:1[89]|20)\d\d$/.test(written) && scaled.value === base && { yearLike: true as const }),
  }
}

function readScale(text: string, position: number, base: number): { end: number; value: number } {
  let end = position
  let value = base
  for (let round = 0; round < 3; round++) {
    const match = at(SCALE_WORD, text, end)
    if (!match) break
    value *= SCALES[match.slice(1).findIndex((group) => group !== undefined)]?.[1] ?? 1
    end += match[0].length
  }
  return { end, value: clean(value) }
}

/** "k", "m" or "b" touching a number that ends at `position`: its factor and end. */
export function readScaleLetter(
  text: string,
  position: number,
): { end: number; factor: number; letter: 'k' | 'm' | 'b' } | null {
  const match = at(SCALE_LETTER, text, position)
  if (!match) return null
  const end = position + match[0].length
  if (match[1]) return { end, factor: 1e3, letter: 'k' }
  return match[2] ? { end, factor: 1e6, letter: 'm' } : { end, factor: 1e9, letter: 'b' }
}

function readWords(text: string, start: number): FoundNumber | null {
  const match = at(WORD, text, start)
  if (!match) return null
  const word = (match[1] as string).toLowerCase()
  const article = /^(?:half an?|an?|une?)$/.test(word)
  const base = article
    ? word.startsWith('half')
      ? 0.5
      : 1
    : (WORDS[word] ?? 0) + (match[2] ? (WORDS[match[2].toLowerCase()] ?? 0) : 0)
  const scaled = readRest(text, readScale(text, start + match[0].length, base))
  // "a" and "half a" are numbers only before a scale: "a million", not "a plant".
  if (article && scaled.value === base) return null
  return { start, ...scaled, inWords: true }
}

const NEXT_WORD = new RegExp(
  `[\\s-](?:and\\s)?(${WORD_SOURCE})(?:-(one|two|three|four|five|six|seven|eight|nine))?(\\shundred)?(?![\\p{L}-])`,
  'iuy',
)

/** "one hundred" goes on with "and fifty thousand", "two thousand" with "five hundred": what is smaller is added, what scales scales all. */
function readRest(text: string, { end, value }: { end: number; value: number }): { end: number; value: number } {
  const match = value >= 20 ? at(NEXT_WORD, text, end) : null
  if (!match) return { end, value }
  const [whole, word = '', unit, hundred] = match
  const piece = ((WORDS[word.toLowerCase()] ?? 0) + (WORDS[unit?.toLowerCase() ?? ''] ?? 0)) * (hundred ? 100 : 1)
  const after = end + whole.length
  if (piece === 0) return { end, value }
  if (value >= 1_000) {
    const further = readScale(text, after, piece)
    const room = 1_000 ** Math.floor(Math.log10(value) / 3)
    return further.value < room && value % room === 0
      ? readRest(text, { end: further.end, value: value + further.value })
      : { end, value }
  }
  const room = piece < 10 && value < 100 ? 10 : 100
  return value % room === 0 && piece < room ? readRest(text, readScale(text, after, value + piece)) : { end, value }
}

function readChinese(text: string, start: number): FoundNumber | null {
  const match = at(CHINESE, text, start)
  const value = match && readChineseNumber(match[0])
  return match && value !== null ? { start, end: start + match[0].length, value, inWords: true } : null
}
