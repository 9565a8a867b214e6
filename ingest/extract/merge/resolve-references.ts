import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Token } from '../../segment/token.ts'
import { stemWord } from '../recognise/stem-word.ts'
import { isOblique } from '../relate/clause.ts'
import type { Place, ResolvedSentence } from './resolve-mentions.ts'

const COMPANY: readonly EntityType[] = ['Enterprise']
/** A plant nobody named stands for the company that runs it. */
const PLANT: readonly EntityType[] = ['Facility', 'Enterprise']
const NOUNS: Record<string, readonly EntityType[]> = {
  company: COMPANY,
  empresa: COMPANY,
  compania: COMPANY,
  entreprise: COMPANY,
  societe: COMPANY,
  planta: PLANT,
  usine: PLANT,
  fabrica: PLANT,
  foro: ['Event'],
  seminario: ['Event'],
  seminaire: ['Event'],
  taller: ['Event'],
  atelier: ['Event'],
  congreso: ['Event'],
  conferencia: ['Event'],
  proyecto: ['Project', 'Programme'],
  projet: ['Project', 'Programme'],
  programa: ['Programme', 'Project'],
  red: ['Network'],
  reseau: ['Network'],
  firm: COMPANY,
  group: COMPANY,
  enterprise: COMPANY,
  recycler: COMPANY,
  manufacturer: COMPANY,
  producer: COMPANY,
  smelter: PLANT,
  plant: PLANT,
  facility: PLANT,
  factory: PLANT,
  works: PLANT,
  refinery: PLANT,
  site: PLANT,
  network: ['Network'],
  alliance: ['Network'],
  coalition: ['Network'],
  partnership: ['Network', 'Programme'],
  forum: ['Event'],
  conference: ['Event'],
  meeting: ['Event'],
  workshop: ['Event'],
  seminar: ['Event'],
  congress: ['Event'],
  summit: ['Event'],
  symposium: ['Event'],
  event: ['Event'],
  roundtable: ['Event'],
  dialogue: ['Event'],
  activity: ['Event'],
  project: ['Project', 'Programme'],
  scheme: ['Project', 'Programme'],
  programme: ['Programme', 'Project'],
  initiative: ['Programme', 'Project', 'Network'],
  centre: ['Organization'],
  ministry: ['Organization'],
  institute: ['Organization'],
  association: ['Organization'],
  university: ['Organization'],
  agency: ['Organization'],
  technology: ['Technology'],
  process: ['Technology'],
  unit: ['Facility', 'Technology'],
  furnace: ['Technology'],
  kiln: ['Technology'],
  installation: ['Facility', 'Technology'],
  award: ['Award'],
  prize: ['Award'],
}
/** General words for a material that was named before. Stems. */
const MATERIALS = new Set(
  'slag dust dross scrap waste battery residue ash sludge catalyst board dusts tailing'.split(' '),
)
const EVENT_VERBS = new Set('organised organized hosted held attended opened chaired convened'.split(' '))

/** A material is meant alone, not as the first half of a longer word. */
function isEnd(after: Token | undefined): boolean {
  return (
    after === undefined ||
    after.shape === 'mark' ||
    after.shape === 'number' ||
    /^(?:is|are|was|were|has|have|in|into|to|from|and|or|by|with|which|that|at|on|can|of|as)$/.test(after.fold)
  )
}

/** Nouns that stand for any company, event or project, whatever its name says. Stems. */
const ANYONE = new Set(
  'company firm group enterprise empresa compania entreprise societe planta usine fabrica proyecto projet event activity project scheme programme process technology recycler manufacturer producer site'.split(
    ' ',
  ),
)

const POINTERS = new Set([
  'the',
  'this',
  'that',
  'its',
  'our',
  'said',
  'la',
  'el',
  'le',
  'cette',
  'ce',
  'esta',
  'este',
  'su',
  'sa',
  'son',
])
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

/** Adds places for "the company", "the Network", "it", "we": what they stand for as the text runs. */
export function resolveReferences(
  sentences: readonly ResolvedSentence[],
  topic: string | undefined,
  typeOf: (key: string) => EntityType | undefined,
): void {
  const latest = new Map<EntityType, string>()
  const streams = new Map<string, string>()
  /** The last thing with a word in its name. */
  const heads = new Map<string, string>()
  let subject: string | undefined
  for (const read of sentences) {
    const { tokens, passage } = read.sentence
    const found: Place[] = []
    const mentionAt = new Map(read.places.map((place) => [place.first, place]))
    const covered = new Set<number>()
    for (const { first, last } of read.places) for (let at = first; at <= last; at += 1) covered.add(at)
    for (let at = 0; at < tokens.length; at += 1) {
      const place = mentionAt.get(at)
      if (place && !place.adjective) noteLatest(latest, place)
      if (place && !place.adjective)
        for (let word = place.first; word <= place.last; word += 1) heads.set((tokens[word] as Token).fold, place.key)
      if (place?.type === 'WasteStream') streams.set(stemWord((tokens[place.last] as Token).fold), place.key)
      if (covered.has(at)) continue
      const reference = referAt(tokens, at, latest, subject, topic, typeOf, streams, heads, covered, [
        ...read.places,
        ...found,
      ])
      if (!reference) continue
      const { key, last } = reference
      const type = typeOf(key)
      if (type === undefined) continue
      found.push({
        first: at,
        last,
        start: (tokens[at] as Token).start,
        end: (tokens[last] as Token).end,
        key,
        type,
        reference: true,
      })
      at = last
    }
    read.places = [...read.places, ...found].sort((a, b) => a.start - b.start || b.end - a.end)
    if (passage.kind === 'running') continue
    const next = read.places.find(
      (place) => ACTIVE.includes(place.type) && !place.adjective && !isOblique(tokens, place),
    )
    if (next) subject = next.key
  }
}

function referAt(
  tokens: readonly Token[],
  at: number,
  latest: ReadonlyMap<EntityType, string>,
  subject: string | undefined,
  topic: string | undefined,
  typeOf: (key: string) => EntityType | undefined,
  streams: ReadonlyMap<string, string>,
  heads: ReadonlyMap<string, string>,
  covered: ReadonlySet<number>,
  before: readonly Place[],
): { key: string; last: number } | null {
  const { fold } = tokens[at] as Token
  if (POINTERS.has(fold)) {
    for (let last = at + 1; last <= at + 2; last += 1) {
      const noun = tokens[last]
      if (!noun || covered.has(last)) break
      const types = NOUNS[stemWord(noun.fold)]
      if (types === undefined) continue
      // "the forum" is the one with forum in its name; a plural stands for a name only that way ("the awards").
      const namesake = ANYONE.has(stemWord(noun.fold)) ? undefined : heads.get(noun.fold)
      const singular =
        stemWord(noun.fold).startsWith(noun.fold.slice(0, -2)) &&
        !(noun.fold.endsWith('s') && noun.fold !== stemWord(noun.fold))
      const key =
        namesake !== undefined && types.includes(typeOf(namesake) ?? 'Document')
          ? namesake
          : singular
            ? pick(types, latest, topic, typeOf)
            : undefined
      return key ? { key, last } : null
    }
  }
  if (POINTERS.has(fold)) {
    const noun = tokens[at + 1]
    const stream =
      noun && !covered.has(at + 1) && MATERIALS.has(stemWord(noun.fold)) ? streams.get(stemWord(noun.fold)) : undefined
    if (stream !== undefined && isEnd(tokens[at + 2])) return { key: stream, last: at + 1 }
  }
  if ((fold === '公' && tokens[at + 1]?.fold === '司') || (fold === '企' && tokens[at + 1]?.fold === '业')) {
    const company = latest.get('Enterprise')
    return company !== undefined && !covered.has(at + 1) ? { key: company, last: at + 1 } : null
  }
  if (
    fold === 'it' &&
    /^(?:was|is|were|will)$/.test(tokens[at + 1]?.fold ?? '') &&
    tokens.slice(at + 2, at + 5).some((token) => EVENT_VERBS.has(token.fold)) &&
    latest.has('Event')
  ) {
    return { key: latest.get('Event') as string, last: at }
  }
  if (fold === 'it' || fold === 'its') {
    const own = before.find(
      (place) => place.last < at && OWNERS.includes(place.type) && !place.adjective && !isOblique(tokens, place),
    )
    const near = before
      .filter(
        (place) =>
          place.last < at && (place.type === 'Enterprise' || place.type === 'Organization') && !place.adjective,
      )
      .at(-1)
    const key =
      own?.key ??
      (fold === 'its' ? near?.key : undefined) ??
      (subject !== undefined && OWNERS.concat('Facility', 'Technology').includes(typeOf(subject) ?? 'Document')
        ? subject
        : topic)
    return key &&
      !(fold === 'it' && /^(?:is|was)$/.test(tokens[at + 1]?.fold ?? '') && tokens[at + 2]?.fold === 'expected')
      ? { key, last: at }
      : null
  }
  if (
    (fold === 'we' || fold === 'our' || fold === 'us') &&
    topic !== undefined &&
    (tokens[at] as Token).shape !== 'upper'
  ) {
    return typeOf(topic) === 'Enterprise' || typeOf(topic) === 'Organization' ? { key: topic, last: at } : null
  }
  return null
}

function noteLatest(latest: Map<EntityType, string>, { type, key }: Place): void {
  latest.delete(type)
  latest.set(type, key)
}

/** The topic where it has the type and was spoken of, else the last of that type. */
function pick(
  types: readonly EntityType[],
  latest: ReadonlyMap<EntityType, string>,
  topic: string | undefined,
  typeOf: (key: string) => EntityType | undefined,
): string | undefined {
  // A map keeps the order of its last insertions: what was named last comes last.
  const recent = [...latest].filter(([type]) => types.includes(type)).at(-1)
  if (recent !== undefined && !(types === PLANT && latest.has('Facility'))) return recent[1]
  if (types === PLANT && latest.has('Facility')) return latest.get('Facility')
  return topic !== undefined && types.includes(typeOf(topic) ?? 'Document') ? topic : undefined
}
