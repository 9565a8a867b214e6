import type { Span } from '../../graph/document.ts'
import type { Concept, Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { tokenize } from '../../ingest/segment/tokenize.ts'
import { correctWords } from './analysis/correct-words.ts'
import { type AskedType, findAskedWho } from './analysis/find-asked-who.ts'
import { findCodedConcepts } from './analysis/find-coded-concepts.ts'
import {
  type ConceptMention,
  chooseConcepts,
  findMeanings,
  findNestedConcepts,
  overlaps,
  readConcepts,
} from './analysis/find-meanings.ts'
import { findReorderedConcepts, type ReorderedConcept } from './analysis/find-reordered-concepts.ts'
import { queryLexicon } from './analysis/query-lexicon.ts'
import type { QueryAnalysis } from './search-query.ts'
import { isStopWord } from './stop-words.ts'

/** Past this a text is no query any more; the rest is left to full text. */
const LONGEST_ANALYSED = 500
/** A code that its scheme gives to more concepts says little about each. */
const MOST_CONCEPTS_OF_ONE_NAME = 8
/**
 * Understands a query before any full text: concepts by label in any language or by code, countries, types asked for,
 * and the words left, each with a slip forgiven. Never fails: what is not understood is words.
 */
export function analyseQuery(query: string, thesaurus: Thesaurus): QueryAnalysis {
  const text = query.slice(0, LONGEST_ANALYSED)
  const lexicon = queryLexicon(thesaurus)
  const tokens = correctWords(tokenize(text), lexicon)
  const coded = findCodedConcepts(text, thesaurus)
  const found = findMeanings(text, tokens, lexicon).filter((mention) => !coded.some((code) => overlaps(code, mention)))
  const labelled = found.flatMap(readConcepts)
  const countries = found.flatMap(({ start, end, meanings }) => {
    const country = meanings.find((meaning) => meaning.kind === 'country')
    return country ? [{ start, end, code: country.name.code, label: country.label }] : []
  })
  const asking = found.flatMap(({ start, end, meanings }): AskedType[] => {
    const asked = meanings.filter((meaning) => meaning.kind === 'type')
    const types = new Map(asked.map(({ type, role }) => [type, role]))
    return meanings.length === asked.length ? [...types].map(([type, role]) => ({ start, end, type, role })) : []
  })
  asking.push(...findAskedWho(tokens))
  const named = addReordered([...coded, ...labelled], findReorderedConcepts(tokens, lexicon), countries)
  const types = asking.filter((type) => !named.some((mention) => overlaps(mention, type)))
  const concepts = [...named, ...findNestedConcepts(text, tokens, named, lexicon)]
  const wordsOf = ({ start, end }: Span) => ({ matched: text.slice(start, end), start, end })
  return {
    concepts: concepts.flatMap((mention) =>
      mention.concepts
        .slice(0, MOST_CONCEPTS_OF_ONE_NAME)
        .map((concept) => ({ id: concept.id, label: labelOf(concept), ...wordsOf(mention), via: mention.via })),
    ),
    countries: countries.map((place) => ({ code: place.code, label: place.label, ...wordsOf(place) })),
    types: types.map(({ type, role, ...span }) => ({ type, ...wordsOf(span), ...(role && { role }) })),
    words: leaveOut(query, [...concepts, ...countries, ...types]),
    corrections: tokens
      .filter((token) => token.corrected && [...concepts, ...countries, ...types].some((span) => overlaps(span, token)))
      .map(({ text: typed, fold: read }) => ({ typed, read })),
  }
}

export function labelOf({ id, prefLabel }: Concept): string {
  return prefLabel.en ?? Object.values(prefLabel)[0] ?? id
}

/** A label in another order is taken where it says more than what is named in it: "dust from steel" names steel, and means its dust. */
function addReordered(
  named: readonly ConceptMention[],
  reordered: readonly ReorderedConcept[],
  countries: readonly Span[],
): ConceptMention[] {
  const longer = reordered
    .filter((mention) =>
      named.every((one) => !overlaps(mention, one) || (contains(mention, one) && saysMore(mention, one))),
    )
    .filter((mention) => !countries.some((country) => overlaps(mention, country)))
    .sort((a, b) => b.words - a.words || a.end - a.start - (b.end - b.start))
  const taken: ConceptMention[] = []
  for (const { start, end, labels } of longer) {
    if (taken.some((other) => overlaps(other, { start, end }))) continue
    taken.push({ start, end, concepts: chooseConcepts(labels, ''), via: 'label' })
  }
  const kept = named.filter((one) => !taken.some((other) => overlaps(other, one)))
  return [...kept, ...taken].sort((a, b) => a.start - b.start)
}

/** "Steel dust plants" are plants: that "dust from steel plants" is a label of steel dust too adds nothing to "steel dust". */
function saysMore({ labels }: ReorderedConcept, { concepts }: ConceptMention): boolean {
  return labels.some(({ concept }) => !concepts.some(({ id }) => id === concept.id))
}

/** Wholly around it, and more than it. */
function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start
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
