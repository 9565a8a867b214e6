import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { isCapital, type Token } from '../../segment/token.ts'
import { ANYONES_NOUNS, MATERIAL_NOUNS, POINTERS, REFERENCE_NOUNS } from '../recognise/words/reference-nouns.ts'
import { isOblique } from '../relate/clause.ts'
import type { Place, ResolvedSentence } from './resolve-mentions.ts'

const ACTIVE: readonly EntityType[] = [
  'Enterprise',
  'Organization',
  'Facility',
  'Network',
  'Programme',
  'Project',
  'Technology',
]
const OWNERS: readonly EntityType[] = ['Enterprise', 'Organization', 'Network', 'Programme', 'Project']
const BODIES: readonly EntityType[] = ['Enterprise', 'Organization']
const PRONOUNS = new Set(['it', 'its', 'we', 'our', 'us'])
const EVENT_VERBS = new Set('organised organized hosted held attended opened chaired convened'.split(' '))
/** What may follow a material that is meant alone, and not as the first half of a longer word. */
const ENDS_NOUN = new Set(
  'is are was were has have in into to from and or by with which that at on can of as'.split(' '),
)

/** What the text has spoken of so far. */
interface Memory {
  /** The last of each type; the type named last comes last. */
  latest: Map<EntityType, string>
  /** The last thing with a word in its name, by the folded word. */
  heads: Map<string, string>
  /** The last waste stream that ends in a word, by its stem. */
  streams: Map<string, string>
  /** Who acted in the sentence before. */
  subject?: string
  /** Where the text is, and where it named a plant last: sentence numbers. */
  index: number
  plantAt: number
  topic?: string
  typeOf: (key: string) => EntityType | undefined
}

interface Reference {
  key: string
  /** Index of its last token. */
  last: number
}

/** Adds places for "the company", "the Network", "it", "we": what they stand for as the text runs. */
export function resolveReferences(
  sentences: readonly ResolvedSentence[],
  topic: string | undefined,
  typeOf: (key: string) => EntityType | undefined,
): void {
  const memory: Memory = {
    latest: new Map(),
    heads: new Map(),
    streams: new Map(),
    topic,
    typeOf,
    index: 0,
    plantAt: 0,
  }
  for (const read of sentences) {
    const { tokens } = read.sentence
    memory.index = read.sentence.index
    const found = findReferences(read, memory)
    if (found.length > 0) read.places = [...read.places, ...found].sort((a, b) => a.start - b.start || b.end - a.end)
    const actor = read.places.find(
      (place) => ACTIVE.includes(place.type) && !place.adjective && !isOblique(tokens, place),
    )
    if (actor) memory.subject = actor.key
  }
}

function findReferences({ places, sentence: { tokens } }: ResolvedSentence, memory: Memory): Place[] {
  const found: Place[] = []
  const named: Place[] = []
  let next = 0
  const covered = new Set<number>()
  for (const { first, last } of places) for (let at = first; at <= last; at += 1) covered.add(at)
  for (let at = 0; at < tokens.length; at += 1) {
    for (let place = places[next]; place && place.first <= at; place = places[next]) {
      next += 1
      if (place.adjective) continue
      remember(memory, place, tokens)
      named.push(place)
    }
    if (covered.has(at)) continue
    // "a second plant" is another one than the last.
    if (isUnnamedPlant(tokens, at, covered)) memory.latest.delete('Facility')
    const reference = referAt(tokens, at, memory, covered, named)
    const type = reference === null ? undefined : memory.typeOf(reference.key)
    if (reference === null || type === undefined) continue
    const { key, last } = reference
    const start = (tokens[at] as Token).start
    const end = (tokens[last] as Token).end
    const added: Place = { first: at, last, start, end, key, type, reference: true }
    found.push(added)
    named.push(added)
    at = last
  }
  return found
}

function remember(memory: Memory, { type, key, first, last }: Place, tokens: readonly Token[]): void {
  const { latest, heads, streams } = memory
  if (type === 'Facility') memory.plantAt = memory.index
  latest.delete(type)
  latest.set(type, key)
  for (let word = first; word <= last; word += 1) heads.set((tokens[word] as Token).fold, key)
  if (type === 'WasteStream') streams.set((tokens[last] as Token).stem, key)
}

/** The reference that begins with a token; `named` holds the places of the sentence before it. */
function referAt(
  tokens: readonly Token[],
  at: number,
  memory: Memory,
  covered: ReadonlySet<number>,
  named: readonly Place[],
): Reference | null {
  const { fold } = tokens[at] as Token
  // "she said the furnace …": a verb before another pointer.
  if (POINTERS.has(fold) && !(fold === 'said' && POINTERS.has(tokens[at + 1]?.fold ?? ''))) {
    const noun = byNoun(tokens, at, memory, covered, named) ?? byMaterial(tokens, at, memory, covered)
    // "Its plant": one of theirs, hardly the one named last.
    if (noun && PRONOUNS.has(fold) && isPlantNoun(tokens[noun.last]))
      return byPronoun(tokens, at, memory, named) ?? noun
    if (noun || !PRONOUNS.has(fold)) return noun
  }
  if ((fold === '公' && tokens[at + 1]?.fold === '司') || (fold === '企' && tokens[at + 1]?.fold === '业')) {
    const company = memory.latest.get('Enterprise')
    return company !== undefined && !covered.has(at + 1) ? { key: company, last: at + 1 } : null
  }
  // "Its partner Umbra tests it": Umbra does.
  if (fold === 'its' && COUNTERPARTS.has(tokens[at + 1]?.stem ?? '') && isCapital(tokens[at + 2])) return null
  return PRONOUNS.has(fold) ? byPronoun(tokens, at, memory, named) : null
}

const COUNTERPARTS = new Set(['partner', 'customer', 'client', 'supplier', 'competitor', 'contractor'])

const OTHERS = new Set(['next', 'following', 'previous', 'upcoming', 'coming', 'other', 'another', 'future', 'past'])

/** "the forum" is the one with forum in its name, else the last forum; a plural stands for a name only ("the awards"). */
function byNoun(
  tokens: readonly Token[],
  at: number,
  memory: Memory,
  covered: ReadonlySet<number>,
  named: readonly Place[],
): Reference | null {
  // "the next workshop" is not this one.
  if (OTHERS.has(tokens[at + 1]?.fold ?? '')) return null
  for (let last = at + 1; last <= at + 2; last += 1) {
    const noun = tokens[last]
    if (!noun || covered.has(last)) return null
    const stem = noun.stem
    const types = REFERENCE_NOUNS.get(stem)
    if (types === undefined) continue
    // "the works of Umbra": those of the one named behind.
    if (tokens[last + 1]?.fold === 'of' && isCapital(tokens[last + 2]) && isPlantNoun(noun)) return null
    const namesake = ANYONES_NOUNS.has(stem) ? undefined : memory.heads.get(noun.fold)
    const fits = namesake !== undefined && types.includes(memory.typeOf(namesake) ?? 'Document')
    const plural = noun.fold.endsWith('s') && noun.fold !== stem
    const key = fits
      ? namesake
      : plural
        ? undefined
        : types.includes('Enterprise') && !types.includes('Facility')
          ? pickCompany(memory, named, tokens)
          : isPlantNoun(noun)
            ? pickPlant(memory, named, tokens)
            : pickLatest(types, memory)
    return key === undefined ? null : { key, last }
  }
  return null
}

function byMaterial(
  tokens: readonly Token[],
  at: number,
  { streams }: Memory,
  covered: ReadonlySet<number>,
): Reference | null {
  const noun = tokens[at + 1]
  if (!noun || covered.has(at + 1) || !MATERIAL_NOUNS.has(noun.stem)) return null
  const after = tokens[at + 2]
  const alone = after === undefined || after.shape === 'mark' || after.shape === 'number' || ENDS_NOUN.has(after.fold)
  const key = streams.get(noun.stem)
  return alone && key !== undefined ? { key, last: at + 1 } : null
}

function byPronoun(tokens: readonly Token[], at: number, memory: Memory, named: readonly Place[]): Reference | null {
  const { latest, subject, topic, typeOf } = memory
  const { fold, shape } = tokens[at] as Token
  const next = tokens[at + 1]?.fold ?? ''
  if (fold === 'we' || fold === 'our' || fold === 'us') {
    return topic !== undefined && shape !== 'upper' && BODIES.includes(typeOf(topic) ?? 'Document')
      ? { key: topic, last: at }
      : null
  }
  const event = latest.get('Event')
  if (fold === 'it' && event !== undefined && /^(?:was|is|were|will)$/.test(next)) {
    if (tokens.slice(at + 2, at + 5).some((token) => EVENT_VERBS.has(token.fold))) return { key: event, last: at }
    // "it is expected that": nobody.
    if (tokens[at + 2]?.fold === 'expected') return null
  }
  const own = named.find((place) => OWNERS.includes(place.type) && !isOblique(tokens, place))
  const near = fold === 'its' ? named.findLast(({ type }) => BODIES.includes(type)) : undefined
  // "The department chose it": who acts is not who is acted on.
  const acted = fold === 'it' && own !== undefined && isObject(tokens, at)
  if (acted) return subject !== undefined && subject !== own.key ? { key: subject, last: at } : null
  const before = subject !== undefined && ACTIVE.includes(typeOf(subject) ?? 'Document') ? subject : topic
  const key = own?.key ?? near?.key ?? before
  return key === undefined ? null : { key, last: at }
}

const OPENS_CLAUSE = new Set(
  'and that as which while when if because but where whereas since although what though once until before after so or whether than'.split(
    ' ',
  ),
)

/** "it" behind a verb or preposition, not at the head of a clause. */
function isObject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before !== undefined && before.shape === 'lower' && !OPENS_CLAUSE.has(before.fold)
}

/** The company a sentence means: one it has named, else who acted in the sentence before, else the topic, else the last named. */
function pickCompany(
  { latest, subject, topic, typeOf }: Memory,
  named: readonly Place[],
  tokens: readonly Token[],
): string | undefined {
  const here =
    named.find((place) => place.type === 'Enterprise' && !isOblique(tokens, place)) ??
    named.findLast(({ type }) => type === 'Enterprise')
  if (here) return here.key
  for (const key of [subject, topic]) if (key !== undefined && typeOf(key) === 'Enterprise') return key
  return latest.get('Enterprise')
}

/** Sentences after which "the plant" is no longer the one named. */
const PLANT_LASTS = 2

/** A plant named just before; else the company that runs it. */
function pickPlant(memory: Memory, named: readonly Place[], tokens: readonly Token[]): string | undefined {
  const plant = memory.latest.get('Facility')
  return plant !== undefined && memory.index - memory.plantAt <= PLANT_LASTS
    ? plant
    : pickCompany(memory, named, tokens)
}

function isPlantNoun(noun: Token | undefined): boolean {
  const types = noun && REFERENCE_NOUNS.get(noun.stem)
  return types?.includes('Facility') === true && types.includes('Enterprise')
}

/** "a plant", "another zinc smelter" that no place covers. */
function isUnnamedPlant(tokens: readonly Token[], at: number, covered: ReadonlySet<number>): boolean {
  if (!/^(?:a|an|another|second|third)$/.test(tokens[at]?.fold ?? '')) return false
  for (let noun = at + 1; noun <= at + 4; noun += 1) {
    if (covered.has(noun) && isPlantNoun(tokens[noun])) return false
    if (isPlantNoun(tokens[noun])) return true
    if (tokens[noun]?.shape === 'mark' && tokens[noun]?.fold !== '-') return false
  }
  return false
}

/** The last of these types; the topic where none was spoken of. */
function pickLatest(types: readonly EntityType[], { latest, topic, typeOf }: Memory): string | undefined {
  const recent = [...latest].findLast(([type]) => types.includes(type))
  if (recent !== undefined) return recent[1]
  return topic !== undefined && types.includes(typeOf(topic) ?? 'Document') ? topic : undefined
}
