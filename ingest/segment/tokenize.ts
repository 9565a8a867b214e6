import { stemWord } from '../extract/recognise/stem-word.ts'
import type { Token, TokenShape } from './token.ts'

const UNSPACED = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}'

/** Acronyms with stops, single characters of unspaced scripts, numbers, words, possessive endings, marks: in this order. */
const TOKEN = new RegExp(
  [
    '(?<acronym>\\p{Lu}\\.(?:\\p{L}\\.)+)',
    `(?<letter>[${UNSPACED}]\\p{M}*)`,
    '(?<number>\\p{Nd}+(?:[.,]\\p{Nd}+)*)',
    "(?<possessive>(?<=[\\p{L}\\p{N}.)])['’]s(?![\\p{L}\\p{N}]))",
    `(?<word>(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+(?:['’](?!s(?![\\p{L}\\p{N}]))(?:(?![${UNSPACED}])[\\p{L}\\p{M}])+)*)`,
    '(?<mark>[^\\s]|\\t)',
  ].join('|'),
  'gu',
)
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

/** The tokens of `text` between two offsets, in order. Offsets count in the whole text. The tab between two cells reads as a bar. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = []
  const part = text.slice(from, to)
  let last = -1
  for (const match of part.matchAll(TOKEN)) {
    const { groups = {}, index } = match
    const surface = match[0]
    const start = from + index
    const token: Token = {
      start,
      end: start + surface.length,
      text: surface,
      fold: '',
      stem: '',
      shape: 'mark',
      spaced: start !== last,
    }
    if (groups.word !== undefined) {
      token.fold = foldWord(surface)
      token.shape = shapeOf(surface)
    } else if (groups.number !== undefined) {
      token.fold = surface
      token.shape = 'number'
    } else if (groups.acronym !== undefined) {
      token.fold = foldWord(surface)
      token.shape = 'upper'
    } else if (groups.letter !== undefined) {
      token.fold = surface
      token.shape = 'letter'
    } else token.fold = groups.possessive !== undefined ? "'s" : surface === '\t' ? '|' : surface
    token.stem =
      token.shape === 'mark' || token.shape === 'number' || token.shape === 'letter' ? token.fold : stemWord(token.fold)
    tokens.push(token)
    // What follows a tab opens a cell.
    last = surface === '\t' ? -1 : token.end
  }
  return tokens
}
