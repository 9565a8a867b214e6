import type { Span } from '../../../graph/document.ts'
import type { QuantityValue } from '../../../graph/values/value.ts'

export type QuantityKind = 'mass' | 'money' | 'share' | 'count' | 'area' | 'energy' | 'volume' | 'length' | 'duration'

/** A measured figure in running text. Offsets count in the document. */
export interface FoundQuantity extends Span {
  kind: QuantityKind
  value: QuantityValue
  /** What is counted, singular and folded ("member", "household"), for kind `count`. */
  counted?: string
}

const NUMBER =
  '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?(?!\\d)|\\d+,\\d{1,2}(?![\\d,])|\\d{1,3}(?:[,\\u00a0\\u202f ]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const BOUNDS: Record<string, 'about' | 'at-least' | 'at-most'> = {}
for (const word of 'about around roughly approximately approx. nearly almost some circa ca. close@to near alrededor@de aproximadamente unos cerca@de environ 约 大约 近'.split(
  ' ',
))
  BOUNDS[word.replaceAll('@', ' ')] = 'about'
for (const word of 'more@than over exceeding in@excess@of at@least above no@less@than upwards@of más@de mas@de plus@de 超过 逾 至少'.split(
  ' ',
))
  BOUNDS[word.replaceAll('@', ' ')] = 'at-least'
for (const word of 'up@to less@than under below at@most no@more@than as@much@as hasta menos@de 不足 最多 高达'.split(
  ' ',
))
  BOUNDS[word.replaceAll('@', ' ')] = 'at-most'

const SCALES: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  mil: 1e3,
  million: 1e6,
  millions: 1e6,
  mn: 1e6,
  m: 1e6,
  mio: 1e6,
  millones: 1e6,
  millón: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  亿: 1e8,
  万亿: 1e12,
}

const MASS: Record<string, number> = {
  t: 1,
  kt: 1e3,
  mt: 1e6,
  kg: 1e-3,
  g: 1e-6,
  ton: 1,
  tons: 1,
  tonne: 1,
  tonnes: 1,
  'metric ton': 1,
  'metric tons': 1,
  'metric tonnes': 1,
  'metric tonne': 1,
  mta: 1e6,
  tpa: 1,
  tpy: 1,
  ktpa: 1e3,
  kilogram: 1e-3,
  kilograms: 1e-3,
  kilo: 1e-3,
  kilos: 1e-3,
  lb: 0.00045359237,
  lbs: 0.00045359237,
  pound: 0.00045359237,
  pounds: 0.00045359237,
  kilotonnes: 1e3,
  kilotons: 1e3,
  toneladas: 1,
  tonelada: 1,
  吨: 1,
  公斤: 1e-3,
  千克: 1e-3,
}
const ANNUAL_UNITS = new Set(['mta', 'tpa', 'tpy', 'ktpa'])
const CURRENCIES: Record<string, string> = {
  'dólares estadounidenses': 'USD',
  dólares: 'USD',
  dolares: 'USD',
  $: 'USD',
  us$: 'USD',
  usd: 'USD',
  'us dollars': 'USD',
  dollars: 'USD',
  dollar: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  euros: 'EUR',
  euro: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  pounds: 'GBP',
  '¥': 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  yuan: 'CNY',
  元: 'CNY',
  人民币: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  sek: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  chf: 'CHF',
  jpy: 'JPY',
  yen: 'JPY',
  krw: 'KRW',
  won: 'KRW',
  inr: 'INR',
  '₹': 'INR',
  rupees: 'INR',
  cad: 'CAD',
  c$: 'CAD',
  aud: 'AUD',
  a$: 'AUD',
  thb: 'THB',
  baht: 'THB',
  idr: 'IDR',
  rp: 'IDR',
  vnd: 'VND',
  myr: 'MYR',
  rm: 'MYR',
  ringgit: 'MYR',
  php: 'PHP',
  sgd: 'SGD',
  brl: 'BRL',
  r$: 'BRL',
  mxn: 'MXN',
  pesos: 'MXN',
  zar: 'ZAR',
  aed: 'AED',
  sar: 'SAR',
  try: 'TRY',
  pln: 'PLN',
}
const AREAS: Record<string, [string, number]> = {
  hectares: ['ha', 1],
  hectare: ['ha', 1],
  ha: ['ha', 1],
  acres: ['ha', 0.40468564],
  acre: ['ha', 0.40468564],
  'square metres': ['m2', 1],
  'square meters': ['m2', 1],
  'm²': ['m2', 1],
  m2: ['m2', 1],
  sqm: ['m2', 1],
  'square feet': ['m2', 0.09290304],
  'sq ft': ['m2', 0.09290304],
  'sq. ft': ['m2', 0.09290304],
  'square kilometres': ['km2', 1],
  'square kilometers': ['km2', 1],
  'km²': ['km2', 1],
  亩: ['ha', 1 / 15],
  平方米: ['m2', 1],
}
const OTHERS: Record<string, [QuantityKind, string]> = {
  mw: ['energy', 'MW'],
  gw: ['energy', 'GW'],
  kw: ['energy', 'kW'],
  gwh: ['energy', 'GWh'],
  mwh: ['energy', 'MWh'],
  kwh: ['energy', 'kWh'],
  litres: ['volume', 'l'],
  liters: ['volume', 'l'],
  'cubic metres': ['volume', 'm3'],
  'cubic meters': ['volume', 'm3'],
  'm³': ['volume', 'm3'],
  m3: ['volume', 'm3'],
  km: ['length', 'km'],
  kilometres: ['length', 'km'],
  kilometers: ['length', 'km'],
}

const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const longestFirst = (words: string[]): string =>
  words
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|')
const SYMBOLS = Object.keys(CURRENCIES).filter(
  (word) =>
    !/^(?:dollars?|euros?|pounds|yuan|yen|won|rupees|baht|ringgit|pesos|us dollars|try|元|美元|欧元)$/.test(word),
)
const MONEY_WORDS = [
  'dólares estadounidenses',
  'dólares',
  'dolares',
  'us dollars',
  'dollars',
  'euros',
  'euro',
  'yuan',
  'yen',
  'won',
  'rupees',
  'baht',
  'ringgit',
  'pesos',
  'rmb',
  'usd',
  'eur',
  'cny',
  'sek',
  '元',
  '美元',
  '欧元',
  '人民币',
]
const PER =
  '(?:\\s?(?:\\/|per|a|an|each|every|por|al|par)\\s?(?<per>year|annum|yr|y|a|month|day|hour|h|año|an)(?![\\p{L}])|\\s?(?<adverb>annually|yearly|p\\.a\\.|a year|monthly|daily|每年|年))?'

const QUANTITY = new RegExp(
  `(?:(?<bound>${longestFirst(Object.keys(BOUNDS))})\\s?(?:the\\s)?)?` +
    `(?:(?<symbol>(?<![\\p{L}])(?:${longestFirst(SYMBOLS)}))\\s?)?` +
    `(?<![\\p{Script=Latin}\\d.,])(?<low>${NUMBER})(?:\\s?(?:-|–|—|to|and|至|~)\\s?(?<high>${NUMBER}))?` +
    `(?:(?:\\s|-)?(?<scale>${longestFirst(Object.keys(SCALES))})(?![a-z]))?` +
    '(?:(?:\\s|-|\\s?of\\s|\\s?de\\s)?(?<unit>' +
    `%|percent|per\\scent|por\\sciento|pour\\scent|${longestFirst([...Object.keys(MASS), ...Object.keys(AREAS), ...Object.keys(OTHERS), ...MONEY_WORDS])}` +
    `)(?![\\p{Script=Latin}\\d²³])${PER})?`,
  'giu',
)
const DIGIT = /\d/
const COUNTED =
  /^\s?(?:(?:\p{L}+(?:-\p{L}+)?\s){0,3}?)(?<noun>members?|memberships?|participants?|delegates?|attendees|representatives|specialists|experts|guests|visitors|households|families|employees|workers|staff|people|persons|jobs|cities|countries|sites|plants|facilities|stations|locations|places|installations|points|bases|inhabitants|residents|companies|enterprises|organisations|organizations|exhibitors|miembros|participantes|empleados|trabajadores|personas|ciudades|países|paises|hogares|socios)(?![\p{L}])/iu
const NOUNS_ZH: Record<string, string> = {
  代表: 'delegate',
  专家: 'expert',
  嘉宾: 'guest',
  参会者: 'participant',
  学员: 'participant',
  成员: 'member',
  会员: 'member',
  员工: 'employee',
  职工: 'employee',
  人口: 'inhabitant',
  居民: 'resident',
  户: 'household',
}
const COUNTED_ZH =
  /^(?:余|多)?(?:名|位|家|个|万)?(?:\p{sc=Han}{0,3}?)(?<noun>代表|专家|嘉宾|参会者|学员|成员|会员|员工|职工|居民|户)/u
const SHARE_WORDS = new Set(['%', 'percent', 'per cent', 'por ciento', 'pour cent'])

/** "rose from 45,000 to 120,000 tonnes" is no range: what it rose to is the figure. */
const CHANGE =
  /(?:rais|rose|ris|climb|increas|expand|grow|grew|lift|doubl|trebl|tripl|boost|jump|amplia|aument|pas[óo])[^.;]*(?:from|de)\s$/i

/** Languages that write 1.234,5 where English writes 1,234.5. */
const DECIMAL_COMMA = new Set([
  'es',
  'fr',
  'de',
  'pt',
  'it',
  'id',
  'vi',
  'ru',
  'tr',
  'nl',
  'sv',
  'pl',
  'da',
  'fi',
  'cs',
])

function readEnglish(text: string): number {
  // Only a number of several groups of three is unmistakable: 1.200.000.
  const plain = /^\d{1,3}(?:\.\d{3}){2,}$/.test(text) ? text.replaceAll('.', '') : text
  return Number((/^\d+,\d{1,2}$/.test(plain) ? plain.replace(',', '.') : plain).replace(/[,\u00a0\u202f ]/g, ''))
}

function readContinental(text: string): number {
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text) ? text.replaceAll('.', '') : text
  return Number(
    (/^\d+,\d{1,2}$/.test(plain) || /^\d{4,},\d+$/.test(plain) ? plain.replace(',', '.') : plain).replace(
      /[,\u00a0\u202f ]/g,
      '',
    ),
  )
}

/** Figures with a unit or a counted noun between two offsets of the text. */
export function findQuantities(text: string, from: number, to: number, language = 'en'): FoundQuantity[] {
  const part = text.slice(from, to)
  if (!DIGIT.test(part)) return []
  const found: FoundQuantity[] = []
  for (const match of part.matchAll(QUANTITY)) {
    const quantity = readMatch(match, part, DECIMAL_COMMA.has(language))
    if (quantity) found.push({ ...quantity, start: from + quantity.start, end: from + quantity.end })
  }
  return found
}

function readMatch(match: RegExpMatchArray, part: string, comma: boolean): FoundQuantity | null {
  const toNumber = comma ? readContinental : readEnglish
  const { bound, symbol, low = '', high, scale, per, adverb } = match.groups ?? {}
  const unit = match.groups?.unit?.toLowerCase().replace(/\s+/g, ' ')
  const start = match.index ?? 0
  let end = start + match[0].length
  const changed = high !== undefined && CHANGE.test(part.slice(Math.max(0, start - 70), start))
  const factor = scale ? (SCALES[scale.toLowerCase()] ?? 1) : 1
  const bounded = bound ? BOUNDS[bound.toLowerCase().replace(/\s+/g, ' ')] : undefined
  const period =
    periodOf(per, adverb, unit) ??
    periodOf(LATER_PER.exec(part.slice(end, end + 60))?.groups?.per, undefined, undefined)
  const measure = (multiplier: number, name: string, assumption?: string): QuantityValue => ({
    kind: 'quantity',
    text: (changed ? part.slice(part.indexOf(high as string, start + low.length), end) : part.slice(start, end)).trim(),
    value: toNumber(high ?? low) * factor * multiplier,
    unit: name,
    ...(high && !changed
      ? { low: toNumber(low) * factor * multiplier, high: toNumber(high) * factor * multiplier }
      : {}),
    ...(bounded ? { bound: bounded } : {}),
    ...(period ? { per: period } : {}),
    ...(assumption ? { assumption } : {}),
  })
  if (symbol) {
    const code = CURRENCIES[symbol.toLowerCase()]
    if (code && !(unit && MASS[unit] !== undefined)) return { start, end, kind: 'money', value: measure(1, code) }
  }
  if (unit) {
    if (SHARE_WORDS.has(unit)) return { start, end, kind: 'share', value: measure(1, '%') }
    const area = AREAS[unit]
    if (area) return { start, end, kind: 'area', value: measure(area[1], area[0]) }
    if (MONEY_WORDS.includes(unit) && !(unit === 'pounds'))
      return { start, end, kind: 'money', value: measure(1, CURRENCIES[unit] ?? unit.toUpperCase()) }
    const mass = MASS[unit]
    if (mass !== undefined)
      return {
        start,
        end,
        kind: 'mass',
        value: measure(mass, 't', /^tons?$|^tp[ay]$/.test(unit) ? 'ton read as metric tonne' : undefined),
      }
    const other = OTHERS[unit]
    if (other) return { start, end, kind: other[0], value: measure(1, other[1]) }
  }
  const chinese = COUNTED_ZH.exec(part.slice(end, end + 12))
  if (chinese?.groups?.noun && !symbol && !unit) {
    const noun = NOUNS_ZH[chinese.groups.noun] ?? 'member'
    end += chinese[0].length
    return { start, end, kind: 'count', counted: noun, value: measure(1, noun) }
  }
  const counted = COUNTED.exec(part.slice(end, end + 80))
  if (counted?.groups?.noun && !symbol) {
    const noun = counted.groups.noun.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '')
    end += counted[0].length
    return { start, end, kind: 'count', counted: noun, value: measure(1, noun) }
  }
  return null
}

/** "500 kilograms of black mass per day": the period stands behind what is measured. */
const LATER_PER = /^\sof\s(?:[\p{L}-]+\s){1,5}?(?:per|a|an|each|every)\s(?<per>year|annum|month|day|hour)(?!\p{L})/u

function periodOf(
  per: string | undefined,
  adverb: string | undefined,
  unit: string | undefined,
): QuantityValue['per'] | undefined {
  const word = (per ?? adverb)?.toLowerCase()
  if (word === undefined) return unit !== undefined && ANNUAL_UNITS.has(unit) ? 'year' : undefined
  if (word.startsWith('m')) return 'month'
  if (word.startsWith('d')) return 'day'
  if (word.startsWith('h')) return 'hour'
  return 'year'
}
