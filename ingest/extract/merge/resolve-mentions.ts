import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Sentence } from '../../segment/sentence.ts'
import type { Token } from '../../segment/token.ts'
import { isCapital } from '../../segment/token.ts'
import type { ExtractedEntity } from '../extraction.ts'
import type { Candidate } from '../recognise/candidate.ts'
import { type Definition, findDefinitions, findInitials } from '../recognise/find-abbreviations.ts'
import type { ReadSentence, Recognition } from '../recognise/recognise.ts'
import { TokenTrie } from '../recognise/token-trie.ts'
import { headType } from '../recognise/words/name-heads.ts'
import { PLACE_LIKE_WORDS } from '../recognise/words/place-like-words.ts'
import { matchEvents } from './match-events.ts'
import { matchPeople } from './match-people.ts'
import { matchShortNames } from './match-short-names.ts'
import { type Cluster, MentionMerger, nameKey } from './merge-mentions.ts'
import { shortNames } from './short-names.ts'
import { unifyClusters } from './unify-clusters.ts'

/** One place in a sentence that speaks of an entity. */
export interface Place {
  first: number
  last: number
  start: number
  end: number
  key: string
  type: EntityType
  /** "the company", "it": says the entity without naming it. */
  reference?: true
  adjective?: true
}

export interface ResolvedSentence extends ReadSentence {
  places: Place[]
}

export interface Resolution {
  entities: ExtractedEntity[]
  sentences: ResolvedSentence[]
  /** Key of the entity of this name, whatever its type. */
  find: (name: string) => string | undefined
}

/** Ties candidates to entities over the whole document: definitions, repeated and shortened names. */
export function resolveMentions({ sentences, context }: Recognition, text: string): Resolution {
  const merger = new MentionMerger()
  const superseded = new Set<Candidate>()
  for (const candidate of nameFirmsAgain(sentences)) superseded.add(candidate)
  for (const read of sentences) {
    const definitions = definitionsByEnd(read, text)
    for (const candidate of [...read.candidates, ...definitions.extra])
      if (!superseded.has(candidate)) merger.add(candidate, definitions.at.get(candidate))
  }
  // Joined names free shorter ones of their second owner: "Umbra" after "Umbra Aluminium".
  for (let round = 0; round < 3; round += 1) {
    const pairs = matchShortNames(merger.clusters())
    if (pairs.length === 0) break
    for (const [into, other] of pairs) merger.join(into, other)
  }
  for (const { sentence, candidate } of findAgain(
    sentences,
    merger,
    text,
    context.lowerWords,
    context.caseless,
    superseded,
  )) {
    merger.add(candidate)
    // "MRC Peru": the country inside a known short name is not meant.
    for (const inner of sentences[sentence]?.candidates ?? []) {
      if (inner.first >= candidate.first && inner.last <= candidate.last) superseded.add(inner)
    }
  }
  for (const cluster of merger.clusters())
    cluster.candidates = cluster.candidates.filter((candidate) => !superseded.has(candidate))
  for (const [into, other] of matchEvents(merger.clusters())) merger.join(into, other)
  const people = merger.clusters().filter(({ entity }) => entity.type === 'Person')
  for (const [into, other] of matchPeople(people)) merger.join(into, other)
  const final = unifyClusters(merger.clusters())
  const places: Place[][] = sentences.map(() => [])
  for (const cluster of final) {
    for (const { first, last, start, end, adjective } of cluster.candidates) {
      const at = sentenceAt(sentences, start)
      places[at]?.push({
        first,
        last,
        start,
        end,
        key: cluster.entity.key,
        type: cluster.entity.type,
        ...(adjective ? { adjective } : {}),
      })
      cluster.entity.mentions.push({ start, end, surface: text.slice(start, end) })
    }
    cluster.entity.mentions.sort((a, b) => a.start - b.start)
  }
  return {
    entities: final.map(({ entity }) => entity),
    find: (name) => merger.find(name)?.entity.key,
    sentences: sentences.map((read, index) => ({
      ...read,
      places: (places[index] ?? []).sort((a, b) => a.start - b.start || b.end - a.end),
    })),
  }
}

/** Rules that take a name for what its words say: "Umbra Process" for a process, "Umbra Works" for a plant. */
const BY_WORDS = new Set(['process-named', 'waste-phrase', 'facility-named', 'company-acts'])

/** What such rules found that is the short name of a firm the document names with its legal form: "Umbra Process Oyj". */
function nameFirmsAgain(sentences: readonly ReadSentence[]): Candidate[] {
  const firms = new Set<string>()
  for (const { candidates } of sentences)
    for (const { rule, name } of candidates) if (rule === 'company-legal-form') firms.add(nameKey(name, 'Enterprise'))
  if (firms.size === 0) return []
  return sentences.flatMap(({ candidates }) =>
    candidates.filter(
      ({ rule, name, concept }) => BY_WORDS.has(rule) && !concept && firms.has(nameKey(name, 'Enterprise')),
    ),
  )
}

function sentenceAt(sentences: readonly ReadSentence[], start: number): number {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle] as ReadSentence).sentence.start <= start) low = middle
    else high = middle - 1
  }
  return low
}

/** Definitions tied to the candidate they follow; a body known only by the words its initials stand for becomes one. */
function definitionsByEnd(
  { sentence, candidates }: ReadSentence,
  text: string,
): { at: Map<Candidate, Definition>; extra: Candidate[] } {
  const at = new Map<Candidate, Definition>()
  const extra: Candidate[] = []
  for (const definition of findDefinitions(sentence.tokens)) {
    const owner = ownerOf(sentence.tokens, candidates, definition.before)
    if (owner) {
      at.set(owner, definition)
      continue
    }
    const made = fromInitials(sentence, definition, text)
    if (
      made &&
      !candidates.some(
        (other) =>
          other.first <= made.last && other.last >= made.first && other.last - other.first > made.last - made.first,
      )
    ) {
      extra.push(made)
      at.set(made, definition)
    }
  }
  return { at, extra }
}

/** What a definition is of: the name right before it, over its own place ("… for the Arab States, Egypt (…)"). */
function ownerOf(tokens: readonly Token[], candidates: readonly Candidate[], before: number): Candidate | undefined {
  const direct = candidates.find(({ last, type }) => last === before && !GEO.includes(type))
  if (direct) return direct
  const place = candidates.find(({ last, type }) => last === before && GEO.includes(type))
  if (!place) return undefined
  let at = place.first - 1
  while (
    at > 0 &&
    (tokens[at]?.fold === ',' ||
      tokens[at]?.fold === 'in' ||
      tokens[at]?.fold === 'the' ||
      candidates.some(({ last, type }) => last === at && GEO.includes(type)))
  ) {
    at = candidates.find(({ last, type }) => last === at && GEO.includes(type))?.first ?? at
    at -= 1
  }
  return candidates.find(({ last, type }) => last === at && !GEO.includes(type))
}

/** Whether a place is only part of the name, or a name of one word that a company bears and no preposition makes a place. */
function isInside(place: Candidate, first: number, last: number): boolean {
  return place.first >= first && place.last <= last && (last - first > place.last - place.first || place.score < 0.88)
}

const GEO: readonly EntityType[] = ['City', 'Country']

function fromInitials({ tokens }: Sentence, { before, short }: Definition, text: string): Candidate | null {
  let first = findInitials(tokens, before, short)
  if (first === null || first === before || !isCapital(tokens[first])) return null
  while (first > 1 && isCapital(tokens[first - 1]) && tokens[first]?.spaced) first -= 1
  const head = tokens
    .slice(first, before + 1)
    .map(({ stem }) => headType(stem))
    .filter((type) => type !== undefined)
  const start = (tokens[first] as Token).start
  const end = (tokens[before] as Token).end
  const capitals = tokens.slice(first, before + 1).filter((token) => isCapital(token)).length
  if (capitals < 2) return null
  return {
    start,
    end,
    first,
    last: before,
    type:
      head[0] ?? (tokens.slice(first, before).some(({ shape }) => shape === 'lower') ? 'Organization' : 'Enterprise'),
    name: text.slice(start, end),
    rule: 'initials',
    score: head.length > 0 ? 0.85 : 0.7,
  }
}

/** Names, abbreviations and short forms of what the document named, wherever else they stand. */
function* findAgain(
  sentences: readonly ReadSentence[],
  merger: MentionMerger,
  text: string,
  lowerWords: ReadonlySet<string>,
  caseless: boolean,
  superseded: ReadonlySet<Candidate>,
): Generator<{ sentence: number; candidate: Candidate }> {
  const trie = new TokenTrie<Cluster>()
  for (const cluster of merger.clusters()) {
    const { entity } = cluster
    if (entity.worldId !== undefined || cluster.candidates.every(({ described }) => described)) continue
    for (const name of [entity.name, ...entity.aliases]) {
      trie.add(name, cluster)
      for (const short of shortNames(entity.type, name)) trie.add(short, cluster)
    }
  }
  for (const [index, { sentence, candidates }] of sentences.entries()) {
    const { tokens } = sentence
    const taken = new Set<number>()
    for (const candidate of candidates) {
      const { first, last, type, concept } = candidate
      if (!superseded.has(candidate) && !GEO.includes(type) && concept === undefined)
        for (let at = first; at <= last; at += 1) taken.add(at)
    }
    const geo = candidates.filter(({ type, concept }) => GEO.includes(type) || concept !== undefined)
    const matches = trie.scan(tokens, ({ first, last }) => {
      for (let at = first; at <= last; at += 1) if (taken.has(at)) return false
      if (geo.some((place) => place.first <= last && place.last >= first && !isInside(place, first, last))) return false
      const token = tokens[first] as Token
      if (
        first === last &&
        token.shape === 'capital' &&
        (lowerWords.has(token.fold) || PLACE_LIKE_WORDS.has(token.fold)) &&
        !isNamedByItself(sentences, token)
      )
        return false
      if (first === last && isCapital(tokens[first + 1]) && tokens[first + 1]?.spaced && token.shape !== 'upper')
        return false
      return (
        isCapital(token) ||
        token.shape === 'letter' ||
        token.shape === 'number' ||
        (caseless && last > first) ||
        (token.shape === 'lower' && last > first + 1)
      )
    })
    for (const { first, last, values } of matches) {
      const owners = new Set(values)
      if (owners.size > 1) continue
      const [cluster] = owners
      if (!cluster) continue
      const start = (tokens[first] as Token).start
      const end = (tokens[last] as Token).end
      const { type, name } = cluster.entity
      const surface = text.slice(start, end)
      yield {
        sentence: index,
        candidate: {
          start,
          end,
          first,
          last,
          type,
          name,
          aliases: surface === name ? [] : [surface],
          rule: 'named-again',
          score: 0.85,
        },
      }
    }
  }
}

/** A short name that is also a common word must stand as a name somewhere: in upper case or beside "'s". */
function isNamedByItself(_sentences: readonly ReadSentence[], token: Token): boolean {
  return token.shape === 'upper'
}
