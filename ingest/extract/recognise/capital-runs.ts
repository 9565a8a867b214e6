import type { Sentence } from '../../segment/sentence.ts'
import { isCapital, type Token } from '../../segment/token.ts'
import { legalFormAt } from './grow-name.ts'
import { AUXILIARIES, COMMON_VERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS } from './words/function-words.ts'

/** Neighbouring tokens that are written like a name; indices inclusive. */
export interface Run {
  first: number
  last: number
}

/** Words of a firm's name that are looked through for its legal form. */
const LONGEST_OF_FIRM = 12
const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th'])
const HYPHENS = new Set(['-', '‐', '‑', '–'])
const SEATED_TAILS = new Set([
  'based',
  'headquartered',
  'listed',
  'owned',
  'led',
  'backed',
  'funded',
  'born',
  'trained',
])
const SMALL_ADVERBS = new Set(
  'however moreover furthermore meanwhile today currently recently elsewhere together finally additionally here now once twice only also still yet already further later earlier perhaps besides thus hence instead overall notably together'.split(
    ' ',
  ),
)

/** Whether a word that opens a sentence with a capital is there for the grammar only. */
export function isGrammarWord(fold: string): boolean {
  return isClosedClass(fold) || COMMON_VERBS.has(fold) || SMALL_ADVERBS.has(fold)
}

/** Articles, prepositions, conjunctions, pronouns and auxiliaries: no name holds them with a capital. */
function isClosedClass(fold: string): boolean {
  return (
    !NAMES_TOO.has(fold) &&
    (DETERMINERS.has(fold) ||
      PREPOSITIONS.has(fold) ||
      CONJUNCTIONS.has(fold) ||
      PRONOUNS.has(fold) ||
      AUXILIARIES.has(fold))
  )
}

/** Numerals and adjectives among the determiners that names do hold: "Third Forum", "New Delhi". */
const NAMES_TOO = new Set(
  'first second third four five six seven eight nine ten two three new may will can own most several inside'.split(' '),
)

/** Runs of capital words, with hyphenated tails, ordinals before them and "&" inside them. */
export function findCapitalRuns({ tokens }: Sentence): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    if (!beginsRun(tokens, at)) continue
    let last = lastOfWord(tokens, at)
    // "Almaty-based Umbra Group": the name begins behind it.
    if (SEATED_TAILS.has((tokens[last] as Token).fold) && last > at) {
      runs.push({ first: at, last: last - 2 })
      at = last
      continue
    }
    for (;;) {
      const next = nextInRun(tokens, last)
      if (next === null) break
      last = lastOfWord(tokens, next)
    }
    runs.push({ first: withOrdinal(tokens, at), last })
    at = last
  }
  return runs
}

function beginsRun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (!isCapital(token)) return false
  if (token.shape === 'upper' || isHyphen(tokens, at + 1)) return true
  if (token.fold === 'lead' && opensFirm(tokens, at)) return true
  // "Signed by …" opens a sentence; "Lead" and "Works" inside one are names.
  return at === 0 || tokens[at - 1]?.shape === 'mark' ? !isGrammarWord(token.fold) : !isClosedClass(token.fold)
}

/** "Lead Umbra Co., Ltd.": a word that opens sentences opens a firm's name where a legal form stands behind the capitals. */
function opensFirm(tokens: readonly Token[], at: number): boolean {
  let last = at
  for (let words = 0; words < LONGEST_OF_FIRM; words += 1) {
    const form = tokens[last + 1]?.fold === ',' ? last + 2 : last + 1
    // "Lead auditor as …": in small letters it is no legal form.
    if (last > at && isCapital(tokens[form]) && legalFormAt(tokens, form) !== null) return true
    const next = nextInRun(tokens, last)
    if (next === null) return false
    last = lastOfWord(tokens, next)
  }
  return false
}

function isHyphen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return token !== undefined && HYPHENS.has(token.fold) && !token.spaced && tokens[at + 1]?.spaced === false
}

/** "Zero-waste", "Port-au-Prince": the word with its hyphenated tail. */
function lastOfWord(tokens: readonly Token[], at: number): number {
  let last = at
  while (isHyphen(tokens, last + 1) && tokens[last + 2] !== undefined && tokens[last + 2]?.shape !== 'mark') last += 2
  return last
}

function nextInRun(tokens: readonly Token[], last: number): number | null {
  const next = tokens[last + 1]
  if (!next) return null
  if (isCapital(next) && next.spaced) return isClosedClass(next.fold) && next.shape === 'capital' ? null : last + 1
  const after = tokens[last + 2]
  // "Regional 3R Forum"
  if (next.shape === 'number' && next.spaced && isCapital(after) && after?.spaced === false && after.text.length === 1)
    return last + 2
  if (next.fold === '&' && isCapital(after)) return last + 2
  const current = tokens[last] as Token
  if (next.fold === '.' && !next.spaced && isCapital(after) && isShortened(current)) return last + 2
  if (next.fold === '/' && !next.spaced && isCapital(after) && after?.spaced === false) return last + 2
  return null
}

/** An initial or shortened title, after which a full stop ends nothing. */
function isShortened({ text, fold }: Token): boolean {
  return (
    text.length === 1 ||
    ['st', 'mt', 'dr', 'prof', 'mr', 'mrs', 'ms', 'eng', 'ir', 'jr', 'sr', 'ing', 'hon'].includes(fold)
  )
}

/** "19th International …", "8th Asian …". */
function withOrdinal(tokens: readonly Token[], first: number): number {
  const ending = tokens[first - 1]
  const number = tokens[first - 2]
  if (ending && number?.shape === 'number' && !ending.spaced && ORDINAL_ENDINGS.has(ending.fold)) return first - 2
  // "5S Training Centre".
  if (ending?.shape === 'number' && tokens[first]?.spaced === false) return first - 1
  return first
}
