import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { countryName } from '../../../graph/values/country.ts'
import type { Token } from '../../segment/token.ts'
import { isCapital } from '../../segment/token.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import { COMPANY_NOUNS } from '../recognise/words/name-heads.ts'
import { regionCountry } from '../recognise/words/regions.ts'
import type { Claim, DocumentSense } from './claim.ts'
import { clauseAt, isOblique, listFrom } from './clause.ts'
import { makeClaim } from './make-claim.ts'
import { readModality } from './modality.ts'

const BODIES: readonly EntityType[] = ['Enterprise', 'Organization', 'Facility', 'Project', 'Network', 'Programme']
const GEO: readonly EntityType[] = ['City', 'Country']
const SEATED = new Set(
  'based headquartered located situated sited registered domiciled housed ubicada ubicado sede'.split(' '),
)
const IN = new Set(['in', 'at', 'near', 'outside', 'en', 'a'])
const SITES = new Set(
  'planta plantas usine usines fabrica oficina oficinas bureaux plant plants factory factories smelter smelters works site sites facility facilities office offices refinery operations line lines subsidiary branch mill location locations'.split(
    ' ',
  ),
)

/** Where things are: "Dayton, Ohio", "based in X", "X-based Y", "Y of X", "plant in X", "In X, Y runs …". */
export function* relatePlaces(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  yield* cityInCountry(read, sense)
  yield* seat(read)
  yield* directlyIn(read)
  yield* sitesIn(read)
  yield* worksIn(read)
  yield* explainedIn(read)
  yield* sitesOfTopic(read, sense)
}

/** "Tripoli in Lebanon", "Yokohama, Japan", "Pune (India)", "Indonesia's Surabaya"; the gazetteer must agree. */
function* cityInCountry(read: ResolvedSentence, { countryOf, find }: DocumentSense): Generator<Claim> {
  const { tokens } = read.sentence
  for (const city of read.places) {
    if (city.type !== 'City') continue
    for (const country of read.places) {
      if (country.type !== 'Country' || country.adjective || countryOf(city.key) !== countryOf(country.key)) continue
      const gap = country.first - city.last
      const near =
        gap > 0 &&
        gap <= 5 &&
        tokens
          .slice(city.last + 1, country.first)
          .every(({ fold, shape }) => [',', 'in', '(', 'the', 'city', 'province'].includes(fold) || shape === 'capital')
      const listed =
        gap > 0 &&
        gap <= 8 &&
        tokens[country.first - 1]?.fold === 'in' &&
        tokens
          .slice(city.last + 1, country.first - 1)
          .every(({ fold, shape }) => [',', 'and'].includes(fold) || shape === 'capital')
      const before = city.first - country.last
      const owned = before === 2 && tokens[country.last + 1]?.fold === "'s"
      const heading =
        before > 0 && before <= 4 && tokens[country.first - 1]?.fold === 'in' && tokens[country.last + 1]?.fold === ','
      yield makeClaim(
        read,
        city,
        'LOCATED_IN',
        country,
        near || listed ? 0.97 : owned || heading ? 0.9 : 0.8,
        'city-in-country',
      )
    }
    const named = regionAfter(read, city)
    const home = named === undefined || named !== countryOf(city.key) ? undefined : find(countryName(named) ?? '')
    if (home !== undefined) yield { ...makeClaim(read, city, 'LOCATED_IN', city, 0.85, 'city-in-region'), object: home }
  }
}

/** The country of a province or state named right after the city: "Suzhou, a city in Jiangsu province". */
function regionAfter({ sentence: { tokens } }: ResolvedSentence, city: Place): string | undefined {
  for (let at = city.last + 1; at < Math.min(tokens.length, city.last + 14); at += 1) {
    const one = tokens[at] as Token
    if (!isCapital(one)) continue
    const two = tokens[at + 1]
    const found = regionCountry(`${one.fold} ${two?.fold ?? ''}`) ?? regionCountry(one.fold)
    if (found) return found
  }
  return undefined
}

/** "Essen and Bremen handle steel dust", "slag is treated at Dunkirk, France": the sites of the company the text is about. */
function* sitesOfTopic(read: ResolvedSentence, { company: topic }: DocumentSense): Generator<Claim> {
  if (topic === undefined) return
  const { tokens, start, end } = read.sentence
  const evidence = { start, end }
  // Where a plant or another firm is named, it is that one's place.
  const others = read.places.some(
    ({ type, key, reference }) => (type === 'Enterprise' && key !== topic) || (type === 'Facility' && !reference),
  )
  if (others) return
  for (const [at, { fold }] of tokens.entries()) {
    if (!TREATING.has(fold)) continue
    const clause = clauseAt(tokens, at)
    const wastes = read.places.filter(
      ({ type, first, last }) => type === 'WasteStream' && first >= clause.from && last <= clause.to,
    )
    if (wastes.length === 0) continue
    const passive = /^(?:is|are|was|were)$/.test(tokens[at - 1]?.fold ?? '')
    const cities = read.places.filter(
      ({ type, first, last, adjective }) =>
        type === 'City' &&
        !adjective &&
        (passive ? first > at && IN.has(tokens[first - 1]?.fold ?? '') : last === at - 1) &&
        first >= clause.from,
    )
    for (const city of cities) {
      const around = [
        ...listFrom(read, city, ['City']),
        ...read.places.filter(
          ({ type, adjective, first }) =>
            type === 'Country' &&
            !adjective &&
            (first === city.last + 2 || (first < city.first && tokens[first - 1]?.fold === 'in')),
        ),
      ]
      for (const place of around)
        yield {
          subject: topic,
          predicate: 'LOCATED_IN',
          object: place.key,
          modality: 'asserted',
          score: 0.75,
          rule: 'site-of-topic',
          evidence,
        }
      for (const waste of wastes)
        yield {
          subject: topic,
          predicate: 'TREATS',
          object: waste.key,
          modality: 'asserted',
          score: 0.7,
          rule: 'site-of-topic',
          evidence,
        }
    }
  }
  // "In India it runs a plant at Pune"
  const opener = read.places.find(
    ({ type, first, adjective }) => GEO.includes(type) && !adjective && first === 1 && tokens[0]?.fold === 'in',
  )
  const doer = read.places.find(
    ({ key, first }) => key === topic && opener !== undefined && first > opener.last && first - opener.last <= 3,
  )
  if (opener && doer && tokens.some(({ fold }) => RUNNING.has(fold)))
    yield makeClaim(
      read,
      doer,
      'LOCATED_IN',
      opener,
      0.85,
      'acts-in-place',
      readModality(tokens, doer.last + 1, doer.last + 3),
    )
}

const TREATING = new Set(
  'handle handles handled treat treats treated process processes processed recycle recycles recycled smelt smelts smelted'.split(
    ' ',
  ),
)
const RUNNING = new Set('runs operates owns built builds opened has processes treats recycles employs'.split(' '))

/** "Y, based in X", "Y is headquartered in X", "X-based Y", "with its base in X". */
function* seat(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const [at, { fold }] of tokens.entries()) {
    const based = SEATED.has(fold)
    const base = fold === 'base' || fold === 'headquarters' || fold === 'seat' || fold === 'headquarter'
    if (!based && !base) continue
    const hyphen = tokens[at - 1]?.fold === '-' && based
    if (hyphen) {
      const place = read.places.find(({ type, last }) => GEO.includes(type) && last === at - 2)
      const owner = read.places.find(({ type, first }) => BODIES.includes(type) && first > at && first - at < 8)
      if (place && owner) yield makeClaim(read, owner, 'LOCATED_IN', place, 0.92, 'place-based')
      continue
    }
    if (!IN.has(tokens[at + 1]?.fold ?? '')) continue
    const first = read.places.find(
      (place) => GEO.includes(place.type) && place.first > at && place.first - at < 7 && !place.adjective,
    )
    if (!first) continue
    const clause = clauseAt(tokens, at)
    const before = read.places.filter(
      (place) => BODIES.includes(place.type) && place.last < at && place.first >= clause.from,
    )
    const owner =
      before.filter((place) => at - place.last <= 3).at(-1) ??
      before.find((place) => !isOblique(tokens, place)) ??
      before.at(-1)
    if (!owner) continue
    yield makeClaim(read, owner, 'LOCATED_IN', first, 0.93, 'based-in')
    const country = countryAfter(read, first)
    if (country) yield makeClaim(read, owner, 'LOCATED_IN', country, 0.85, 'based-in')
  }
}

/** "Umbra recycles steel dust in Essen": where a firm treats something it has a site. */
function* worksIn(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const [at, { fold }] of tokens.entries()) {
    if (!TREATING.has(fold) || /ed$/.test(fold)) continue
    const owner = read.places.find(
      ({ type, last, reference }) => type === 'Enterprise' && last === at - 1 && !reference,
    )
    const material = read.places.find(
      ({ type, first }) => (type === 'WasteStream' || type === 'Metal') && first > at && first - at <= 3,
    )
    if (!owner || !material || tokens[material.last + 1]?.fold !== 'in') continue
    const place = read.places.find(
      ({ type, first, adjective }) => GEO.includes(type) && !adjective && first === material.last + 2,
    )
    if (!place) continue
    yield makeClaim(read, owner, 'LOCATED_IN', place, 0.75, 'works-in-place')
    const country = countryAfter(read, place)
    if (country) yield makeClaim(read, owner, 'LOCATED_IN', country, 0.75, 'works-in-place')
  }
}

function countryAfter(read: ResolvedSentence, city: Place): Place | undefined {
  if (city.type !== 'City') return undefined
  const { tokens } = read.sentence
  return read.places.find(
    (place) =>
      place.type === 'Country' &&
      !place.adjective &&
      place.first > city.last &&
      place.first - city.last <= 4 &&
      tokens
        .slice(city.last + 1, place.first)
        .every(({ fold, shape }) => fold === ',' || fold === 'in' || shape === 'capital'),
  )
}

/** "Y of X", "Y in X", "Y (X)", "Y, X": a body with its place right behind it. */
function* directlyIn(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const body of read.places) {
    if (
      !BODIES.includes(body.type) ||
      read.places.some(
        (other) => other !== body && other.first <= body.first && other.last >= body.last && other.type === 'Event',
      )
    )
      continue
    const at = body.last + 1
    let link = tokens[at]
    let next = at + 1
    if (
      link?.fold === '(' &&
      tokens[at + 2]?.fold === ')' &&
      !read.places.some(({ first, type }) => first === at + 1 && GEO.includes(type))
    ) {
      link = tokens[at + 3]
      next = at + 4
    }
    if (!link) continue
    if (tokens[next]?.fold === 'the') next += 1
    const place = read.places.find(({ type, first, adjective }) => GEO.includes(type) && !adjective && first === next)
    if (!place) continue
    const { fold } = link
    if (fold === 'in' || fold === 'at' || fold === 'near') {
      if (body.reference) continue
      yield makeClaim(
        read,
        body,
        'LOCATED_IN',
        place,
        body.type === 'Facility' || body.type === 'Project' ? 0.9 : 0.72,
        'body-in-place',
      )
    } else if ((fold === 'of' || (fold === 'from' && body.type === 'Enterprise')) && body.type !== 'Facility')
      yield makeClaim(read, body, 'LOCATED_IN', place, 0.85, 'body-of-place')
    else if (fold === '(' || (fold === ',' && tokens.length < 30 && isLastOf(tokens, place)))
      yield makeClaim(read, body, 'LOCATED_IN', place, 0.78, 'body-place-line')
    else continue
    const country = countryAfter(read, place)
    if (country) yield makeClaim(read, body, 'LOCATED_IN', country, 0.8, 'body-in-place')
  }
}

function isLastOf(tokens: readonly Token[], { last }: Place): boolean {
  const after = tokens[last + 1]?.fold
  return after === undefined || after === ',' || after === ')' || after === '.'
}

/** "Umbra Ltd., a tolling company in Hamilton, Ontario": the noun that explains a firm carries its place. */
function* explainedIn(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const firm of read.places) {
    if (firm.type !== 'Enterprise' || firm.reference) continue
    let at = firm.last + 1
    if (tokens[at]?.fold !== ',' && tokens[at]?.fold !== 'is') continue
    at += 1
    if (!/^(?:an?|the)$/.test(tokens[at]?.fold ?? '')) continue
    const noun = tokens.findIndex(
      ({ stem }, index) => index > at && index <= at + MOST_EXPLAINING && COMPANY_NOUNS.has(stem),
    )
    if (noun < 0 || tokens.slice(at + 1, noun).some(({ shape }) => shape === 'mark')) continue
    if (!IN.has(tokens[noun + 1]?.fold ?? '')) continue
    const place = read.places.find(
      ({ type, first, adjective }) => GEO.includes(type) && !adjective && first > noun + 1 && first - noun <= 3,
    )
    if (!place) continue
    yield makeClaim(read, firm, 'LOCATED_IN', place, 0.85, 'explained-in-place')
    const country = countryAfter(read, place)
    if (country) yield makeClaim(read, firm, 'LOCATED_IN', country, 0.8, 'explained-in-place')
  }
}

/** Words from the article to the noun at most. */
const MOST_EXPLAINING = 6

/** "it runs a plant in X", "opened offices in X and Y": the site places its owner. */
function* sitesIn(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const [at, { fold }] of tokens.entries()) {
    if (!SITES.has(fold)) continue
    let link = at + 1
    if (['for', 'of', 'de', 'des', 'du'].includes(tokens[link]?.fold ?? '')) {
      while (link < at + 10 && link < tokens.length && !IN.has(tokens[link]?.fold ?? '')) link += 1
    }
    if (!IN.has(tokens[link]?.fold ?? '')) continue
    const place = read.places.find(
      ({ type, first, adjective }) => GEO.includes(type) && !adjective && first > link && first - link <= 2,
    )
    if (!place) continue
    const facility = read.places.find(({ type, last }) => type === 'Facility' && last >= at - 1 && last <= at)
    const modality = readModality(tokens, Math.max(0, at - 10), at)
    // A plant that closes still stands where it stood; one that is not there stands nowhere.
    if (modality === 'negated') continue
    for (const target of listFrom(read, place, GEO)) {
      if (facility) yield makeClaim(read, facility, 'LOCATED_IN', target, 0.9, 'site-in-place', modality)
    }
    const owner = isFurther(tokens, at) ? undefined : ownerOf(read, at)
    if (!owner) continue
    for (const target of listFrom(read, place, GEO))
      yield makeClaim(read, owner, 'LOCATED_IN', target, 0.78, 'owner-of-site', modality)
    const country = countryAfter(read, place)
    if (country) yield makeClaim(read, owner, 'LOCATED_IN', country, 0.8, 'owner-of-site', modality)
  }
}

/** "built a second plant in Peru": beside the first, which may stand in another country, it does not place its owner. */
function isFurther(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some(({ fold }) => FURTHER.has(fold))
}

const FURTHER = new Set('second third fourth another further additional foreign overseas'.split(' '))

function ownerOf(read: ResolvedSentence, at: number): Place | undefined {
  const { tokens } = read.sentence
  const { from } = clauseAt(tokens, at)
  const owners = read.places.filter(({ type, last, first }) => type === 'Enterprise' && last < at && first >= from)
  const owner = owners.filter((place) => !isOblique(tokens, place)).at(-1) ?? owners.at(-1)
  return owner && tokens.slice(owner.last + 1, at).some(({ fold }) => FOR_OTHERS.has(fold)) ? undefined : owner
}

/** Who supplies or visits a plant is not where it stands. */
const FOR_OTHERS = new Set(
  'supplied supplies supply delivered delivers designed designs engineered visited visits visit toured tours equipped sold sells sell ordered licensed shipped ships exported exports sends sent'.split(
    ' ',
  ),
)
