import type { EntityType, PropertyName } from '../../../graph/ontology/ontology.ts'
import type { Token } from '../../segment/token.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { FoundDate } from '../recognise/find-dates.ts'
import type { Claim, DocumentSense } from './claim.ts'
import { clauseAt, isOblique } from './clause.ts'
import { readModality } from './modality.ts'

/** Dates tied to the event, founding or start they date. */
export function* relateDates(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  // Rows of tables have headers that say what a date is of.
  if (read.sentence.passage.kind === 'table-row') return
  for (const date of read.dates) yield* readDate(read, date, sense)
}

const FOUNDING =
  /\b(?:founded|established|set up|created|incorporated|formed|initiated|started|fundada|fundado|creada|fundée)\b|成立|创立|创建/g
const LAUNCHED =
  /\b(?:initiated|launched|starts?|started|begins?|began|runs|opened|inaugurated|commissioned|completed|operational|stream|comenz|inici|signed)/
const START_UP = /\b(?:start-?up|commissioning|operations?|production|opening|completion)\b|start - up/

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
