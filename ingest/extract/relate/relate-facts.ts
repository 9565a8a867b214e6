import { propertyAllows } from '../../../graph/ontology/ontology.ts'
import type { Modality } from '../../../graph/statement.ts'
import type { ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { FoundQuantity } from '../recognise/find-quantities.ts'
import type { Claim, DocumentSense } from './claim.ts'
import { clauseAt, type Range } from './clause.ts'
import { type FigureWords, readMeaning } from './figure-meaning.ts'
import { findMeasured } from './find-measured.ts'
import { readModality } from './modality.ts'

/** Figures tied to what they measure. */
export function* relateFacts(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  // Rows have their own rules.
  if (read.sentence.passage.kind === 'table-row') return
  if (read.sentence.tokens.filter(({ fold }) => fold === '|').length >= 2) return
  for (const quantity of read.quantities) yield* readQuantity(read, quantity, sense)
}

function* readQuantity(read: ResolvedSentence, quantity: FoundQuantity, sense: DocumentSense): Generator<Claim> {
  const { tokens, start, end } = read.sentence
  const at = tokens.findIndex((token) => token.end > quantity.start)
  const until = tokens.findIndex((token) => token.end >= quantity.end)
  const clause = clauseAt(tokens, at)
  const from = tokens[clause.from]?.start ?? start
  const to = tokens[clause.to]?.end ?? end
  const beforeMetal = read.places.some(({ type, first }) => type === 'Metal' && first > until && first - until <= 3)
  const meaning = readMeaning(quantity, wordsAround(read, quantity, { from, to, beforeMetal }, sense))
  if (!meaning) return
  const subject = findMeasured(read, { at, until, clause }, meaning, sense)
  if (!subject || !propertyAllows(meaning.property, subject.type)) return
  yield {
    subject: subject.key,
    predicate: meaning.property,
    value: quantity.value,
    modality: readFigureModality(read, clause, at),
    score: subject.sure ? meaning.score : meaning.score - 0.2,
    rule: `measured-${meaning.property.replaceAll('_', '-')}`,
    evidence: { start, end },
  }
}

/** Words before a figure within which a plan or a doubt still reaches it. */
const REACH = 20
const REACH_ZH = 40
const DENIED = 8

function readFigureModality({ sentence: { tokens } }: ResolvedSentence, { from }: Range, at: number): Modality {
  const reach = tokens[at - 1]?.shape === 'letter' ? REACH_ZH : REACH
  const modality = readModality(tokens, Math.max(from, at - reach), at)
  // What is denied is denied near by.
  return modality === 'negated' ? readModality(tokens, Math.max(from, at - DENIED), at) : modality
}

/** Characters of the clause before and behind a figure that speak of it. */
const BEFORE = 90
const BEHIND = 70

function wordsAround(
  { quantities, sentence }: ResolvedSentence,
  quantity: FoundQuantity,
  { from, to, beforeMetal }: { from: number; to: number; beforeMetal: boolean },
  { text }: DocumentSense,
): FigureWords {
  const first = Math.max(from, quantity.start - BEFORE)
  const last = Math.min(to, quantity.end + BEHIND)
  const previous = quantities.findLast(({ end }) => end <= quantity.start)
  const next = quantities.find(({ start }) => start >= quantity.end)
  const cut = (start: number, end: number): string => text.slice(start, Math.max(start, end)).toLowerCase()
  return {
    lead: cut(Math.max(first, previous?.end ?? 0), quantity.start),
    tail: cut(quantity.end, Math.min(last, next?.start ?? last)),
    around: cut(first, last),
    sentence: cut(sentence.start, sentence.end),
    beforeMetal,
  }
}
