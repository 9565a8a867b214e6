import { foldName } from '../../graph/values/fold-name.ts'

/** A searchable term and where the text has it: UTF-16 offsets, end exclusive. */
export interface Token {
  term: string
  start: number
  end: number
}

/*
 * Three kinds of writing: Chinese and Japanese run on without spaces and are cut into overlapping pairs of characters;
 * Thai, Lao, Khmer and Burmese run on too, but single letters say little, so a dictionary finds their words; everything
 * else is cut at what is neither letter, mark nor digit.
 */
const PAIRED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー々'
const UNSPACED = '\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}'
const RUNS = new RegExp(`([${PAIRED}]+)|([${UNSPACED}]+)|(?:(?![${PAIRED}${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`, 'gu')
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII as a whole.
const ASCII = /^[\u0000-\u007f]*$/

/** A run longer than this is not a word anybody types; it is cut so that no term grows without bound. */
const LONGEST_TERM = 64

let words: Intl.Segmenter | undefined

/** The terms of a text in order, folded: without case and diacritics. */
export function tokenise(text: string): string[] {
  if (ASCII.test(text)) return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(clip)
  return locateTokens(text).map((token) => token.term)
}

/** As `tokenise`, with the place of each term. */
export function locateTokens(text: string): Token[] {
  const tokens: Token[] = []
  if (ASCII.test(text)) {
    const lower = text.toLowerCase()
    for (const { 0: run, index } of lower.matchAll(/[a-z0-9]+/g)) {
      tokens.push({ term: clip(run), start: index, end: index + run.length })
    }
    return tokens
  }
  for (const run of text.matchAll(RUNS)) {
    if (run[1]) addPairs(run[1], run.index, tokens)
    else if (run[2]) addDictionaryWords(run[2], run.index, tokens)
    else addWord(run[0], run.index, tokens)
  }
  return tokens
}

function addWord(run: string, start: number, tokens: Token[]): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII as a whole.
  const folded = /^[\u0000-\u007f]*$/.test(run) ? run.toLowerCase() : foldName(run)
  for (const term of folded.split(' ')) {
    if (term) tokens.push({ term: clip(term), start, end: start + run.length })
  }
}

/** `钢铁粉尘` gives 钢铁 铁粉 粉尘 尘: the last character alone, so that each character begins some term. */
function addPairs(run: string, start: number, tokens: Token[]): void {
  const characters = [...run]
  let at = start
  for (const [place, character] of characters.entries()) {
    const next = characters[place + 1]
    const pair = next === undefined ? character : character + next
    const term = foldName(pair).replaceAll(' ', '')
    if (term) tokens.push({ term, start: at, end: at + pair.length })
    at += character.length
  }
}

function addDictionaryWords(run: string, start: number, tokens: Token[]): void {
  words ??= new Intl.Segmenter('th', { granularity: 'word' })
  for (const { segment, index } of words.segment(run)) addWord(segment, start + index, tokens)
}

function clip(term: string): string {
  return term.length > LONGEST_TERM ? term.slice(0, LONGEST_TERM) : term
}
