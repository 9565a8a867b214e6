import type { EntityType, PropertyName } from '../../../graph/ontology/ontology.ts'
import type { Token } from '../../segment/token.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { FoundDate } from '../recognise/find-dates.ts'
import type { Claim, DocumentSense } from './claim.ts'
import { clauseAt, isOblique } from './clause.ts'
import { hasUnknownName } from './find-measured.ts'
import { readModality } from './modality.ts'

/** Dates tied to the event, founding or start they date. */
export function* relateDates(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  // Rows of tables have headers that say what a date is of.
  if (read.sentence.passage.kind === 'table-row') return
  for (const date of read.dates) yield* readDate(read, date, sense)
}

const FOUNDING =
  /\b(?:founded|foundation|inception|established|set up|created|incorporated|formed|(?:was|were) (?:initiated|started|launched)|fundad[ao]|fundación|cread[ao]|fondée?|créée?|création)(?!\p{L})|成立|创立|创建|始建|建于/gu
/** Of networks and programmes they say the beginning, of a firm only what it went on to do. */
const INITIATED = /\b(?:initiated|started|launched)\b/g
const LAUNCHED =
  /\b(?:initiated|launched|starts?(?!\s?-?\s?up)|started|begins?|began|runs|opened|inaugurated|commissioned|completed|operational|stream|comenz|inici|inaugur|signed)/
const START_UP =
  /\b(?:start-?up|commissioning|operations?|production|opening|completion|mise en service|puesta en marcha)\b|start - up/
/** Chinese says when before what: "于2024年9月投产". */
const STARTED_ZH = /^[^，。；]{0,8}(?:投产|建成|开工|启动|投运|竣工|开业|投入运行|投入使用)/u
/** A verb of beginning right before the date is about its subject, whatever event is named behind. */
const JUST_BEGUN =
  /\b(?:initiated|launched|started|opened|inaugurated|commissioned|established|founded|created|set up|signed)\s(?:on|in|since)?\s?(?:the\s)?$/

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
  const begunHere = JUST_BEGUN.test(words) && direct.some(({ type }) => BEGUN.includes(type) || FOUNDED.includes(type))
  const event = begunHere
    ? undefined
    : (before.filter(({ type }) => type === 'Event').at(-1) ??
      read.places.find(({ type, first }) => type === 'Event' && first > at && first - at < 40))
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
  const founding =
    [...words.matchAll(FOUNDING)].at(-1) ??
    (direct.some(({ type }) => STARTED_BY_WORD.includes(type)) ? [...words.matchAll(INITIATED)].at(-1) : undefined)
  const other = read.dates.some(
    (date) => date.end <= start && founding !== undefined && date.start > Math.max(from, start - 170) + founding.index,
  )
  // "the plant, set up in 2021": of a plant that may have no name.
  const ofPlant = founding !== undefined && WORKS.test(words.slice(Math.max(0, founding.index - 24), founding.index))
  if (founding && !other && !ofPlant) {
    const initiated = /^(?:initiated|started|launched)$|launched$/.test(founding[0])
    const fits = ({ type }: Place): boolean => (initiated ? STARTED_BY_WORD : FOUNDED).includes(type)
    const founded = direct.find(fits) ?? before.find(fits)
    const unknown = read.places.some(({ type }) => FOUNDED.includes(type)) || hasUnknownName(read, at)
    const own = founded?.key ?? (unknown ? undefined : sense.topic)
    if (own !== undefined) {
      yield say(own, 'founded', founded ? 0.85 : 0.7)
      return
    }
  }
  const begun = (place: Place): boolean => BEGUN.includes(place.type) && !place.adjective
  const field = tokens.slice(0, 5).some(({ fold }) => fold === ':')
  if (field && sense.project !== undefined && !read.places.some(({ type }) => type === 'Event')) {
    yield say(sense.project, 'date', 0.75)
    return
  }
  const early = at - clause.from < 5 && LAUNCHED.test(after)
  const thing =
    (LAUNCHED.test(words) || STARTED_ZH.test(after)
      ? (direct.filter(begun).at(-1) ?? before.findLast((place) => begun(place) && at - place.last <= NEAR))
      : undefined) ??
    (early ? read.places.find((place) => begun(place) && place.first > at && !isOblique(tokens, place)) : undefined) ??
    (START_UP.test(words) ? (direct.filter(begun).at(-1) ?? plantBefore(read, sense, begun)) : undefined)
  if (thing) yield say(thing.key, 'date', 0.73)
}

/** Tokens within which a start still belongs to what a preposition opens: "In the Pune plant, started in 2024, …". */
const NEAR = 5

/** What the sentence before spoke of last. */
function plantBefore(
  { sentence: { index }, places }: ResolvedSentence,
  { sentences }: DocumentSense,
  begun: (place: Place) => boolean,
): Place | undefined {
  if (places.some(({ type, reference }) => type === 'Enterprise' && !reference)) return undefined
  return sentences[index - 1]?.places.findLast(begun)
}

const FOUNDED: readonly EntityType[] = ['Enterprise', 'Organization', 'Network', 'Programme', 'Award']
const BEGUN: readonly EntityType[] = ['Facility', 'Project', 'Programme']
/** Those of whom "started in" says that they came to be. */
const STARTED_BY_WORD: readonly EntityType[] = ['Network', 'Award']
const WORKS = /\b(?:plant|line|facility|factory|site|unit|smelter|refinery|furnace|works|laboratory)\b[^\p{L}]*$/u
