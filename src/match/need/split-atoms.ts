import type { Span } from '../../../graph/document.ts'

/** Scripts that write no spaces between words: there each character may begin or end a label. */
const SPACELESS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const ATOM = new RegExp(`[${SPACELESS}]\\p{M}*|(?:(?![${SPACELESS}])[\\p{L}\\p{N}\\p{M}])+\\*?`, 'gu')

/** Smallest pieces a label can be made of: a word, or one character where words are not spaced. */
export function splitAtoms(text: string): Span[] {
  return Array.from(text.matchAll(ATOM), ({ index, 0: atom }) => ({ start: index, end: index + atom.length }))
}
