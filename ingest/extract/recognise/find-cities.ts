import { pinyin } from 'pinyin-pro'
import type { Sentence } from '../../segment/sentence.ts'
import { isCapital, type Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'
import { type City, type CityGazetteer, loadCities } from './city-gazetteer.ts'
import type { DocumentContext } from './document-context.ts'
import { TokenTrie } from './token-trie.ts'
import { CITIES_OF_CHINA_ZH, CITY_NAMES_ZH } from './words/city-aliases.ts'
import { endsLowerName } from './words/function-words.ts'
import { PLACE_LIKE_WORDS } from './words/place-like-words.ts'
import { regionCountry, US_STATE_CODES } from './words/regions.ts'

const BEFORE_PLACE = new Set([
  'in',
  'at',
  'from',
  'near',
  'outside',
  'to',
  'of',
  'around',
  'en',
  'a',
  'de',
  'visit',
  'visited',
  'city',
])
const STRONG_BEFORE = new Set(['in', 'at', 'near', 'outside', 'en'])
const AFTER_CITY = new Set(['city', 'municipality', 'prefecture', 'works', 'plant', 'smelter', 'site', 'facility'])
/** Without any hint a name of this many inhabitants is taken for the city. */
const LARGE = 250_000
/** Where divisions are often named like some small town elsewhere in the country. */
const STATES = new Set(['US', 'CA', 'AU'])
/** Of this many inhabitants, a city is meant before the division of its name. */
const METROPOLIS = 1_000_000

/** States as datelines shorten them. Folded. */
const SHORT_STATES = new Set(
  'ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo'.split(
    ' ',
  ),
)

/** "Basel, Rotterdam and Stockholm (BRS) Conventions": named after cities. */
function isConvention(tokens: readonly Token[], last: number): boolean {
  for (let at = last + 1; at < last + 9; at += 1) {
    const token = tokens[at]
    if (!token) return false
    if (/^(?:convention|conventions|protocol|agreement|amendment|declaration|treaty)$/.test(token.fold)) return true
    if (!isCapital(token) && !/^(?:,|and|\(|\)|&)$/.test(token.fold)) return false
  }
  return false
}

/** After a town whose name is a word, the phrase must end: "in Orange, …", not "in Orange light". */
function isLooseAfter(after: Token | undefined): boolean {
  return (
    after === undefined ||
    after.shape === 'mark' ||
    /^(?:and|in|on|from|to|is|was|will|has|where|which|y|et|with|for|by)$/.test(after.fold)
  )
}

interface Placing {
  city: City
  score: number
}

/** Cities of the gazetteer, where the words around them or their size speak for a place. */
export function findCities(
  { tokens }: Sentence,
  text: string,
  context: DocumentContext,
  taken: readonly Candidate[],
): Candidate[] {
  const found: Candidate[] = []
  const cities = loadCities()
  const covered = new Set<number>()
  for (const { first, last } of taken) for (let at = first; at <= last; at += 1) covered.add(at)
  for (let first = 0; first < tokens.length; first += 1) {
    if (covered.has(first) || !mayBegin(tokens[first] as Token, tokens[first - 1], context)) continue
    for (const { last, named } of namesAt(cities, tokens, first)) {
      if (isConvention(tokens, last)) continue
      const placing = place(named, tokens, first, last, context, taken)
      if (placing === null) continue
      found.push(candidate(text, tokens, first, last, placing))
      first = last
      break
    }
  }
  return [...found, ...findChineseCities(tokens, text)]
}

interface Named {
  last: number
  named: readonly City[]
}

/** Names of the gazetteer that begin with a token, the longest first. */
function namesAt(cities: CityGazetteer, tokens: readonly Token[], first: number): Named[] {
  const most = Math.max(cities.longest((tokens[first] as Token).fold), mayJoin(tokens, first) ? 2 : 0)
  const names: Named[] = []
  let key = ''
  for (let last = first, words = 0; last < tokens.length && words < most; last += 1) {
    const { shape, fold } = tokens[last] as Token
    if (shape === 'number' || (shape === 'mark' && fold !== '-' && fold !== '.')) break
    if (shape === 'mark') continue
    key = words === 0 ? fold : `${key} ${fold}`
    words += 1
    const named = namedCities(cities, key)
    if (named.length > 0) names.unshift({ last, named })
  }
  return names
}

/** Whether two words may be one that the gazetteer writes together: both written like names, or a first letter set apart ("P aris"). */
function mayJoin(tokens: readonly Token[], first: number): boolean {
  const next = tokens[first + 1]?.fold === '-' ? tokens[first + 2] : tokens[first + 1]
  return isCapital(tokens[first]) && (isCapital(next) || tokens[first]?.text.length === 1)
}

/** GeoNames joins what Vietnamese writes apart: "Hai Phong" is "Haiphong". */
function namedCities(cities: CityGazetteer, key: string): readonly City[] {
  const named = cities.named(key)
  return named.length === 0 && key.includes(' ') ? cities.named(key.replaceAll(' ', '')) : named
}

function mayBegin(token: Token, before: Token | undefined, { caseless }: DocumentContext): boolean {
  if (isCapital(token)) return true
  return (
    caseless &&
    token.shape === 'lower' &&
    token.fold.length > 4 &&
    before !== undefined &&
    before.shape !== 'capital' &&
    !endsLowerName(token.fold)
  )
}

function keyOf(tokens: readonly Token[], first: number, last: number): string | null {
  const words: string[] = []
  for (let at = first; at <= last; at += 1) {
    const token = tokens[at] as Token
    if (token.shape === 'mark') {
      if (at === first || at === last || (token.fold !== '-' && token.fold !== '.')) return null
      continue
    }
    if (token.shape === 'number') return null
    words.push(token.fold)
  }
  return words.join(' ')
}

function place(
  named: readonly City[],
  tokens: readonly Token[],
  first: number,
  last: number,
  context: DocumentContext,
  taken: readonly Candidate[],
): Placing | null {
  const before = tokens[first - 1]
  const after = tokens[last + 1]
  const surface = tokens[first] as Token
  const largest = named[0] as City
  const tied = tiedCountry(tokens, last, taken)
  const commonWord =
    first === last &&
    (PLACE_LIKE_WORDS.has(surface.fold) ||
      (surface.shape !== 'lower' && !context.caseless && context.lowerWords.has(surface.fold)))
  const preposition = before !== undefined && BEFORE_PLACE.has(before.fold)
  const strong =
    (before !== undefined && STRONG_BEFORE.has(before.fold)) || (after !== undefined && AFTER_CITY.has(after.fold))
  if (tied !== null) {
    const there = named.find((city) => city.country === tied)
    if (there) return { city: there, score: commonWord && !preposition ? 0.6 : 0.97 }
    if (commonWord) return null
  }
  if (surface.shape === 'upper' && surface.text.length < 5) return null
  if (surface.shape === 'lower') {
    if (commonWord) return null
    const near = named.find((city) => context.countries.has(city.country))
    if (near && near.population > 80_000 && (strong || preposition || after?.fold === ',' || before?.fold === ','))
      return { city: near, score: 0.82 }
    return largest.population >= 1_000_000 && near === largest ? { city: largest, score: 0.8 } : null
  }
  if (insideName(tokens, first, last)) return null
  // "plants in Indiana and Kentucky": a state that is also a town somewhere.
  if (largest.population < METROPOLIS && STATES.has(regionCountry(keyOf(tokens, first, last) ?? '') ?? '')) return null
  const home = named.find((city) => context.countries.has(city.country) && city.population * 20 > largest.population)
  const city = home ?? largest
  if (commonWord)
    return strong &&
      isLooseAfter(after) &&
      city.population > 50_000 &&
      (home !== undefined || city.population > 100_000)
      ? { city, score: 0.6 }
      : null
  if (city.population >= LARGE) return { city, score: preposition ? 0.95 : 0.85 }
  if (home !== undefined && (strong || preposition)) return { city, score: strong ? 0.9 : 0.8 }
  if (home !== undefined && first > 0 && city.population > 15_000 && !(after && isCapital(after)))
    return { city, score: 0.75 }
  if (strong && city.population > 5_000) return { city, score: 0.75 }
  return null
}

/** The country the words after a name tie it to: "Dayton, Ohio", "Tripoli in Lebanon", "Dunkirk, France", "Pune (India)". */
function tiedCountry(tokens: readonly Token[], last: number, taken: readonly Candidate[]): string | null {
  let at = last + 1
  if (tokens[at]?.fold === 'city') at += 1
  const link = tokens[at]?.fold
  if (link !== ',' && link !== 'in' && link !== '(') return null
  at += 1
  if (tokens[at]?.fold === 'the') at += 1
  for (const length of [3, 2, 1]) {
    const key = keyOf(tokens, at, Math.min(at + length - 1, tokens.length - 1))
    const region = key === null ? undefined : regionCountry(key)
    if (region) return region
  }
  const code = tokens[at]
  if (link === ',' && code && code.shape === 'upper' && US_STATE_CODES.has(code.text)) return 'US'
  if (link === ',' && code && tokens[at + 1]?.fold === '.' && SHORT_STATES.has(code.fold)) return 'US'
  const country = taken.find((candidate) => candidate.type === 'Country' && candidate.first === at)
  return country?.country ?? null
}

/** A capital word right beside it, not across a comma: then it is part of a longer name ("Stockholm Convention"). */
function insideName(tokens: readonly Token[], first: number, last: number): boolean {
  const after = tokens[last + 1]
  const before = tokens[first - 1]
  if (after && isCapital(after) && after.spaced && regionCountry(after.fold) === undefined) return true
  return before !== undefined && isCapital(before) && first > 1 && !BEFORE_PLACE.has(before.fold)
}

function candidate(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  { city, score }: Placing,
): Candidate {
  const start = (tokens[first] as Token).start
  const end = (tokens[last] as Token).end
  return {
    start,
    end,
    first,
    last,
    type: 'City',
    name: text.slice(start, end),
    aliases: [city.name],
    rule: 'city-gazetteer',
    score,
    worldId: `city/${city.id}`,
    country: city.country,
  }
}

let chinese: TokenTrie<City> | undefined

function loadChinese(): TokenTrie<City> {
  if (chinese) return chinese
  chinese = new TokenTrie()
  for (const name of CITIES_OF_CHINA_ZH) {
    const city = readChineseName(name)
    if (city) for (const label of [name, `${name}市`]) chinese.add(label, city)
  }
  for (const [name, [key, country]] of Object.entries(CITY_NAMES_ZH)) {
    const city = loadCities()
      .named(key)
      .find((entry) => entry.country === country)
    if (city) for (const label of [name, `${name}市`]) chinese.add(label, city)
  }
  return chinese
}

/** A city of China by its characters: their pinyin is how GeoNames writes it. */
export function readChineseName(name: string): City | undefined {
  const key = pinyin(name, { toneType: 'none', type: 'array' }).join('').toLowerCase()
  return loadCities()
    .named(ZH_SPELLING[name] ?? key)
    .find(({ country }) => country === 'CN' || country === 'TW' || country === 'HK' || country === 'MO')
}

/** Where GeoNames does not write plain pinyin. */
const ZH_SPELLING: Record<string, string> = {
  重庆: 'chongqing',
  西安: 'xi an',
  哈尔滨: 'harbin',
  乌鲁木齐: 'urumqi',
  呼和浩特: 'hohhot',
  拉萨: 'lhasa',
  香港: 'hong kong',
  澳门: 'macau',
  台北: 'taipei',
  高雄: 'kaohsiung',
}

function findChineseCities(tokens: readonly Token[], text: string): Candidate[] {
  const found: Candidate[] = []
  if (!tokens.some(({ shape }) => shape === 'letter')) return found
  for (const { first, last, values } of loadChinese().scan(tokens)) {
    const city = values[0] as City
    found.push(candidate(text, tokens, first, last, { city, score: 0.95 }))
  }
  for (let at = 2; at < tokens.length; at += 1) {
    if (tokens[at]?.fold !== '市' || found.some(({ first, last }) => first <= at && last >= at)) continue
    // "无废城市", "31个城市": the word for city, no city's name.
    if (tokens[at - 1]?.fold === '城') continue
    const city = readChineseName(`${tokens[at - 2]?.text}${tokens[at - 1]?.text}`)
    if (city) found.push(candidate(text, tokens, at - 2, at, { city, score: 0.9 }))
  }
  return found
}
