import type { SourceEntity } from '../../graph/entity.ts'
import type { EntityType } from '../../graph/ontology/ontology.ts'
import { foldName } from '../../graph/values/fold-name.ts'
import { nameKeys } from '../claim/name-keys.ts'
import { isGeneralName } from './is-general-name.ts'

/** What resolution knows of one side: the entity and the folded names of what its statements tie it to. */
export interface ComparedEntity {
  entity: SourceEntity
  /** Folded names or world ids of related things: an employer, a city, a waste stream. */
  context: ReadonlySet<string>
  /** World ids of the countries and cities it or its plants stand in, not of those it is only named with. */
  places: ReadonlySet<string>
  /** ISO 3166-1 alpha-2 of its own country and of those of its places. */
  countries: ReadonlySet<string>
  /** Those of the plants it runs: they can show that two are one, but a firm of one country runs plants in many. */
  sites: ReadonlySet<string>
  /** Years its dates name, for events and projects. */
  years: ReadonlySet<string>
}

export interface Comparison {
  /** 0–1, how likely both are one thing. */
  score: number
  reasons: string[]
}

/** At or above, two source entities are judged the same. A wrong merge is worse than a duplicate, so it is high. */
export const SAME = 0.85
/** At or above and below `SAME`, the pair is kept as `unsure` for a curator. */
export const UNSURE = 0.6

/** Types whose names repeat from place to place or year to year, so that an equal name alone decides nothing. */
const NEEDS_CONTEXT: ReadonlySet<EntityType> = new Set(['Person', 'Event', 'Facility', 'Award', 'Project'])
/** Of these two of one name in one country are still often two: namesakes, and the editions of a conference. */
const REPEATS_AT_HOME: ReadonlySet<EntityType> = new Set(['Person', 'Event'])

/** A general name is worth so much less that it needs a country, or a tie of its own, in common to be `SAME`. */
const GENERAL = 0.14
/** The most a pair may score that a country, or all it is known by, speaks against. */
const DOUBTED = 0.8

function isAbbreviation(folded: string): boolean {
  return !folded.includes(' ') && folded.length <= 6
}

interface NameMatch {
  score: number
  reason: string
}

/** Abbreviations say little: half the world's centres are a BCRC. */
function weigh(folded: string, full: number, abbreviated: number): number {
  return isAbbreviation(folded) ? abbreviated : full
}

/** The strongest way in which both share a name, `null` where they share none. */
function shareName(left: SourceEntity, right: SourceEntity): NameMatch | null {
  const [leftName, rightName] = [foldName(left.name), foldName(right.name)]
  if (leftName === rightName) return { score: weigh(leftName, 0.86, 0.6), reason: `same name “${right.name}”` }
  const ways: NameMatch[] = []
  const leftKeys = new Set(nameKeys(left.type, left.name).concat(leftName))
  for (const key of nameKeys(right.type, right.name).concat(rightName)) {
    if (leftKeys.has(key))
      ways.push({ score: weigh(key, 0.82, 0.6), reason: `same name but for form, “${left.name}” and “${right.name}”` })
  }
  const [leftAliases, rightAliases] = [new Set(left.aliases.map(foldName)), new Set(right.aliases.map(foldName))]
  const crossed = [rightAliases.has(leftName) ? left.name : '', leftAliases.has(rightName) ? right.name : '']
  for (const name of crossed.filter((each) => each !== '')) {
    ways.push({
      score: weigh(foldName(name), 0.8, 0.55),
      reason: `the name of one is an alias of the other, “${name}”`,
    })
  }
  for (const alias of left.aliases) {
    const folded = foldName(alias)
    if (rightAliases.has(folded)) ways.push({ score: weigh(folded, 0.65, 0.45), reason: `shared alias “${alias}”` })
  }
  return ways.sort((one, other) => other.score - one.score)[0] ?? null
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): string[] {
  return [...left].filter((each) => right.has(each)).sort()
}

/** A waste stream or a process in common is said of many; a person, a plant or a city of few. */
function isShared(key: string): boolean {
  return /^[a-z-]+\//.test(key) && !key.startsWith('city/')
}

interface Weight {
  score: number
  reasons: string[]
}

/** What the places of both say. Countries that are not the same never join what has a general name. */
function comparePlaces(left: ComparedEntity, right: ComparedEntity, isGeneral: boolean): Weight & { agree?: boolean } {
  const [known, met] = [left, right].map((each) => new Set([...each.countries, ...each.sites]))
  const countries = overlap(known as Set<string>, met as Set<string>)
  if (countries.length === 0) {
    if (left.countries.size === 0 || right.countries.size === 0) return { score: 0, reasons: [] }
    const [one, other] = [left, right].map((each) => [...each.countries].sort().join(', '))
    return { score: -0.3, reasons: [`one in ${one}, the other in ${other}`], agree: false }
  }
  const cities = [left, right].map(({ places }) => new Set([...places].filter((place) => place.startsWith('city/'))))
  const [ours, theirs] = cities as [Set<string>, Set<string>]
  const apart = ours.size > 0 && theirs.size > 0 && overlap(ours, theirs).length === 0
  const gain = isGeneral ? GENERAL : 0.06
  if (!apart) return { score: gain, reasons: [`both in ${countries.join(', ')}`], agree: true }
  const loss = isGeneral || left.entity.type === 'Facility' ? 0.2 : gain
  return { score: gain - loss, reasons: [`in different cities of ${countries.join(', ')}`] }
}

/** What both are tied to, their countries apart, which count once. */
function compareTies(
  left: ComparedEntity,
  right: ComparedEntity,
  isGeneral: boolean,
): Weight & { own: number; named: number } {
  const ties = overlap(left.context, right.context).filter((key) => !key.startsWith('country/'))
  const own = ties.filter((key) => !isShared(key)).length
  const named = ties.filter((key) => !isShared(key) && !key.startsWith('city/')).length
  const shared = ties.length - own
  const reasons = ties.length > 0 ? [`both tied to ${ties.slice(0, 3).join(', ')}`] : []
  return {
    score: Math.min(0.36, (isGeneral ? GENERAL : 0.12) * own) + Math.min(0.08, 0.04 * shared),
    reasons,
    own,
    named,
  }
}

/**
 * How likely two source entities of one type are one thing, with the reasons. Names decide first; country, years and
 * what each is tied to confirm or contradict. A name of general words only, "Ministry of Environment", joins nothing
 * by itself, and nothing of another country; a plant that is only described needs its firm, for a city has several.
 * Symmetric and pure.
 */
export function compareEntities(left: ComparedEntity, right: ComparedEntity): Comparison {
  const { type } = left.entity
  if (type !== right.entity.type) return { score: 0, reasons: ['different types'] }
  const name = shareName(left.entity, right.entity)
  if (!name) return { score: 0, reasons: ['no name in common'] }
  const isGeneral = isGeneralName(type, left.entity.name) && isGeneralName(type, right.entity.name)
  const places = comparePlaces(left, right, isGeneral)
  const ties = compareTies(left, right, isGeneral)
  let score = name.score + places.score + ties.score - (isGeneral ? GENERAL : 0)
  const reasons = [name.reason, ...(isGeneral ? ['a name of general words'] : []), ...places.reasons, ...ties.reasons]

  const years = overlap(left.years, right.years)
  if (years.length > 0) {
    score += 0.08
    reasons.push(`both of ${years.join(', ')}`)
  } else if (left.years.size > 0 && right.years.size > 0 && type === 'Event') {
    score -= 0.4
    reasons.push(`one of ${[...left.years].sort().join(', ')}, the other of ${[...right.years].sort().join(', ')}`)
  }

  const words = Math.min(...[left, right].map(({ entity }) => foldName(entity.name).split(' ').length))
  const placed = places.agree === true && !isGeneral && !REPEATS_AT_HOME.has(type)
  const alone = ties.reasons.length === 0 && years.length === 0 && !placed
  if (alone && NEEDS_CONTEXT.has(type) && (isGeneral || words < 5)) {
    score -= 0.15
    reasons.push('nothing else in common')
  }
  const ownerless = isGeneral && type === 'Facility' && ties.named === 0
  const doubted =
    ownerless || (places.agree === false ? isGeneral || ties.own < 2 : isGeneral && !places.agree && ties.own === 0)
  const most = doubted ? DOUBTED : 0.99
  return { score: Math.max(0, Math.min(most, Math.round(score * 100) / 100)), reasons }
}
