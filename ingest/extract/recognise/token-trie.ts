import type { Token } from '../../segment/token.ts'
import { tokenize } from '../../segment/tokenize.ts'

export interface TrieMatch<T> {
  /** Indices into the tokens, both inclusive. */
  first: number
  last: number
  values: readonly T[]
}

/** Room for word numbers beside node numbers in one key; both stay below 2^26, so keys are exact. */
const WORDS = 2 ** 26
const JOINERS = new Set(['-', '‐', '‑', '–', '/', '·', '.', "'s"])

/**
 * A lexicon over tokens: word boundaries come for free, singular and plural, both spellings and hyphens meet, scripts
 * without spaces go by character. One pass takes the longest label at each place.
 */
export class TokenTrie<T> {
  readonly #words = new Map<string, number>()
  readonly #edges = new Map<number, number>()
  readonly #values: (T[] | undefined)[] = [undefined]

  add(label: string, value: T): void {
    let node = 0
    for (const token of tokenize(label)) {
      if (token.shape === 'mark') continue
      const word = token.stem
      let id = this.#words.get(word)
      if (id === undefined) {
        id = this.#words.size + 1
        this.#words.set(word, id)
      }
      const edge = node * WORDS + id
      let next = this.#edges.get(edge)
      if (next === undefined) {
        next = this.#values.length
        this.#values.push(undefined)
        this.#edges.set(edge, next)
      }
      node = next
    }
    if (node === 0) return
    const values = this.#values[node]
    if (values === undefined) this.#values[node] = [value]
    else if (!values.includes(value)) values.push(value)
  }

  /** The longest label that begins with the token at `first` and satisfies `accept`. */
  matchAt(
    tokens: readonly Token[],
    first: number,
    accept: (match: TrieMatch<T>) => boolean = () => true,
  ): TrieMatch<T> | null {
    let node = 0
    let best: TrieMatch<T> | null = null
    for (let at = first; at < tokens.length; at += 1) {
      const token = tokens[at] as Token
      if (token.shape === 'mark') {
        if (at === first) return null
        if (JOINERS.has(token.fold) && !(token.fold === '.' && tokens[at + 1]?.spaced)) continue
        if (isAside(tokens, at)) {
          at += 2
          continue
        }
        break
      }
      const id = this.#words.get(token.stem)
      if (id === undefined) break
      const next = this.#edges.get(node * WORDS + id)
      if (next === undefined) break
      node = next
      const values = this.#values[node]
      if (values === undefined) continue
      const match = { first, last: at, values }
      if (accept(match)) best = match
    }
    return best
  }

  /** Matches from left to right, none inside another. */
  scan(tokens: readonly Token[], accept?: (match: TrieMatch<T>) => boolean): TrieMatch<T>[] {
    const matches: TrieMatch<T>[] = []
    for (let at = 0; at < tokens.length; at += 1) {
      const match = this.matchAt(tokens, at, accept)
      if (match === null) continue
      matches.push(match)
      at = match.last
    }
    return matches
  }
}

/** "electric arc furnace (EAF) dust": an abbreviation that interrupts a label. */
function isAside(tokens: readonly Token[], at: number): boolean {
  const inner = tokens[at + 1]
  return (
    tokens[at]?.fold === '(' && (inner?.shape === 'upper' || inner?.shape === 'mixed') && tokens[at + 2]?.fold === ')'
  )
}
