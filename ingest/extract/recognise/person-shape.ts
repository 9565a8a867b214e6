import { isCapital, type Token } from '../../segment/token.ts'
import { isGrammarWord } from './capital-runs.ts'
import { readsAsPinyin, SURNAMES_PINYIN } from './words/chinese-names.ts'
import { GIVEN_NAMES } from './words/given-names.ts'
import { COMPANY_HEADS, headType } from './words/name-heads.ts'
import { ROLES, TITLES } from './words/person-words.ts'

/** Small words inside personal names, folded. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'van von der den de del della di da dos la le bin binti al el ibn ben ter ten y'.split(' '),
)
const NOT_NAMES = new Set(
  'united new north south east west european asian national international global regional green zero black white red clean circular best first basel sustainable news press annual mineral natural advanced big special general industrial resource resources waste metal metals recycling'.split(
    ' ',
  ),
)

/** Whether these tokens can be a personal name by their form alone: two to five words, none of them a word for something else. */
export function hasPersonShape(tokens: readonly Token[], first: number, last: number, titled = false): boolean {
  let words = 0
  for (let at = first; at <= last; at += 1) {
    const token = tokens[at] as Token
    if (token.shape === 'mark') {
      if (token.fold !== '-' && token.fold !== '.') return false
      continue
    }
    if (PARTICLES.has(token.fold)) continue
    if (!isCapital(token) && !(at > first && tokens[at - 1]?.fold === '-')) return false
    const stem = token.stem
    // "Ms Lina Park": behind a title a park is a surname.
    const surname = titled && at === last && headType(stem) === 'Facility'
    if (
      NOT_NAMES.has(token.fold) ||
      (headType(stem) !== undefined && !surname) ||
      COMPANY_HEADS.has(stem) ||
      ROLES.has(stem)
    )
      return false
    if (isGrammarWord(token.fold) && token.fold !== 'an' && token.fold !== 'do' && token.fold !== 'will') return false
    if (TITLES.has(token.fold) && at > first) return false
    words += 1
  }
  return words >= 2 && words <= 5
}

export function isGivenName(fold: string): boolean {
  return GIVEN_NAMES.has(fold)
}

/** Surname and given name in pinyin, in either order: "Wang Xiaoming", "Xiaoming Wang". */
export function isChineseName(tokens: readonly Token[], first: number, last: number): boolean {
  const words: string[] = []
  for (let at = first; at <= last; at += 1) {
    const token = tokens[at] as Token
    if (token.fold === '-' && words.length > 0) {
      words.push((words.pop() as string) + (tokens[at + 1]?.fold ?? ''))
      at += 1
    } else if (token.shape === 'mark') return false
    else words.push(token.fold)
  }
  const [one, two] = words
  if (words.length !== 2 || one === undefined || two === undefined) return false
  return (
    (SURNAMES_PINYIN.has(one) && readsAsPinyin(two)) ||
    (SURNAMES_PINYIN.has(two) && readsAsPinyin(one) && one.length > 2)
  )
}

/** The last token of a personal name that begins at `first`, within `limit`, particles and initials included. */
export function endOfPersonName(tokens: readonly Token[], first: number, limit: number, titled = false): number {
  let last = first
  let words = 1
  for (let at = first + 1; at <= limit && words < 5; at += 1) {
    const token = tokens[at] as Token
    const stem = token.stem
    if (token.shape === 'mark') {
      if ((token.fold !== '-' && token.fold !== '.') || token.spaced) break
      continue
    }
    if (!isCapital(token) && !PARTICLES.has(token.fold) && tokens[at - 1]?.fold !== '-') break
    const head = headType(stem)
    if (ROLES.has(stem) || (head !== undefined && !(titled && head === 'Facility')) || COMPANY_HEADS.has(stem)) break
    last = at
    words += 1
  }
  return last
}
