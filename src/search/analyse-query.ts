import type { Span } from '../../graph/document.ts'
import { foldLabel } from '../../graph/thesaurus/fold-label.ts'
import type { Concept, Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { parseCode } from '../../graph/values/code.ts'
import type { ConceptMention } from '../match/need/concept-mention.ts'
import { findConcepts } from '../match/need/find-concepts.ts'
import { findNearLabels } from '../match/need/find-near-labels.ts'
import { keepLongest } from '../match/need/keep-longest.ts'
import { splitAtoms } from '../match/need/split-atoms.ts'
import { findQueryCountries } from './find-query-countries.ts'
import type { QueryAnalysis } from './search-query.ts'
import { isStopWord } from './stop-words.ts'
import { listTypeWords } from './type-words.ts'

/** Past this a text is no query any more; the rest is left to full text. */
const LONGEST_ANALYSED = 400
/** A code that its scheme gives to more concepts says little about each. */
const MOST_CONCEPTS_OF_ONE_NAME = 8

type TypeMention = Span & QueryAnalysis['types'][number]

/**
 * Understands a query before any full text: concepts by label in any language or by code, countries, types asked for,
 * and the words left. Never fails: what is not understood is words.
 */
export function analyseQuery(query: string, thesaurus: Thesaurus): QueryAnalysis {
  const text = query.slice(0, LONGEST_ANALYSED)
  const coded = findCoded(text, thesaurus)
  const countries = findQueryCountries(text)
  const labelled = findConcepts(text, thesaurus)
  const exact = keepLongest<ConceptMention | (typeof countries)[number]>([...coded, ...labelled, ...countries])
  const named = exact.filter((found): found is ConceptMention => 'concepts' in found)
  const types = findTypes(text).filter((type) => !exact.some((found) => overlaps(found, type)))
  const concepts = mendNearLabels(text, named, [...exact, ...types], thesaurus)
  const places = countries.filter((country) => exact.includes(country))
  return {
    concepts: concepts.flatMap((mention) => presentConcepts(text, mention)),
    countries: places.map(({ code, label, start, end }) => ({ code, label, matched: text.slice(start, end) })),
    types: types.map(({ type, matched }) => ({ type, matched })),
    words: leaveOut(query, [...concepts, ...places, ...types]),
  }
}

/** Codes as users type them: in lower case, and six digits without star or scheme. */
function findCoded(text: string, thesaurus: Thesaurus): ConceptMention[] {
  const upper = text.toUpperCase()
  const shouted = upper.length === text.length ? findConcepts(upper, thesaurus).filter(({ via }) => via === 'code') : []
  const bare = [...text.matchAll(/(?<![\d.,])\d{6}\*?(?![\d.,%])/g)].flatMap(
    ({ index, 0: digits }): ConceptMention[] => {
      const concepts = parseCode(digits) ? thesaurus.byCode(digits) : []
      return concepts.length > 0 ? [{ start: index, end: index + digits.length, concepts, via: 'code' }] : []
    },
  )
  return [...shouted, ...bare]
}

let typesByWord: Map<string, QueryAnalysis['types'][number]['type']> | undefined
let longestTypeWord = 1

function findTypes(text: string): TypeMention[] {
  if (!typesByWord) {
    typesByWord = new Map()
    for (const { word, type } of listTypeWords()) {
      typesByWord.set(foldLabel(word), type)
      longestTypeWord = Math.max(longestTypeWord, splitAtoms(word).length)
    }
  }
  const atoms = splitAtoms(text)
  const found: TypeMention[] = []
  for (let first = 0; first < atoms.length; first++) {
    for (let last = first; last < Math.min(atoms.length, first + longestTypeWord); last++) {
      const start = atoms[first]?.start ?? 0
      const end = atoms[last]?.end ?? start
      const type = typesByWord.get(foldLabel(text.slice(start, end)))
      if (type) found.push({ start, end, type, matched: text.slice(start, end) })
    }
  }
  return keepLongest(found)
}

/**
 * Labels nearly given are taken where nothing is named exactly, or where they complete what is: "steel dsut" names steel,
 * and means its dust. What was understood as place or type stays that.
 */
function mendNearLabels(
  text: string,
  named: readonly ConceptMention[],
  understood: readonly Span[],
  thesaurus: Thesaurus,
): ConceptMention[] {
  const near = findNearLabels(text, thesaurus, () => true).filter(
    (mention) =>
      contains(mention, named) || (named.length === 0 && !understood.some((other) => overlaps(mention, other))),
  )
  return keepLongest([...named.filter((mention) => !near.some((other) => overlaps(other, mention))), ...near])
}

/** Wholly around a named concept, and more than it. */
function contains(mention: Span, named: readonly Span[]): boolean {
  return named.some(
    ({ start, end }) => mention.start <= start && mention.end >= end && mention.end - mention.start > end - start,
  )
}

function presentConcepts(text: string, { start, end, concepts, via }: ConceptMention): QueryAnalysis['concepts'] {
  return concepts.slice(0, MOST_CONCEPTS_OF_ONE_NAME).map((concept) => ({
    id: concept.id,
    label: labelOf(concept),
    matched: text.slice(start, end),
    via: via === 'code' ? 'code' : 'label',
  }))
}

export function labelOf({ id, prefLabel }: Concept): string {
  return prefLabel.en ?? Object.values(prefLabel)[0] ?? id
}

/** What is left of the query, without small words that carry nothing by themselves. */
function leaveOut(query: string, understood: readonly Span[]): string {
  let rest = query
  for (const { start, end } of understood) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  return rest
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !isStopWord(word.toLowerCase()))
    .join(' ')
}

function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end
}
