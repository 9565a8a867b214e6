import type { Token } from './token.ts'
import { readWordForm, type WordForm } from './word-form.ts'

const UNSPACED = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}'

/** Acronyms with stops, single characters of unspaced scripts, numbers, possessive endings, words, marks: in this order. */
const TOKEN = new RegExp(
  [
    '(?<acronym>\\p{Lu}\\.(?:\\p{L}\\.)+)',
    `(?<letter>[${UNSPACED}]\\p{M}*)`,
    '(?<number>\\p{Nd}+(?:[.,]\\p{Nd}+)*)',
    "(?<possessive>(?<=[\\p{L}\\p{N}.)])['’]s(?![\\p{L}\\p{N}]))",
    `(?<word>(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+(?:['’](?!s(?![\\p{L}\\p{N}]))(?:(?![${UNSPACED}])[\\p{L}\\p{M}])+)*)`,
    '(?<mark>[^\\s]|\\t)',
  ].join('|'),
  'uy',
)
const SPACE = /\s/

/** What a character is to the quick path, which reads ASCII and plain Chinese; the pattern reads everything else. */
type Kind = 'blank' | 'letter' | 'digit' | 'mark' | 'han' | 'other'

const ASCII: readonly Kind[] = Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code)
  if (/[A-Za-z]/.test(sign)) return 'letter'
  if (/\d/.test(sign)) return 'digit'
  if (sign === "'") return 'other'
  return SPACE.test(sign) && sign !== '\t' ? 'blank' : 'mark'
})

/** The tokens of `text` between two offsets, in order. Offsets count in the whole text. The tab between two cells reads as a bar. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = []
  const part = text.slice(from, to)
  let last = -1
  for (let at = 0; at < part.length; ) {
    const kind = kindAt(part, at)
    if (kind === 'blank') {
      at += 1
      continue
    }
    const { text: surface, fold, stem, shape } = readQuickly(part, at, kind) ?? readFully(part, at)
    const end = at + surface.length
    tokens.push({ start: from + at, end: from + end, text: surface, fold, stem, shape, spaced: at !== last })
    // What follows a tab opens a cell.
    last = surface === '\t' ? -1 : end
    at = end
  }
  return tokens
}

function kindAt(part: string, at: number): Kind | undefined {
  const code = part.charCodeAt(at)
  if (code < 128) return ASCII[code]
  if (code >= 0x4e00 && code <= 0x9fff) return 'han'
  // The end of the text is none of these.
  return Number.isNaN(code) ? undefined : SPACE.test(part.charAt(at)) ? 'blank' : 'other'
}

/** A token of one kind of character with nothing behind it that could be part of it; `undefined` where that is not sure. */
function readQuickly(part: string, at: number, kind: Kind | undefined): WordForm | undefined {
  let end = at + 1
  let after = kindAt(part, end)
  if (kind === 'mark') return markForm(part.charAt(at))
  if (kind === 'han') return after === 'other' ? undefined : signForm(part.charAt(at))
  if (kind === 'letter') {
    while (after === 'letter' || after === 'digit') after = kindAt(part, ++end)
    const acronym = end === at + 1 && part.charAt(end) === '.'
    return after === 'other' || acronym ? undefined : readWordForm(part.slice(at, end))
  }
  if (kind === 'digit') {
    while (after === 'digit') after = kindAt(part, ++end)
    const sign = part.charAt(end)
    const further = kindAt(part, end + 1)
    const goesOn = (sign === '.' || sign === ',') && (further === 'digit' || further === 'other')
    return after === 'other' || goesOn ? undefined : numberForm(part.slice(at, end))
  }
  return undefined
}

function readFully(part: string, at: number): WordForm {
  TOKEN.lastIndex = at
  const match = TOKEN.exec(part)
  const { acronym, letter, number, possessive, word, mark = part.charAt(at) } = match?.groups ?? {}
  if (word !== undefined) return readWordForm(word)
  if (number !== undefined) return numberForm(number)
  if (letter !== undefined) return signForm(letter)
  if (acronym !== undefined) return { ...readWordForm(acronym), shape: 'upper' }
  return possessive === undefined ? markForm(mark) : { text: possessive, fold: "'s", stem: "'s", shape: 'mark' }
}

function numberForm(text: string): WordForm {
  return { text, fold: text, stem: text, shape: 'number' }
}

function signForm(text: string): WordForm {
  return { text, fold: text, stem: text, shape: 'letter' }
}

function markForm(text: string): WordForm {
  const fold = text === '\t' ? '|' : text
  return { text, fold, stem: fold, shape: 'mark' }
}
