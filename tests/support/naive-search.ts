import { foldName } from '../../graph/values/fold-name.ts'
import { editDistance, forgivenEdits } from '../../src/search/edit-distance.ts'
import { readRequest } from '../../src/search/read-request.ts'
import {
  ALIAS_WEIGHT,
  CONCEPT_WORD_COUNT,
  countForTopic,
  FIELD_WEIGHTS,
  LETTERS_OF_CONCEPT,
  MEETING_WEIGHTS,
  type Meeting,
  meetWord,
  scoreHit,
  weighConcept,
  weighLength,
  weighMention,
  weighRarity,
} from '../../src/search/score-hit.ts'
import type { Facet, SearchRecord, SearchRequest } from '../../src/search/search-index.ts'
import { stemWord } from '../../src/search/stem-word.ts'
import { isStopWord } from '../../src/search/stop-words.ts'
import { tokenise } from '../../src/search/tokenise-text.ts'

interface Read {
  record: SearchRecord
  name: string[]
  topic: string[]
  text: string[]
}

export interface NaiveAnswer {
  scores: Map<string, number>
  facets: Partial<Record<Facet, Record<string, number>>>
}

const FIELDS = ['name', 'topic', 'text'] as const

/** What a search should find, worked out record by record from its definition, with no index at all. */
export function searchNaively(records: readonly SearchRecord[], request: SearchRequest): NaiveAnswer {
  const asked = readRequest(request)
  const read = records.map(readRecord)
  const vocabulary = new Set(read.flatMap(({ name, text }) => [...name, ...text]))
  const slots = [
    ...asked.words.map(({ term, count }, place) => {
      const ways = meetings(term, place === asked.words.length - 1, read, vocabulary)
      const groups = asked.concepts.filter(({ words }) => words.has(term))
      return {
        count,
        worth: (one: Read) =>
          meetAll(
            byWords(one, ways) * (groups.length > 0 ? LETTERS_OF_CONCEPT : 1),
            groups.map((group) => byConcepts(one, group.members)),
          ),
      }
    }),
    ...asked.concepts
      .filter(({ words }) => !asked.words.some(({ term }) => words.has(term)))
      .map(({ members }) => ({
        count: CONCEPT_WORD_COUNT,
        worth: (one: Read) => meetAll(0, [byConcepts(one, members)]),
      })),
  ].map(({ count, worth }) => {
    const worths = new Map(read.map((one) => [one, worth(one)]))
    const found = [...worths.values()].filter((value) => value > 0).length
    return { worths, value: found > 0 ? count * weighRarity(records.length, found) : 0 }
  })
  const total = slots.reduce((sum, { value }) => sum + value, 0)
  const scores = new Map<string, number>()
  const counts: Partial<Record<Facet, Record<string, number>>> = {}
  for (const one of read) {
    const { record } = one
    const name = wholeName(record, asked.names)
    const met = slots.reduce((sum, { value, worths }) => sum + value * (worths.get(one) ?? 0), 0)
    if (met === 0 && name === 0) continue
    if (!asked.phrases.every((phrase) => holdsPhrase(record, phrase))) continue
    const missing = asked.filters.filter(
      ([facet, values]) => !record.facets[facet]?.some((value) => values.includes(value)),
    )
    if (missing.length === 0) {
      const score = scoreHit({
        name,
        met: total > 0 ? met / total : null,
        type: null,
        place: null,
        aside: false,
        weight: record.weight,
      })
      scores.set(record.id, score)
    }
    for (const [facet, values] of Object.entries(record.facets) as [Facet, string[]][]) {
      if (missing.some(([other]) => other !== facet)) continue
      for (const value of new Set(values))
        counts[facet] = { ...counts[facet], [value]: (counts[facet]?.[value] ?? 0) + 1 }
    }
  }
  return { scores, facets: counts }
}

function readRecord(record: SearchRecord): Read {
  const text = tokenise(record.text)
  const often = (term: string) => text.filter((other) => other === term).length >= countForTopic(text.length)
  return {
    record,
    name: [tokenise(record.name), ...record.aliases.map(readAlias)].flat(),
    topic: text.filter((term) => often(term) && !isStopWord(term)),
    text,
  }
}

/** Of an alias of several words written with accents, Latin words of up to three letters are not looked up: "Nhật Bản" is no "ban". */
function readAlias(alias: string): string[] {
  const terms = tokenise(alias)
  const accented = foldName(alias) !== alias.toLowerCase() && /\p{sc=Latin}/u.test(alias)
  return terms.filter((term) => terms.length === 1 || !accented || !/^[a-z]{1,3}$/.test(term))
}

type Ways = { term: string; meeting: Meeting; fields: readonly (typeof FIELDS)[number][] }[]

function meetings(word: string, last: boolean, read: readonly Read[], vocabulary: ReadonlySet<string>): Ways {
  const forms: Ways = [...vocabulary]
    .filter((term) => term === word || (hasForms(term) && stemWord(term) === stemWord(word)))
    .map((term) => ({ term, meeting: term === word ? 'exact' : 'form', fields: FIELDS }))
  if (forms.length > 0 && !last) return forms
  const narrow = (forms.length > 0 || word.length < 3) && !/^\p{sc=Han}$/u.test(word)
  const begun: Ways = [{ term: word, meeting: 'prefix', fields: narrow ? ['name'] : FIELDS }]
  if (forms.length > 0 || read.some((one) => byWords(one, begun) > 0)) return [...forms, ...begun]
  for (const [edits, meeting] of [
    [1, 'typo'],
    [2, 'typo2'],
  ] as const) {
    if (edits > forgivenEdits(word)) break
    const near = [...vocabulary].filter(
      (term) => hasForms(term) && beginsAlike(word, term, forgivenEdits(word)) && editDistance(word, term, 2) === edits,
    )
    if (near.length > 0) return near.map((term) => ({ term, meeting, fields: FIELDS }))
  }
  return []
}

function beginsAlike(word: string, term: string, most: number): boolean {
  const near = Math.abs(term.length - word.length) <= most
  return (
    (near && (term[0] === word[0] || term[0] === word[1])) || term.slice(1) === word || term.slice(1) === word.slice(1)
  )
}

function hasForms(term: string): boolean {
  return term.length > 2 && !/^[\d\p{sc=Han}]/u.test(term)
}

function byWords(one: Read, ways: Ways): number {
  let best = 0
  for (const { term, meeting, fields } of ways) {
    for (const field of fields) {
      const held = meeting === 'prefix' ? one[field].some((other) => other.startsWith(term)) : one[field].includes(term)
      const length = field === 'text' ? weighLength(one.text.length) : 1
      if (held) best = Math.max(best, FIELD_WEIGHTS[field] * MEETING_WEIGHTS[meeting] * length)
    }
  }
  return best
}

function byConcepts({ record }: Read, members: readonly { id: string; weight: number }[]): number {
  const worthOf = (id: string) => {
    const [tied, mentioned] = [record.concepts.indexOf(id), record.mentions?.indexOf(id) ?? -1]
    const worth = tied >= 0 ? weighConcept(tied) : mentioned >= 0 ? weighMention(mentioned) : 0
    return Math.round(worth * 1000) / 1000
  }
  return Math.max(0, ...members.map(({ id, weight }) => weight * worthOf(id)))
}

function meetAll(words: number, concepts: readonly number[]): number {
  return concepts.reduce((met, concept) => (concept > 0 ? meetWord(met, concept) : met), words)
}

function wholeName(record: SearchRecord, names: ReadonlyMap<string, number>): number {
  const own = names.get(foldName(record.name)) ?? 0
  return Math.max(own, ...record.aliases.map((alias) => (names.get(foldName(alias)) ?? 0) * ALIAS_WEIGHT))
}

function holdsPhrase(record: SearchRecord, phrase: readonly string[]): boolean {
  return [tokenise(record.name), ...record.aliases.map(readAlias), tokenise(record.text)].some((terms) =>
    ` ${terms.join(' ')} `.includes(` ${phrase.join(' ')} `),
  )
}
