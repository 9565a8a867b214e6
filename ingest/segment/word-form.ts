import { stemWord } from '../extract/recognise/stem-word.ts'
import type { Token, TokenShape } from './token.ts'

/** What a word is, wherever it stands. */
export type WordForm = Pick<Token, 'text' | 'fold' | 'stem' | 'shape'>

const ASCII_WORD = /^[a-z0-9]+$/
const LATIN: Record<string, string> = { ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', ı: 'i', đ: 'd', œ: 'oe' }

/** The word as lexicons hold it: lower case, no diacritics, no stops or apostrophes. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (ASCII_WORD.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/[\p{M}.'’]+/gu, '')
    .replace(/[øłßæıđœ]/g, (letter) => LATIN[letter] ?? letter)
}

function shapeOf(word: string): TokenShape {
  const lower = word.toLowerCase()
  const upper = word.toUpperCase()
  if (lower === upper) return 'other'
  if (word === lower) return 'lower'
  if (word === upper) return word.length === 1 ? 'capital' : 'upper'
  const tail = word.slice(1)
  return tail === tail.toLowerCase() ? 'capital' : 'mixed'
}

/** Words repeat: a document of a million words has some ten thousand. Very long ones are no words and are not kept. */
const known = new Map<string, WordForm>()
const MOST_KNOWN = 50_000
const LONGEST_KNOWN = 40

/** Folded form, stem and shape of a word as the text writes it. */
export function readWordForm(text: string): WordForm {
  const cached = known.get(text)
  if (cached !== undefined) return cached
  const fold = foldWord(text)
  const form: WordForm = { text, fold, stem: stemWord(fold), shape: shapeOf(text) }
  if (text.length > LONGEST_KNOWN) return form
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, form)
  return form
}
