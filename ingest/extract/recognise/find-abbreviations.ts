import type { Token } from '../../segment/token.ts'

export interface Definition {
  /** The abbreviation or short name. */
  short: string
  /** Index of the last token before the parenthesis. */
  before: number
  /** Index of the closing parenthesis. */
  close: number
}

const QUOTES = new Set(['"', '“', '”', '„', "'", '‘', '’', '«', '»'])
const LEAD_IN = new Set(
  'refered referred to as the hereinafter hereafter also known called abbreviated in short or former formerly now and for its acronym brand name ticker stock code nasdaq nyse asx otc tsx tsxv lse otcqx otcqb symbol'.split(
    ' ',
  ),
)
const MARKETS = new Set('nasdaq nyse asx otc tsx tsxv lse otcqx otcqb cse fse szse sse hkex'.split(' '))

/**
 * Short names defined in parentheses: "… (UMBRA)", "… (referred to as "UMBRA")", "… (the "Network")". A parenthesis with a
 * place, a year or a sentence defines nothing.
 */
export function findDefinitions(tokens: readonly Token[]): Definition[] {
  const found: Definition[] = []
  for (let open = 1; open < tokens.length; open += 1) {
    if (tokens[open]?.fold !== '(' && tokens[open]?.fold !== '（') continue
    const close = closeOf(tokens, open)
    if (close === null) continue
    const inner = tokens.slice(open + 1, close)
    const short = readShort(inner)
    if (short !== null) found.push({ short, before: open - 1, close })
  }
  return found
}

function closeOf(tokens: readonly Token[], open: number): number | null {
  for (let at = open + 1; at < tokens.length && at <= open + 14; at += 1) {
    if (tokens[at]?.fold === ')' || tokens[at]?.fold === '）') return at
  }
  return null
}

function readShort(inner: readonly Token[]): string | null {
  if (inner.some(({ fold }) => MARKETS.has(fold))) return null
  const open = inner.findIndex(({ fold }) => QUOTES.has(fold))
  if (open >= 0) {
    const close = inner.findIndex(({ fold }, index) => index > open && QUOTES.has(fold))
    const quoted = inner.slice(open + 1, close < 0 ? undefined : close).filter(({ fold }) => fold !== 'the')
    return quoted.length > 0 && quoted.length <= 5 ? joinTokens(quoted) : null
  }
  let from = 0
  while (from < inner.length && LEAD_IN.has(inner[from]?.fold ?? '') && inner[from]?.shape === 'lower') from += 1
  const words = inner.slice(from)
  if (words.length === 0) return null
  if (from > 0) return words.length <= 5 && words[0]?.shape !== 'lower' ? joinTokens(words) : null
  const [first] = words
  if (!first) return null
  const upper = first.text.replace(/[^\p{Lu}]/gu, '').length
  if (upper < 2 || words.length > 4) return null
  return words.every(({ shape }) => shape !== 'lower') ? joinTokens(words) : null
}

function joinTokens(tokens: readonly Token[]): string {
  return tokens.map(({ text, spaced }, index) => (index > 0 && spaced ? ` ${text}` : text)).join('')
}

/** Index of the token that `short`'s first letter stands for, walking back from `before`, or null where the initials do not fit. */
export function findInitials(tokens: readonly Token[], before: number, short: string): number | null {
  const letters = [...short.replace(/[^\p{L}]/gu, '').toLowerCase()]
  let at = before
  let first: number | null = null
  for (let letter = letters.length - 1; letter >= 0; ) {
    const token = tokens[at]
    if (
      !token ||
      before - at > letters.length * 3 + 4 ||
      token.fold === '.' ||
      token.fold === ';' ||
      token.fold === '('
    )
      return null
    if (token.fold.startsWith(letters[letter] ?? '') && token.shape !== 'mark') {
      first = at
      letter -= 1
    } else if (token.shape === 'capital' && letter < letters.length - 1) {
      // A capital word may hold several of the letters: "MoNRE" and "Ministry of Natural …".
      const index = [...token.fold].indexOf(letters[letter] ?? '')
      if (index > 0 && letters[letter - 1] !== undefined && token.fold.startsWith(letters[letter - 1] ?? '')) {
        first = at
        letter -= 2
      }
    }
    at -= 1
  }
  return first
}
