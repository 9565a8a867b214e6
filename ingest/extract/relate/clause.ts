import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Token } from '../../segment/token.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'

const BREAKS = new Set([';', 'while', 'whereas', 'but', '；', '。'])
const OBLIQUE = new Set(
  'in at of from by with for on to near under after before between among through via into against within during including like as than about along since en de del du des con por para par pour dans sur sous avec a au aux entre desde'.split(
    ' ',
  ),
)
const LINKS = new Set([
  ',',
  'and',
  'or',
  '&',
  '/',
  'as',
  'well',
  'the',
  'a',
  'an',
  '(',
  ')',
  '、',
  '和',
  '及',
  '与',
  'y',
  'e',
  'et',
  'both',
  'also',
  'its',
  'in',
  'turn',
  'cities',
  'city',
  'countries',
  'of',
  'provinces',
  'la',
  'el',
  'los',
  'las',
  'le',
  'les',
  'l',
  'du',
  'de',
  'des',
])

/** Words before "with" that make one subject of two: "A, together with B, held …". */
const JOINTLY = new Set(['together', 'jointly', 'along', 'cooperation', 'collaboration', 'partnership', 'conjunction'])

export interface Range {
  from: number
  to: number
}

/** The clause around a token: between semicolons and contrasting conjunctions. Indices inclusive. */
export function clauseAt(tokens: readonly Token[], at: number): Range {
  let from = at
  while (from > 0 && !BREAKS.has((tokens[from - 1] as Token).fold)) from -= 1
  let to = at
  while (to + 1 < tokens.length && !BREAKS.has((tokens[to + 1] as Token).fold)) to += 1
  return { from, to }
}

/** Whether a preposition stands before the place (over articles): it is then hardly the subject. */
export function isOblique(
  tokens: readonly Token[],
  { first, reference }: Place,
  places: readonly Place[] = [],
): boolean {
  let at = first - 1
  // "with A and B": B shares the preposition of A.
  const and =
    !reference && ['and', ','].includes(tokens[at]?.fold ?? '')
      ? places.find(({ last, adjective }) => last === at - 1 && !adjective)
      : undefined
  if (and) return isOblique(tokens, and, places)
  const adjective = places.find(({ last, adjective: qualifies }) => qualifies && last === at)
  if (adjective) at = adjective.first - 1
  while (at >= 0 && ['the', 'a', 'an', 'its', 'their', '"', '“', '('].includes((tokens[at] as Token).fold)) at -= 1
  return at >= 0 && OBLIQUE.has((tokens[at] as Token).fold)
}

/** Places of these types within token bounds, left to right; adjectives of countries only where asked for. */
export function placesIn(
  { places }: ResolvedSentence,
  types: readonly EntityType[],
  { from, to }: Range,
  adjectives = false,
): Place[] {
  return places.filter(
    ({ type, first, last, adjective }) =>
      types.includes(type) && first >= from && last <= to && (adjectives || !adjective),
  )
}

/** The place and those listed with it: "A, B and C", whatever of them lies to the right. */
export function listFrom(read: ResolvedSentence, place: Place, types: readonly EntityType[]): Place[] {
  const list = [place]
  let last = place.last
  for (const next of read.places) {
    if (next.first <= last || !types.includes(next.type) || next.adjective) continue
    if (!onlyLinks(read, last + 1, next.first - 1)) {
      if (next.first > last + 14) break
      continue
    }
    list.push(next)
    last = next.last
  }
  return list
}

/** The place and those listed to its left: "A, B and C operate …". */
export function listUpTo(read: ResolvedSentence, place: Place, types: readonly EntityType[]): Place[] {
  const list = [place]
  let first = place.first
  for (let index = read.places.length - 1; index >= 0; index -= 1) {
    const previous = read.places[index] as Place
    if (previous.last >= first || !types.includes(previous.type) || previous.adjective) continue
    if (!onlyLinks(read, previous.last + 1, first - 1)) break
    list.unshift(previous)
    first = previous.first
  }
  return list
}

/** "…, Peru (MRC Peru), the …": the place of a listed body does not end the list. */
function isGeo(places: readonly Place[], at: number): boolean {
  return places.some(
    ({ type, first, last, adjective }) =>
      (type === 'City' || type === 'Country') && !adjective && first <= at && last >= at,
  )
}

function onlyLinks({ sentence: { tokens }, places }: ResolvedSentence, from: number, to: number): boolean {
  if (to - from > 12 || to < from) return false
  let aside = false
  let joined = false
  for (let at = from; at <= to; at += 1) {
    const { fold, shape } = tokens[at] as Token
    if (fold === '(') aside = true
    else if (fold === ')') aside = false
    else if (aside || isGeo(places, at)) continue
    else if (
      fold === 'with'
        ? !JOINTLY.has((tokens[at - 1] as Token).fold)
        : /^(?:of|in)$/.test(fold) && isGeo(places, at + 1)
          ? false
          : /^(?:of|de|du|des|del)$/.test(fold)
            ? !/^(?:,|and|y|e|et|cities|countries|city|provinces|states)$/.test(tokens[at - 1]?.fold ?? '')
            : !LINKS.has(fold) && !JOINTLY.has(fold) && shape !== 'number'
    )
      return false
    if (
      fold === ',' ||
      fold === 'and' ||
      fold === 'or' ||
      fold === '&' ||
      fold === '/' ||
      fold === '、' ||
      fold === '和' ||
      fold === 'y' ||
      fold === 'as' ||
      fold === 'et' ||
      fold === '及' ||
      fold === '与'
    )
      joined = true
  }
  return joined
}

/** "Umbra runs two rotary furnaces and processes dross": what stands right before "and" is the object of the first verb. */
function subjectOfFirstVerb(tokens: readonly Token[], direct: readonly Place[], at: number): Place | undefined {
  const nearest = direct.at(-1)
  if (nearest?.type !== 'Technology' || nearest.reference || tokens[at - 1]?.fold !== 'and' || nearest.last !== at - 2)
    return undefined
  const verb = tokens[at]?.fold ?? ''
  const plural = /[^s]s$/.test(tokens[nearest.last]?.fold ?? '')
  return plural && /[^s]s$/.test(verb) ? direct.findLast(({ type }) => type !== 'Technology') : undefined
}

/** The nearest place before a token that can be its subject, with those listed before it; the first of the sentence where the clause has none. */
export function findSubjects(read: ResolvedSentence, types: readonly EntityType[], at: number): Place[] {
  const { tokens } = read.sentence
  const clause = clauseAt(tokens, at)
  const inClause = placesIn(read, types, { from: clause.from, to: at - 1 })
  const direct = inClause.filter((place) => !isOblique(tokens, place, read.places))
  const nearest = subjectOfFirstVerb(tokens, direct, at) ?? direct.at(-1)
  if (nearest)
    return [
      ...listUpTo(read, nearest, types),
      ...listFrom(read, nearest, types)
        .slice(1)
        .filter(({ last }) => last < at),
    ]
  const earlier = placesIn(read, types, { from: 0, to: clause.from - 1 }).filter(
    (place) => !isOblique(tokens, place, read.places),
  )
  const first = earlier[0] ?? inClause[0]
  return first ? [first] : []
}

/** What a relative clause speaks of by name, where the word before its verb is "which" or "that": the name right before it. */
export function antecedentOf({ sentence: { tokens }, places }: ResolvedSentence, at: number): Place | undefined {
  if (!/^(?:which|that)$/.test(tokens[at - 1]?.fold ?? '')) return undefined
  const end = tokens[at - 2]?.fold === ',' ? at - 3 : at - 2
  return places.findLast(({ last, adjective, type }) => last === end && !adjective && NAMED_THINGS.includes(type))
}

const NAMED_THINGS: readonly EntityType[] = [
  'Enterprise',
  'Facility',
  'Project',
  'Programme',
  'Organization',
  'Network',
]
