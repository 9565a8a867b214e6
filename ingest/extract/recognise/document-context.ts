import type { Sentence } from '../../segment/sentence.ts'
import type { Token } from '../../segment/token.ts'

/** What the rules know of the whole document before they read its sentences. */
export interface DocumentContext {
  /** ISO 639-1, or `und`. */
  language: string
  /** Names may stand in lower case, as badly machine-translated pages have them. */
  caseless: boolean
  /** Countries the document names, by ISO 3166-1 alpha-2, with how often. */
  countries: ReadonlyMap<string, number>
  /** Words (folded) that stand in lower case somewhere: a capital at the start of a sentence tells nothing of them. */
  lowerWords: ReadonlySet<string>
}

/** Words the document also writes in lower case. */
export function collectLowerWords(sentences: readonly Sentence[]): Set<string> {
  const words = new Set<string>()
  for (const { tokens } of sentences) for (const token of tokens) if (token.shape === 'lower') words.add(token.fold)
  return words
}

/** Whether most words of the sentence begin with a capital, as titles in English do: capitals then tell nothing. */
export function isTitleCased(tokens: readonly Token[]): boolean {
  // A sentence full of names is no title.
  if (tokens.length > 24 || tokens.at(-1)?.fold === '.') return false
  let long = 0
  let capital = 0
  for (const token of tokens) {
    if (token.shape === 'mark' || token.shape === 'number' || token.fold.length < 4) continue
    long += 1
    if (token.shape !== 'lower') capital += 1
  }
  return long >= 4 && capital / long > 0.8
}
