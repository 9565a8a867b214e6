import type { Span } from '../../../graph/document.ts'
import type { ConceptLabel } from '../../../graph/thesaurus/thesaurus.ts'
import { stemWord } from '../../../ingest/extract/recognise/stem-word.ts'
import type { Token } from '../../../ingest/segment/token.ts'
import { editDistance } from '../edit-distance.ts'
import { isStopWord } from '../stop-words.ts'
import { type QueryLexicon, wordSetKey } from './query-lexicon.ts'

/** Words of one label, and words that may stand between them. */
const LONGEST_WINDOW = 5
/** A shorter word turns into another with one slip; beside other words of a label a letter fewer is safe. */
const SHORTEST_MISSPELT = 5
const SHORTEST_BESIDE_OTHERS = 4
const MOST_READINGS = 4

export interface NearConcept extends Span {
  labels: readonly ConceptLabel[]
  /** Words that carry something. */
  words: number
  /** Letters changed. */
  edits: number
}

/**
 * Labels the query nearly gives: in another order of words ("dust from steel"), or with one slip in a word of five letters or more
 * ("alumnium dros" has two such words). Only words that no label has are taken for misspelt.
 */
export function findNearConcepts(tokens: readonly Token[], lexicon: QueryLexicon): NearConcept[] {
  const words = tokens.filter(({ shape }) => shape !== 'mark')
  const readings = words.map((token) => readWord(token, lexicon))
  const found: NearConcept[] = []
  for (let first = 0; first < words.length; first++) {
    if (isStopWord(words[first]?.fold ?? '')) continue
    for (let last = first; last < Math.min(words.length, first + LONGEST_WINDOW); last++) {
      if (isStopWord(words[last]?.fold ?? '')) continue
      const near = matchWindow(readings.slice(first, last + 1), lexicon)
      if (near) found.push({ start: words[first]?.start ?? 0, end: words[last]?.end ?? 0, ...near })
    }
  }
  return found
}

interface Reading {
  stem: string
  edits: number
}

/** The word itself, or, where no label has it, the label words one slip away. */
function readWord({ fold, shape }: Token, { labelWords }: QueryLexicon): Reading[] {
  const stem = stemWord(fold)
  const known = labelWords.get(stem.length)?.has(stem)
  if (known || fold.length < SHORTEST_BESIDE_OTHERS || shape === 'letter' || shape === 'number')
    return [{ stem, edits: 0 }]
  const near: Reading[] = []
  // Folded too: a word cut short may look like a plural ("dros").
  for (const typed of new Set([stem, fold])) {
    for (let length = typed.length - 1; length <= typed.length + 1; length++) {
      for (const word of labelWords.get(length) ?? []) {
        if (word.length >= SHORTEST_BESIDE_OTHERS && editDistance(typed, word, 1) === 1)
          near.push({ stem: word, edits: 1 })
      }
    }
  }
  return near.length > 0 ? near.slice(0, MOST_READINGS) : [{ stem, edits: 0 }]
}

function matchWindow(readings: readonly Reading[][], lexicon: QueryLexicon): Omit<NearConcept, keyof Span> | null {
  for (const chosen of combine(readings)) {
    const edits = chosen.reduce((sum, one) => sum + one.edits, 0)
    const stems = chosen.map(({ stem }) => stem)
    const key = wordSetKey(stems)
    const alone = stems.length === 1 && edits > 0 && (stems[0] ?? '').length >= SHORTEST_MISSPELT
    const labels = key ? lexicon.byWordSet.get(key) : alone ? lexicon.byWord.get(stems[0] ?? '') : undefined
    if (labels) return { labels, words: stems.filter((stem) => !isStopWord(stem)).length, edits }
  }
  return null
}

/** Every choice of one reading for each word; few, because few words are misspelt. */
function combine(readings: readonly Reading[][]): Reading[][] {
  return readings.reduce<Reading[][]>(
    (chosen, word) => chosen.flatMap((before) => word.map((reading) => [...before, reading])).slice(0, 64),
    [[]],
  )
}
