import type { Span } from '../../../graph/document.ts'
import type { ConceptLabel } from '../../../graph/thesaurus/thesaurus.ts'
import { stemWord } from '../../../ingest/extract/recognise/stem-word.ts'
import type { Token } from '../../../ingest/segment/token.ts'
import { isStopWord } from '../stop-words.ts'
import { type QueryLexicon, wordSetKey } from './query-lexicon.ts'

/** Words of one label, and words that may stand between them. */
const LONGEST_WINDOW = 5

export interface ReorderedConcept extends Span {
  labels: readonly ConceptLabel[]
  /** Words that carry something. */
  words: number
}

/** Labels of several words that the query gives in another order: "dust from steel" for steel dust. */
export function findReorderedConcepts(tokens: readonly Token[], lexicon: QueryLexicon): ReorderedConcept[] {
  const words = tokens.filter(({ shape }) => shape !== 'mark')
  const found: ReorderedConcept[] = []
  for (const [first, { fold, start }] of words.entries()) {
    if (isStopWord(fold)) continue
    for (const [step, { fold: end, end: until }] of words.slice(first + 1, first + LONGEST_WINDOW).entries()) {
      if (isStopWord(end)) continue
      const stems = words.slice(first, first + step + 2).map((token) => stemWord(token.fold))
      const labels = lexicon.byWordSet.get(wordSetKey(stems) ?? '')
      if (labels) found.push({ start, end: until, labels, words: stems.filter((stem) => !isStopWord(stem)).length })
    }
  }
  return found
}
