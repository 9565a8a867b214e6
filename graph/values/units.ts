import type { QuantityValue } from './value.ts'

type Per = NonNullable<QuantityValue['per']>

/** What a unit measures. */
export type QuantityKind =
  | 'mass'
  | 'share'
  | 'money'
  | 'area'
  | 'volume'
  | 'length'
  | 'energy'
  | 'duration'
  | 'count'
  | 'other'

/** A unit as a text writes it, and what it is normalised to. */
export interface Unit {
  /** Normal form: `t`, `%`, an ISO 4217 code, `ha`, `MW`, or the singular of what is counted. */
  unit: string
  /** What one written unit is in normal units. */
  factor: number
  kind: QuantityKind
  per?: Per
  assumption?: string
}

interface UnitPattern extends Unit {
  source: string
  /** Case tells: `Mt` is a million tonnes, `MT` one. */
  exactCase?: true
}

const TON = '“ton” is read as the metric tonne'
const LATIN_END = '(?![\\p{L}\\d²³])'
/** Units of scripts without spaces may touch what follows. */
const HAN_END = '(?![a-z])'

function word(kind: Unit['kind'], unit: string, factor: number, source: string, rest: Partial<Unit> = {}): UnitPattern {
  const parts = source
    .split(/\|(?![^()]*\))/)
    .map((part) => `(?:${part})${/[一-鿿ก-๛]/.test(part) ? HAN_END : LATIN_END}`)
  return { kind, unit, factor, source: parts.join('|'), ...rest }
}

function symbol(
  kind: Unit['kind'],
  unit: string,
  factor: number,
  source: string,
  rest: Partial<Unit> = {},
): UnitPattern {
  return { kind, unit, factor, source: `(?:${source})${LATIN_END}`, exactCase: true, ...rest }
}

function sign(unit: string, factor: number, source: string): UnitPattern {
  return { kind: 'share', unit, factor, source }
}

/** In the order they are tried: longer first. */
const UNITS: readonly UnitPattern[] = [
  word('share', 'pp', 1, 'percentage points?|puntos porcentuales|points de pourcentage|个百分点'),
  sign('%', 1, '(?:wt\\.? ?|mass |vol\\.? ?)?[%％]'),
  word('share', '%', 1, 'per ?cent|percent|pct|por ?ciento|pour ?cents?|persen|phần trăm'),
  sign('%', 0.1, '‰'),
  symbol('mass', 't', 1e6, 'Mtpa|MTPA|Mtpy', { per: 'year' }),
  symbol('mass', 't', 1e3, 'ktpa|KTPA|kTPA|ktpy', { per: 'year' }),
  word('mass', 't', 1, 'tpa|tpy', { per: 'year' }),
  word('mass', 't', 1, 'tpm', { per: 'month' }),
  word('mass', 't', 1, 'tpd', { per: 'day' }),
  word('mass', 't', 1, 'tph', { per: 'hour' }),
  word('mass', 't', 0.90718474, 'short tons?|net tons?'),
  word('mass', 't', 1.0160469088, 'long tons?'),
  word('mass', 't', 1, 'metric tons?|metric tonnes?|tonnes?|公吨|吨|toneladas métricas|tonnes métriques'),
  word('mass', 't', 1, 'tons?', { assumption: TON }),
  word('mass', 't', 1, 'ตัน|toneladas?|tấn|тонн[аы]?|ton'),
  word('mass', 't', 1e3, 'kilotonnes?|kilotons?'),
  word('mass', 't', 1e6, 'megatonnes?|MMT'),
  symbol('mass', 't', 1e3, 'kt|Kt|KT'),
  symbol('mass', 't', 1e6, 'Mt'),
  symbol('mass', 't', 1, 'MT|mt', { assumption: '“MT” is read as the metric tonne' }),
  symbol('mass', 't', 1, 't|T'),
  word('mass', 't', 1e-3, 'kilogrammes?|kilograms?|kilogramos?|kilos?|kgs?|公斤|千克'),
  word('mass', 't', 1e-6, 'grams?|grammes?|gramos?|克'),
  symbol('mass', 't', 1e-6, 'g'),
  symbol('mass', 't', 1e-9, 'mg'),
  word('mass', 't', 0.00045359237, 'pounds of weight|lbs?'),
  word('mass', 'oz', 1, 'troy ounces?|ounces?|oz'),
  word('energy', 'MWh', 1, 'MWh|megawatt[- ]hours?'),
  word('energy', 'GWh', 1, 'GWh|gigawatt[- ]hours?'),
  word('energy', 'kWh', 1, 'kWh|kilowatt[- ]hours?|千瓦时'),
  word('energy', 'GW', 1, 'GW|gigawatts?'),
  word('energy', 'MW', 1, 'MW|megawatts?|兆瓦'),
  word('energy', 'kW', 1, 'kW|kilowatts?|千瓦'),
  word('area', 'ha', 1, 'ha|hectares?|hectáreas?|公顷'),
  word('area', 'ha', 1 / 15, 'mu|亩'),
  word('area', 'ha', 0.40468564224, 'acres?'),
  word(
    'area',
    'km2',
    1,
    'km²|km2|square kilomet(?:re|er)s?|sq\\.? ?km|平方公里|kilómetros cuadrados|kilomètres carrés',
  ),
  word('area', 'm2', 1, 'm²|m2|square met(?:re|er)s?|sq\\.? ?m|sqm|平方米|metros cuadrados|mètres carrés'),
  word('area', 'm2', 0.09290304, 'square (?:feet|foot)|sq\\.? ?ft|ft²'),
  word('volume', 'm3', 1, 'm³|m3|cubic met(?:re|er)s?|立方米|metros cúbicos|mètres cubes'),
  word('volume', 'l', 1, 'lit(?:re|er)s?|litros?|升'),
  word('other', '°C', 1, '°\\s?C|℃|degrees (?:celsius|centigrade)|摄氏度'),
  word('length', 'km', 1, 'km|kilomet(?:re|er)s?|公里'),
  word('length', 'm', 1, 'met(?:re|er)s?|米'),
  symbol('length', 'm', 1, 'm'),
  word('other', 'ppm', 1, 'ppm'),
]

const CURRENCY: [code: string, prefix: string, suffix: string, assumption?: string][] = [
  [
    'USD',
    'US\\$|U\\.S\\.\\$|USD|US dollars?',
    'US dollars?|U\\.S\\. dollars?|USD|American dollars?|dólares estadounidenses|dollars américains|美元|美金',
  ],
  ['HKD', 'HK\\$|HKD', 'HKD|Hong Kong dollars?|港元|港币'],
  ['SGD', 'S\\$|SGD', 'SGD|Singapore dollars?'],
  ['AUD', 'A\\$|AU\\$|AUD', 'AUD|Australian dollars?|澳元'],
  ['CAD', 'C\\$|CA\\$|CAD', 'CAD|Canadian dollars?'],
  ['NZD', 'NZ\\$|NZD', 'NZD'],
  ['TWD', 'NT\\$|TWD', 'TWD|新台币'],
  ['BRL', 'R\\$|BRL', 'BRL|reais'],
  ['MXN', 'MX\\$|MXN', 'MXN|pesos mexicanos'],
  ['EUR', '€|EUR', 'EUR|€|euros?|欧元'],
  ['GBP', '£|GBP', 'GBP|pounds? sterling|pounds|英镑'],
  ['CNY', 'RMB|CNY|CN¥|人民币', 'yuan|renminbi|RMB|CNY|元人民币|元'],
  ['JPY', 'JPY|JP¥', 'yen|JPY|日元|円'],
  ['KRW', '₩|KRW', 'won|KRW|韩元'],
  ['INR', '₹|INR|Rs\\.?', 'rupees|INR'],
  ['IDR', 'Rp\\.?|IDR', 'rupiahs?|IDR'],
  ['THB', '฿|THB', 'baht|THB|บาท'],
  ['VND', '₫|VND', 'dong|VND|đồng|越南盾'],
  ['PHP', '₱|PHP', 'PHP|Philippine pesos'],
  ['MYR', 'RM|MYR', 'ringgit|MYR'],
  ['BDT', '৳|BDT|Tk\\.?', 'taka|BDT'],
  ['LAK', '₭|LAK', 'kip|LAK'],
  ['KHR', '៛|KHR', 'riels?|KHR'],
  ['SEK', 'SEK', 'SEK|Swedish kron(?:or|a)|kronor'],
  ['NOK', 'NOK', 'NOK|Norwegian kroner'],
  ['DKK', 'DKK', 'DKK|Danish kroner'],
  ['CHF', 'CHF', 'CHF|Swiss francs?'],
  ['RUB', '₽|RUB', 'roubles|rubles|RUB'],
  ['TRY', '₺|TRY', 'Turkish lira|TRY'],
  ['ZAR', 'ZAR', 'rand|ZAR'],
  ['CNY', '¥|￥', '¥', '“¥” is read as the Chinese yuan'],
  ['USD', '\\$', 'dollars?|dólares', '“$” is read as the US dollar'],
]

/** A currency before its number; ends where the number begins. Matched against the text up to there. */
export const CURRENCY_BEFORE: readonly { unit: string; pattern: RegExp; assumption?: string }[] = CURRENCY.map(
  ([unit, prefix, , assumption]) => ({
    unit,
    pattern: new RegExp(`(?<![\\p{L}])(?:${prefix})[\\s\\u00a0\\u202f]?$`, 'u'),
    ...(assumption && { assumption }),
  }),
)

const CURRENCY_AFTER: readonly UnitPattern[] = CURRENCY.map(([unit, , suffix, assumption]) =>
  word('money', unit, 1, suffix, assumption ? { assumption } : {}),
)

/** One pattern for many units: the group that matched tells which. */
function compile(units: readonly UnitPattern[], flags: string): { units: readonly Unit[]; pattern: RegExp } {
  const bare = units.map(({ source, exactCase, ...unit }) => unit)
  return { units: bare, pattern: new RegExp(units.map(({ source }) => `(${source})`).join('|'), flags) }
}

const ALL = [...UNITS, ...CURRENCY_AFTER]
const LISTS = [
  compile(
    ALL.filter(({ exactCase }) => exactCase),
    'uy',
  ),
  compile(
    ALL.filter(({ exactCase }) => !exactCase),
    'iuy',
  ),
]

/** The unit written at `position`, money included, and where it ends. */
export function readUnitAt(text: string, position: number): { unit: Unit; end: number } | null {
  for (const { units, pattern } of LISTS) {
    pattern.lastIndex = position
    const match = pattern.exec(text)
    const unit = match && units[match.findIndex((group, index) => index > 0 && group !== undefined) - 1]
    if (unit) return { unit, end: position + match[0].length }
  }
  return null
}

/** Denominators that make a rate of a unit, and phrases that say the same. */
export const PER_TIME: readonly [Per, words: string, phrases: string][] = [
  [
    'year',
    'a|y|yr|yrs|year|annum|annual|年|año|an|tahun|năm|ปี',
    'annually|yearly|p\\.a\\.|pa|anuales|annuels?|annuelles?|par an|setahun|ต่อปี',
  ],
  ['month', 'month|mo|月|mes|mois|bulan|tháng', 'monthly'],
  ['day', 'd|day|日|天|día|jour|hari|ngày|วัน', 'daily|diarias|ต่อวัน'],
  ['hour', 'h|hr|hour|小时|hora|heure|jam|giờ', 'hourly'],
]
