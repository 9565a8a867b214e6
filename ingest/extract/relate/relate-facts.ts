import type { EntityType, PropertyName } from '../../../graph/ontology/ontology.ts'
import { propertyAllows } from '../../../graph/ontology/ontology.ts'
import type { Token } from '../../segment/token.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { FoundDate } from '../recognise/find-dates.ts'
import type { FoundQuantity } from '../recognise/find-quantities.ts'
import { headType } from '../recognise/words/name-heads.ts'
import type { Claim, DocumentSense } from './claim.ts'
import { clauseAt, isOblique } from './clause.ts'
import { readModality } from './modality.ts'

/** Figures and dates tied to what they measure. */
export function* relateFacts(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  // Rows with bars have their own rule.
  const rows = read.sentence.tokens.filter(({ fold }) => fold === '|').length >= 2
  if (!rows) for (const quantity of read.quantities) yield* readQuantity(read, quantity, sense)
  for (const date of read.dates) yield* readDate(read, date, sense)
}

interface Reading {
  property: PropertyName
  score: number
  /** Types that can have it here, the likelier first. */
  types: readonly EntityType[]
}

const CAPACITY_TYPES: readonly EntityType[] = ['Facility', 'Enterprise', 'Project', 'Technology']
const ORGANS: readonly EntityType[] = [
  'Enterprise',
  'Organization',
  'Facility',
  'Project',
  'Programme',
  'Network',
  'Event',
]

/** What a figure says, by the words around it in its clause. */
function readAs(quantity: FoundQuantity, around: string, behind: string, followed: boolean): Reading | null {
  const { kind, counted, value } = quantity
  if (kind === 'mass') {
    if (/\bcapacit(?:y|ies)\b|\binstalled\b|产能|处理能力|capacidad/.test(around))
      return { property: 'capacity', score: 0.85, types: CAPACITY_TYPES }
    if (/\b(?:generat|arise|arisings|amount of waste|leaves|produces? .*waste)/.test(around))
      return { property: 'waste_generation', score: 0.6, types: ['City', 'Country', 'Enterprise', 'Facility'] }
    if (/\b(?:process|treat|recycl|handl|accept|collect|smelt|melt|can take|able to|up to)/.test(around))
      return { property: value.per ? 'capacity' : 'output', score: value.per ? 0.72 : 0.7, types: CAPACITY_TYPES }
    if (/\b(?:produc|output|make|made|sold|ship|deliver|yield)/.test(around))
      return { property: 'output', score: 0.7, types: ['Enterprise', 'Facility', 'Project', 'Technology'] }
    return value.per === 'year' ? { property: 'capacity', score: 0.6, types: CAPACITY_TYPES } : null
  }
  if (kind === 'money') {
    if (/output value|产值/.test(around))
      return { property: 'annual_output_value', score: 0.85, types: ['Enterprise', 'Facility', 'Project'] }
    if (/\b(?:turnover|revenues?|sales)\b|营业收入|ventas|facturaci/.test(around))
      return { property: 'turnover', score: 0.85, types: ['Enterprise', 'Organization'] }
    if (
      /\b(?:invest|spen[dt]|cost|fund|budget|grant|loan|capex|project|chain|financ|award|worth|total)|投资|inversi|invertir/.test(
        around,
      )
    )
      return {
        property: 'investment',
        score: 0.8,
        types: /fund|grant|budget|financ|loan|presupuesto/.test(around)
          ? ['Project', 'Programme', 'Facility', ...ORGANS]
          : ORGANS,
      }
    return null
  }
  if (kind === 'share') {
    if (/^[^,;]{0,12}(?:harmless|disposal|renewable|electric|landfill)/.test(behind)) return null
    if (
      /recover|extract|recycling rate|utili[sz]ation rate|yield|回收率|recuperaci/.test(around) ||
      (/\bholds?\b|\bcontain|\bcon un/.test(around) && followed)
    )
      return {
        property: 'recovery_rate',
        score: 0.8,
        types: ['Technology', 'Facility', 'Enterprise', 'Project', 'City', 'Programme'],
      }
    return null
  }
  if (kind === 'area') return { property: 'area', score: 0.75, types: ['Facility', 'Enterprise', 'City', 'Project'] }
  if (kind !== 'count') return null
  switch (counted) {
    case 'employee':
    case 'worker':
    case 'staff':
    case 'people':
    case 'person':
    case 'empleado':
    case 'trabajador':
    case 'persona':
      if (/\b(?:employ|workforce|staff|workers|jobs)|emplea/.test(around))
        return { property: 'employees', score: 0.85, types: ['Enterprise', 'Facility', 'Organization'] }
      if (/\b(?:inhabitants|population|residents)/.test(around))
        return { property: 'population', score: 0.8, types: ['City', 'Country'] }
      return /\b(?:attend|participa|took part|gather|join)/.test(around)
        ? { property: 'members', score: 0.8, types: ['Event'] }
        : null
    case 'inhabitant':
    case 'resident':
      return { property: 'population', score: 0.8, types: ['City', 'Country'] }
    case 'member':
    case 'membership':
    case 'miembro':
    case 'socio':
      return { property: 'members', score: 0.9, types: ['Network', 'Programme', 'Organization', 'Event'] }
    case 'participant':
    case 'delegate':
    case 'attendee':
    case 'representative':
    case 'specialist':
    case 'expert':
    case 'guest':
    case 'exhibitor':
    case 'visitor':
    case 'participante':
      return { property: 'members', score: 0.8, types: ['Event'] }
    case 'household':
    case 'family':
    case 'hogare':
      return { property: 'households', score: 0.75, types: ['Project', 'Enterprise', 'City', 'Programme', 'Facility'] }

    case 'site':
    case 'plant':
    case 'facility':
    case 'station':
    case 'location':
    case 'place':
    case 'installation':
    case 'point':
    case 'base':
      return {
        property: 'sites',
        score: 0.7,
        types: ['Enterprise', 'Organization', 'Technology', 'Network', 'Programme', 'City', 'Project'],
      }
    default:
      return null
  }
}

function* readQuantity(read: ResolvedSentence, quantity: FoundQuantity, sense: DocumentSense): Generator<Claim> {
  const { tokens, start, end } = read.sentence
  const at = tokens.findIndex((token) => token.end > quantity.start)
  const until = tokens.findIndex((token) => token.end >= quantity.end)
  const clause = clauseAt(tokens, at)
  const from = tokens[clause.from]?.start ?? start
  const to = tokens[clause.to]?.end ?? end
  const reading = readAs(
    quantity,
    sense.text.slice(Math.max(from, quantity.start - 90), Math.min(to, quantity.end + 70)).toLowerCase(),
    sense.text
      .slice(quantity.end, Math.min(to, quantity.end + 40))
      .toLowerCase()
      .replace(/^\s(?:of\s)?/, ''),
    read.places.some(({ type, first }) => type === 'Metal' && first > until && first - until <= 2),
  )
  if (!reading) return
  const budget =
    quantity.kind === 'money' &&
    sense.project === undefined &&
    /budget|presupuesto/.test(sense.text.slice(start, end).toLowerCase())
  // "an online course … attracting nearly 90 participants": of a meeting that has no name.
  if (reading.property === 'members' && namesOtherMeeting(read, clause.from, until)) return
  const subject =
    (budget ? ofTopic(reading, sense) : null) ??
    measured(read, at, until, clause, reading) ??
    inherited(read, reading, sense)
  if (!subject || !propertyAllows(reading.property, subject.type)) return
  yield {
    subject: subject.key,
    predicate: reading.property,
    value: quantity.value,
    modality: readModality(tokens, Math.max(clause.from, at - 8), at),
    score: subject.sure ? reading.score : reading.score - 0.2,
    rule: `measured-${reading.property.replaceAll('_', '-')}`,
    evidence: { start, end },
  }
}

/** Properties of who acts in the clause, not of what was named last. */
const FIRST_OF: ReadonlySet<PropertyName> = new Set(['investment', 'turnover', 'employees', 'annual_output_value'])

/** Whether the clause speaks of a meeting that none of its places names. */
function namesOtherMeeting({ sentence: { tokens }, places }: ResolvedSentence, from: number, until: number): boolean {
  if (places.some(({ type, first }) => type === 'Event' && first >= from && first <= until)) return false
  return tokens
    .slice(from, until + 1)
    .some(
      ({ stem, shape }, index) =>
        shape === 'lower' &&
        headType(stem) === 'Event' &&
        !places.some(({ first, last }) => first <= from + index && last >= from + index),
    )
}

interface Measured {
  key: string
  type: EntityType
  sure: boolean
}

/** What the figure measures: the nearest fitting thing before it in the clause that is no mere circumstance, else any in the sentence. */
function measured(
  read: ResolvedSentence,
  at: number,
  until: number,
  clause: { from: number; to: number },
  { types, property }: Reading,
): Measured | null {
  const { tokens } = read.sentence
  const fits = (place: Place): boolean =>
    types.includes(place.type) && propertyAllows(property, place.type) && !place.adjective
  const before = read.places.filter((place) => fits(place) && place.last < at)
  const inClause = before.filter(({ first }) => first >= clause.from)
  const direct = inClause.filter((place) => !isOblique(tokens, place, read.places))
  const byType = (places: readonly Place[]): Place | undefined => {
    for (const type of property === 'capacity' || types[0] === 'Project' ? types : []) {
      const found =
        type === 'Enterprise'
          ? places.find((place) => place.type === type)
          : places.filter((place) => place.type === type).at(-1)
      if (found) return found
    }
    return FIRST_OF.has(property) ? places[0] : places.at(-1)
  }
  const best = byType(direct) ?? byType(inClause)
  if (best) return { key: best.key, type: best.type, sure: true }
  const after = read.places.find(
    (place) => fits(place) && place.first > until && place.first - until < (place.type === 'Event' ? 30 : 14),
  )
  if (after) return { key: after.key, type: after.type, sure: true }
  const any = byType(before.filter((place) => !isOblique(tokens, place, read.places))) ?? before.at(-1)
  return any ? { key: any.key, type: any.type, sure: true } : null
}

/** "Total budget is …": of the programme or company the text is about. */
function ofTopic({ types }: Reading, { topic, typeOf }: DocumentSense): Measured | null {
  const type = topic === undefined ? undefined : typeOf(topic)
  return topic !== undefined && type !== undefined && types.includes(type) ? { key: topic, type, sure: true } : null
}

/** A sentence that names nothing fitting goes on about the one before, or about the document's topic. */
function inherited(
  read: ResolvedSentence,
  { types, property }: Reading,
  { sentences, topic, project, company, typeOf }: DocumentSense,
): Measured | null {
  const field = read.sentence.tokens.slice(0, 5).some(({ fold }) => fold === ':')
  const own = field ? (project ?? topic) : undefined
  const ownType = own === undefined ? undefined : typeOf(own)
  if (own !== undefined && ownType !== undefined && types.includes(ownType))
    return { key: own, type: ownType, sure: true }
  for (let back = 1; back <= 2; back += 1) {
    const previous = sentences[read.sentence.index - back]
    // A new paragraph on the recovery of a company is about the company.
    if (property === 'recovery_rate' && previous?.sentence.passage !== read.sentence.passage) break
    const found = previous?.places.filter(
      (place) =>
        place.type !== 'Technology' &&
        types.includes(place.type) &&
        propertyAllows(property, place.type) &&
        !place.adjective,
    )
    const place = property === 'capacity' ? (found?.find(({ type }) => type === 'Facility') ?? found?.[0]) : found?.[0]
    if (place) return { key: place.key, type: place.type, sure: back === 1 }
  }
  const type = topic === undefined ? undefined : typeOf(topic)
  if (topic !== undefined && type !== undefined && types.includes(type)) return { key: topic, type, sure: false }
  // A page about something else may dwell on a company for a while.
  const { index } = read.sentence
  const near =
    company !== undefined &&
    types.includes('Enterprise') &&
    sentences.slice(Math.max(0, index - 6), index).some(({ places }) => places.some(({ key }) => key === company))
  return near ? { key: company, type: 'Enterprise', sure: false } : null
}

const FOUNDING =
  /\b(?:founded|established|set up|created|incorporated|formed|initiated|started|fundada|fundado|creada|fundée)\b|成立|创立|创建/g
const LAUNCHED =
  /\b(?:initiated|launched|starts?|started|begins?|began|runs|opened|inaugurated|commissioned|completed|operational|stream|comenz|inici|signed)/
const START_UP = /\b(?:start-?up|commissioning|operations?|production|opening|completion)\b|start - up/

/** Dates tied to the event, founding or start they date. */
function* readDate(read: ResolvedSentence, { value, start, end }: FoundDate, sense: DocumentSense): Generator<Claim> {
  const { tokens, index } = read.sentence
  const at = tokens.findIndex((token) => token.end > start)
  const clause = clauseAt(tokens, at)
  const from = (tokens[clause.from] as Token).start
  const words = sense.text.slice(Math.max(from, start - 170), start).toLowerCase()
  const after = sense.text.slice(end, (tokens[clause.to] as Token).end).toLowerCase()
  const before = read.places.filter(({ last, first, adjective }) => last < at && first >= clause.from && !adjective)
  const direct = before.filter((place) => !isOblique(tokens, place))
  const modality = readModality(tokens, clause.from, at)
  const say = (key: string, property: PropertyName, score: number): Claim => ({
    subject: key,
    predicate: property,
    value,
    modality,
    score,
    rule: `dated-${property}`,
    evidence: { start: read.sentence.start, end: read.sentence.end },
  })
  const event =
    before.filter(({ type }) => type === 'Event').at(-1) ??
    read.places.find(({ type, first }) => type === 'Event' && first > at && first - at < 40)
  if (event) {
    if (value.precision !== 'year') yield say(event.key, 'date', 0.85)
    else if (event.last < at && /\bheld\b|\bplace\b/.test(words)) yield say(event.key, 'year', 0.65)
    return
  }
  // The line of place and date under the title of an event.
  if (
    sense.event !== undefined &&
    index <= 4 &&
    tokens.length <= 18 &&
    value.precision === 'day' &&
    read.places.every(({ type }) => type === 'City' || type === 'Country')
  ) {
    yield say(sense.event, 'date', 0.8)
    return
  }
  const founding = [...words.matchAll(FOUNDING)].at(-1)
  const other = read.dates.some(
    (date) => date.end <= start && founding !== undefined && date.start > Math.max(from, start - 170) + founding.index,
  )
  if (founding && !other) {
    const founded =
      direct.find(({ type }) => FOUNDED.includes(type)) ?? before.find(({ type }) => FOUNDED.includes(type))
    const own = founded?.key ?? (read.places.some(({ type }) => FOUNDED.includes(type)) ? undefined : sense.topic)
    if (own !== undefined) {
      yield say(own, 'founded', founded ? 0.85 : 0.7)
      return
    }
  }
  const begun = (place: Place): boolean => BEGUN.includes(place.type) && !place.adjective
  const field = tokens.slice(0, 5).some(({ fold }) => fold === ':')
  if (field && sense.project !== undefined && !read.places.some(({ type }) => type === 'Event'))
    yield say(sense.project, 'date', 0.75)
  else if (LAUNCHED.test(words)) {
    const thing = direct.filter(begun).at(-1)
    if (thing) yield say(thing.key, 'date', 0.75)
  } else if (at - clause.from < 5 && LAUNCHED.test(after)) {
    const thing = read.places.find((place) => begun(place) && place.first > at && !isOblique(tokens, place))
    if (thing) yield say(thing.key, 'date', 0.72)
  } else if (START_UP.test(words)) {
    const thing = direct.filter(begun).at(-1) ?? sense.sentences[index - 1]?.places.find(begun)
    if (thing) yield say(thing.key, 'date', 0.7)
  }
}

const FOUNDED: readonly EntityType[] = ['Enterprise', 'Organization', 'Network', 'Programme', 'Award']
const BEGUN: readonly EntityType[] = ['Facility', 'Project', 'Programme']
