import { type EntityType, propertyAllows } from '../../../graph/ontology/ontology.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import { headType } from '../recognise/words/name-heads.ts'
import type { DocumentSense } from './claim.ts'
import { isOblique, type Range } from './clause.ts'
import type { FigureMeaning } from './figure-meaning.ts'
import { findHeaded, hasOwnSection, isApart } from './section-sense.ts'

/** What a figure measures. */
export interface Measured {
  key: string
  type: EntityType
  /** Named near it, not only what the text is about. */
  sure: boolean
}

/** Where a figure stands: its first and last token and its clause. */
export interface FigurePlace {
  at: number
  until: number
  clause: Range
}

/** What a figure measures: something of its sentence, else of those before, else what the document is about. */
export function findMeasured(
  read: ResolvedSentence,
  place: FigurePlace,
  meaning: FigureMeaning,
  sense: DocumentSense,
): Measured | null {
  const { property, types } = meaning
  if (PHYSICAL.has(property) && isDemanded(read, place)) return null
  if (property === 'members' && namesOtherMeeting(read, place.clause.from, place.until)) return null
  if (BUDGETED.has(property) && sense.project === undefined && isBudget(read, sense)) {
    const topic = topicOf(types, sense)
    if (topic) return topic
  }
  if (
    PHYSICAL.has(property) &&
    (isOfCountry(read, place) || isOfSeveral(read, place, meaning) || isOfOther(read, place))
  )
    return null
  if (property === 'capacity') {
    const unnamed = unnamedPlant(read, place)
    if (unnamed >= 0) return ownerOfUnnamed(read, place, unnamed)
  }
  const plant = property === 'capacity' ? plantOfBareCapacity(read, place.at, sense) : null
  return (
    plant ??
    findInSentence(read, place, meaning) ??
    (hasUnknownName(read, place.at) ? null : inherit(read, meaning, sense))
  )
}

const DEMANDS = /^(?:demand|require|oblige|mandate|stipulate|prescribe|must|exige|impose)/

/** "The Regulation demands that recyclers recover 90 percent": a target of the law, of nobody who stands elsewhere. */
function isDemanded({ sentence: { tokens }, places }: ResolvedSentence, { at, clause }: FigurePlace): boolean {
  const law = places.some(({ type, last }) => type === 'Regulation' && last < at)
  if (!law || places.some(({ type, reference }) => (type === 'Enterprise' || type === 'Facility') && !reference))
    return false
  return tokens.slice(clause.from, at).some(({ fold }) => DEMANDS.test(fold))
}

const BUDGETED: ReadonlySet<string> = new Set(['investment'])
/** What is said of works and processes, and of nobody where a country or an unnamed group is the subject. */
const PHYSICAL: ReadonlySet<string> = new Set(['capacity', 'output', 'recovery_rate'])
/** Said of who acts in the clause, not of what was named last. */
const OF_ACTOR: ReadonlySet<string> = new Set(['investment', 'turnover', 'employees', 'annual_output_value'])

function isBudget({ sentence }: ResolvedSentence, { text }: DocumentSense): boolean {
  return /budget|presupuesto/i.test(text.slice(sentence.start, sentence.end))
}

/** "an online course … attracting nearly 90 participants": of a meeting that has no name. */
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

/** "Germany imports …": a country right before a verb is what the figure is of. */
function isOfCountry({ sentence: { tokens }, places }: ResolvedSentence, { at, clause }: FigurePlace): boolean {
  const subject = places.findLast(
    ({ type, first, last, adjective }) =>
      (type === 'Country' || type === 'Enterprise' || type === 'Facility') &&
      !adjective &&
      first >= clause.from &&
      last < at,
  )
  const after = subject && tokens[subject.last + 1]
  return (
    subject?.type === 'Country' &&
    after?.shape === 'lower' &&
    after.stem === after.fold.replace(/s$/, '') &&
    !/^(?:and|or|in|at|on|for|with|of|by|to|from|has|have|is|was|where)$/.test(after.fold) &&
    !isOblique(tokens, subject, places)
  )
}

/** "The four together treat …" after a list: of no one of them. */
function isOfSeveral(
  { sentence: { tokens }, places }: ResolvedSentence,
  { at }: FigurePlace,
  { types }: FigureMeaning,
): boolean {
  if (places.some(({ type, last, reference }) => types.includes(type) && last < at && !reference)) return false
  return tokens
    .slice(0, Math.min(at, 5))
    .some(({ fold }) =>
      /^(?:two|three|four|five|six|seven|eight|nine|ten|together|they|these|both|combined)$/.test(fold),
    )
}

/** "its subsidiary doubled capacity": of a firm that has no name here. */
function isOfOther({ sentence: { tokens }, places }: ResolvedSentence, { at, clause }: FigurePlace): boolean {
  return tokens.some(
    ({ fold }, index) =>
      index > clause.from &&
      index < at &&
      /^(?:subsidiary|affiliate|competitor|supplier|customer|neighbour|predecessor|rival|filiale?)$/.test(fold) &&
      /^(?:its|a|an|their|one|another|the|une?|sa|su)$/.test(tokens[index - 1]?.fold ?? '') &&
      tokens[index + 1]?.fold !== 'of' &&
      !places.some(
        ({ first, last }) => (first <= index && last >= index) || first === index + 1 || first === index + 2,
      ),
  )
}

const PLANT_NOUNS = new Set(
  'plant line unit facility factory smelter refinery works site hub mill kiln planta usine'.split(' '),
)

/** Where the clause speaks of "a plant", "another line" that no name covers; -1 where it does not. */
function unnamedPlant({ sentence: { tokens }, places }: ResolvedSentence, { at, clause }: FigurePlace): number {
  for (let noun = at - 1; noun > clause.from - 1 && noun > at - 14; noun -= 1) {
    if (places.some(({ type, first, last }) => type === 'Facility' && first <= noun && last >= noun)) return -1
    if (!PLANT_NOUNS.has(tokens[noun]?.stem ?? '')) continue
    return tokens
      .slice(Math.max(clause.from, noun - 4), noun)
      .some(({ fold }) => /^(?:a|an|another|second|third|una?|une)$/.test(fold))
      ? noun
      : -1
  }
  return -1
}

/** "Umbra runs a plant with …": of who has it; of nobody where none is named before it. */
function ownerOfUnnamed(
  { sentence: { tokens }, places }: ResolvedSentence,
  { clause }: FigurePlace,
  noun: number,
): Measured | null {
  const owner = places.findLast(
    (place) =>
      (place.type === 'Enterprise' || place.type === 'Project') &&
      !place.adjective &&
      place.last < noun &&
      place.first >= clause.from &&
      !isOblique(tokens, place, places),
  )
  const has = owner && tokens.slice(owner.last + 1, noun).some(({ fold }) => HAS.test(fold))
  return owner && has ? { key: owner.key, type: owner.type, sure: true } : null
}

const HAS =
  /^(?:has|have|had|runs?|ran|operat\p{L}+|owns?|owned|opens?|opened|builds?|built|building|commission\p{L}+|start\p{L}*|construct\p{L}*|plans?|planned|inaugurat\p{L}+|acquired|bought|complet\p{L}+|posee|opera|exploite|cuenta)$/u

const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|[ck]g?|million|billion)$/

/** A name before the figure that stands for nothing known: the figure may well be its. */
export function hasUnknownName({ sentence: { tokens }, places }: ResolvedSentence, at: number): boolean {
  return tokens.some(
    (token, index) =>
      index > 0 &&
      index < at &&
      (token.shape === 'capital' || token.shape === 'mixed') &&
      token.text.length > 2 &&
      !CALENDAR.test(token.fold) &&
      !places.some(({ first, last }) => first <= index && last >= index),
  )
}

const CAPACITY_MODIFIERS = new Set(
  'and the an annual yearly design designed installed nameplate current processing treatment recycling production smelting overall its nominal initial planned'.split(
    ' ',
  ),
)
const FAR_BACK = 3

/** "Design capacity is …", "and annual capacity climbs to …": of the plant spoken of, where capacity itself is the subject. */
function plantOfBareCapacity(read: ResolvedSentence, at: number, { sentences }: DocumentSense): Measured | null {
  const {
    sentence: { tokens, index },
    places,
  } = read
  const word = tokens.findLastIndex(({ stem }, each) => each < at && stem === 'capacity')
  if (word < 0 || /^(?:of|at|in)$/.test(tokens[word + 1]?.fold ?? '')) return null
  let first = word
  while (first > 0 && CAPACITY_MODIFIERS.has(tokens[first - 1]?.fold ?? '')) first -= 1
  const opens = first === 0 || (tokens[first - 1]?.shape === 'mark' && tokens[first - 1]?.fold !== '(')
  if (!opens) return null
  const here = places.findLast(({ type, last }) => type === 'Facility' && last < first)
  if (here) return { key: here.key, type: 'Facility', sure: true }
  if (places.some(({ type, last }) => (type === 'Enterprise' || type === 'City') && last < first && first - last < 4))
    return null
  // "Umbra treats dross; its capacity is …": of whom the sentence has named.
  const its = tokens.slice(first, word).some(({ fold }) => fold === 'its')
  if (its && places.some(({ type, last, reference }) => type === 'Enterprise' && !reference && last < first))
    return null
  for (let back = 1; back <= FAR_BACK; back += 1) {
    const previous = sentences[index - back]
    if (!previous || previous.sentence.passage.kind === 'table-row') break
    if (isApart(read, previous)) break
    const plant = previous.places.findLast(({ type }) => type === 'Facility')
    if (plant) return { key: plant.key, type: 'Facility', sure: true }
  }
  return null
}

/** The nearest fitting thing before the figure in its clause that is no mere circumstance, else right behind it, else any before. */
function findInSentence(
  read: ResolvedSentence,
  { at, until, clause }: FigurePlace,
  { types, property }: FigureMeaning,
): Measured | null {
  const { tokens } = read.sentence
  const fits = (place: Place): boolean =>
    types.includes(place.type) &&
    !isInsideName(place, read.places) &&
    propertyAllows(property, place.type) &&
    !place.adjective &&
    !isTool(read, place, property)
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
    return OF_ACTOR.has(property) ? places[0] : places.at(-1)
  }
  const after = read.places.find(
    (place) =>
      fits(place) &&
      (place.type !== 'Technology' || (property !== 'capacity' && property !== 'output')) &&
      place.first > until &&
      place.first - until < (place.type === 'Event' ? 30 : 14),
  )
  const best =
    byType(direct) ??
    byType(inClause) ??
    after ??
    byType(before.filter((place) => !isOblique(tokens, place, read.places))) ??
    before.at(-1)
  return best ? { key: best.key, type: best.type, sure: true } : null
}

/** The city in "the Pune works" is not what the works measure. */
function isInsideName({ first, last }: Place, places: readonly Place[]): boolean {
  return places.some(
    (other) =>
      other.type === 'Facility' &&
      other.first <= first &&
      other.last >= last &&
      other.last - other.first > last - first,
  )
}

const USING = new Set(
  'use uses used using adopt adopts adopted apply applies applied install installed utiliza emplea utilise'.split(' '),
)
const CARRIES = new Set(
  'can has had have with will would is was of that which could able treats treat processes process handles handle melts recovers reaches'.split(
    ' ',
  ),
)

/** A process someone uses, or that stands aside: the figure is of who uses it. */
function isTool({ sentence: { tokens } }: ResolvedSentence, { type, first, last }: Place, property: string): boolean {
  if (type !== 'Technology') return false
  if (property === 'capacity' || property === 'output') return !CARRIES.has(tokens[last + 1]?.fold ?? '')
  let at = first - 1
  while (at > 0 && first - at < 4 && /^(?:a|an|the|its|own|new|two|three|un|una|le|la)$/.test(tokens[at]?.fold ?? ''))
    at -= 1
  if (USING.has(tokens[at]?.fold ?? '')) return true
  const signs = tokens.slice(Math.max(0, first - 8), first).map(({ fold }) => fold)
  return /(?:采用|使用|应用|运用|引进)[^，。；]*$/u.test(signs.join(''))
}

function topicOf(types: readonly EntityType[], { topic, typeOf }: DocumentSense): Measured | null {
  const type = topic === undefined ? undefined : typeOf(topic)
  return topic !== undefined && type !== undefined && types.includes(type) ? { key: topic, type, sure: true } : null
}

/** A sentence that names nothing fitting goes on about the one before, or about the document's topic. */
function inherit(read: ResolvedSentence, { types, property }: FigureMeaning, sense: DocumentSense): Measured | null {
  const { sentences, topic, project, company, typeOf } = sense
  const headed = findHeaded(read, sense)
  if (headed && types.includes(headed.type)) return { key: headed.key, type: headed.type, sure: true }
  const field = read.sentence.tokens.slice(0, 5).some(({ fold }) => fold === ':')
  const own = field ? (project ?? topic) : undefined
  const ownType = own === undefined ? undefined : typeOf(own)
  if (own !== undefined && ownType !== undefined && types.includes(ownType) && !hasOwnSection(own, read, sense))
    return { key: own, type: ownType, sure: true }
  for (let back = 1; back <= 2; back += 1) {
    const previous = sentences[read.sentence.index - back]
    // A new paragraph on the recovery of a company is about the company.
    if (property === 'recovery_rate' && previous?.sentence.passage !== read.sentence.passage) break
    if (!previous || previous.sentence.passage.kind === 'table-row' || isApart(read, previous)) break
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
  if (topic !== undefined && hasOwnSection(topic, read, sense)) return null
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
