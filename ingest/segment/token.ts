import type { Span } from '../../graph/document.ts'

/**
 * How a token looks. `letter`: one character of a script that writes no spaces between words (Chinese, Japanese, Thai,
 * Lao, Khmer, Burmese). `other`: a word of a script without case.
 */
export type TokenShape = 'lower' | 'capital' | 'upper' | 'mixed' | 'number' | 'letter' | 'other' | 'mark'

/** One word, number or mark of the text. */
export interface Token extends Span {
  /** `text.slice(start, end)`. */
  text: string
  /** Lower case, without diacritics and full stops. */
  fold: string
  /** The folded word singular and in British spelling, as lexicons hold it. */
  stem: string
  shape: TokenShape
  /** White space or the beginning of the passage stands before it. */
  spaced: boolean
}

/** Whether it begins like a name in a script with case. */
export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && (token.shape === 'capital' || token.shape === 'upper' || token.shape === 'mixed')
}
