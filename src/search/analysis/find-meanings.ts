import type { Span } from '../../../graph/document.ts'
import type { Concept, ConceptLabel } from '../../../graph/thesaurus/thesaurus.ts'
import { isStopWord } from '../stop-words.ts'
import { type QueryToken, SHORTEST_BELIEVED_ALONE } from './correct-words.ts'
import type { Meaning, QueryLexicon } from './query-lexicon.ts'

/** Words of a query that name concepts: one, or several where a label or code is shared. */
export interface ConceptMention extends Span {
  concepts: readonly Concept[]
  via: 'label' | 'code'
}

/** Adjectives of countries that are everyday words where they are not capitalised. */
const EVERYDAY = new Set(['polish', 'dutch'])

/** Words of a query with everything they may stand for. */
export interface MeaningMention extends Span {
  meanings: Meaning[]
  surface: string
}

/** Labels, countries and type words in the query, from left to right, the longest at each place. */
export function findMeanings(text: string, tokens: readonly QueryToken[], { trie }: QueryLexicon): MeaningMention[] {
  const surfaceOf = (first: number, last: number) => text.slice(tokens[first]?.start, tokens[last]?.end)
  // Nothing is a slip of an adjective of a country: "Indiana" does not mean Indian.
  const isRead = (meaning: Meaning, first: number, last: number) =>
    isMeant(meaning, surfaceOf(first, last)) &&
    !(isDemonym(meaning) && tokens.slice(first, last + 1).some(({ corrected }) => corrected))
  return trie
    .scan(
      tokens,
      ({ first, last, values }) =>
        isBelieved(tokens.slice(first, last + 1)) && values.some((meaning) => isRead(meaning, first, last)),
    )
    .map(({ first, last, values }) => {
      const surface = surfaceOf(first, last)
      const meanings = values.filter((meaning) => isRead(meaning, first, last))
      return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0, meanings, surface }
    })
}

function isBelieved([first, ...others]: readonly QueryToken[]): boolean {
  return (
    others.length > 0 || !first?.corrected || Math.min(first.text.length, first.fold.length) >= SHORTEST_BELIEVED_ALONE
  )
}

/**
 * What a name of a process names besides: "lead battery recycling" is about lead batteries too, and so is who has them. In
 * languages that name the process first it may go on after it: "daur ulang baterai lithium" is about lithium batteries.
 */
export function findNestedConcepts(
  text: string,
  tokens: readonly QueryToken[],
  mentions: readonly ConceptMention[],
  lexicon: QueryLexicon,
): ConceptMention[] {
  return mentions
    .filter(({ concepts }) => concepts.every(({ type }) => type === 'Technology'))
    .flatMap(({ start, end }) => {
      const within = tokens.filter((token) => token.start >= start && token.end <= end)
      const beyond = tokens.filter((token) => token.start >= start)
      return [within.slice(0, -1), beyond.slice(1)]
        .flatMap((part) => findMeanings(text, part, lexicon).flatMap(readConcepts))
        .filter((mention) => overlaps(mention, { start, end }))
    })
    .filter(({ concepts }) => concepts.some(({ type }) => type !== 'Technology'))
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .filter((mention, place, all) => !all.slice(0, place).some((longer) => overlaps(longer, mention)))
}

export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end
}

/** Small words are labels too ("or" is gold in French, "US" a country): they must be written as such. */
function isMeant(meaning: Meaning, surface: string): boolean {
  const written =
    meaning.kind === 'concept' ? meaning.label.label : meaning.kind === 'country' ? meaning.name.name : surface
  if (surface.length <= 2 && /^\p{sc=Latin}+$/u.test(surface) && surface !== written) return false
  if (isStopWord(surface.toLowerCase()) && (surface !== written || surface === surface.toLowerCase())) return false
  if (isDemonym(meaning)) return !EVERYDAY.has(surface)
  return meaning.kind !== 'concept' || !isOtherWord(meaning.label, surface)
}

function isDemonym(meaning: Meaning): boolean {
  return meaning.kind === 'country' && meaning.name.demonym === true
}

/** A metal has no plural: who "leads" a company has nothing to do with lead. */
function isOtherWord({ concept, label }: ConceptLabel, surface: string): boolean {
  const [written, said] = [label.toLowerCase(), surface.toLowerCase()]
  return concept.type === 'Metal' && Boolean(concept.needsContext?.includes(label)) && said === `${written}s`
}

/** Concepts of a mention, the label written just so first where several are spelt alike but for accents. A country of that name comes first. */
export function readConcepts({ start, end, meanings, surface }: MeaningMention): ConceptMention[] {
  if (meanings.some(({ kind }) => kind === 'country')) return []
  const labels = meanings.flatMap((meaning) => (meaning.kind === 'concept' ? [meaning.label] : []))
  return labels.length > 0 ? [{ start, end, concepts: chooseConcepts(labels, surface), via: 'label' }] : []
}

export function chooseConcepts(labels: readonly ConceptLabel[], surface: string): Concept[] {
  const form = (label: string) => label.normalize('NFC').toLowerCase()
  const exact = labels.filter(({ label }) => form(label) === form(surface))
  return [...new Set((exact.length > 0 ? exact : labels).map(({ concept }) => concept))]
}
