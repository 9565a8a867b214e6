import { isCapital, type Token } from '../../segment/token.ts'
import { DETERMINERS } from './words/function-words.ts'
import { ROLE_MODIFIERS, ROLES, TITLES } from './words/person-words.ts'

/** A role in the text: "the Deputy Director", "President and CEO". Indices inclusive. */
export interface Role {
  first: number
  last: number
}

const MOST_WORDS = 9
/** Words that follow the role word within a role: "Deputy Director General", "directora ejecutiva". */
const SECOND_HALVES = new Set(
  'general ejecutivo ejecutiva tecnico tecnica emeritus designate elect adjunto adjunta'.split(' '),
)

/** The role that begins at `at` (after an article), or null: modifiers, then one or more role words. */
export function readRole(tokens: readonly Token[], at: number): Role | null {
  let index = at
  if (DETERMINERS.has(tokens[index]?.fold ?? '')) index += 1
  const first = index
  let last: number | null = null
  for (let words = 0; words < MOST_WORDS; index += 1) {
    const token = tokens[index]
    if (!token) break
    if (token.shape === 'mark') {
      if (token.fold === '-' || (token.fold === '&' && last !== null) || (token.fold === '/' && last !== null)) continue
      if (token.fold === "'s" && last === null) continue
      break
    }
    const stem = token.stem
    if (ROLES.has(stem)) {
      last = index
      words += 1
      continue
    }
    if (last !== null) {
      if (SECOND_HALVES.has(token.fold) && last === index - 1) {
        last = index
        continue
      }
      if (token.fold === 'and' && isRoleSoon(tokens, index + 1)) continue
      if (isRoleSoon(tokens, index) && ROLE_MODIFIERS.has(token.fold)) continue
      break
    }
    if (
      !ROLE_MODIFIERS.has(token.fold) &&
      !isCapital(token) &&
      !(token.shape === 'lower' && isRoleSoon(tokens, index + 1) && token.fold.length > 4)
    )
      break
    words += 1
  }
  return last === null ? null : { first, last }
}

function isRoleSoon(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < at + 4; index += 1) {
    const token = tokens[index]
    if (!token || (token.shape === 'mark' && token.fold !== '-')) return false
    if (ROLES.has(token.stem)) return true
    if (!ROLE_MODIFIERS.has(token.fold)) return false
  }
  return false
}

/** The role that ends right before `at` ("chief executive Anna Berg", "Prof. "), or null. */
export function readRoleBefore(tokens: readonly Token[], at: number): Role | null {
  let last = at - 1
  while (TITLES.has(tokens[last]?.fold ?? '') || tokens[last]?.fold === '.') last -= 1
  const end = last
  if (SECOND_HALVES.has(tokens[last]?.fold ?? '')) last -= 1
  if (!ROLES.has(tokens[last]?.stem ?? '')) return null
  let first = last
  while (first > 0) {
    const token = tokens[first - 1] as Token
    const stem = token.stem
    if (token.fold === '-' || ROLE_MODIFIERS.has(token.fold) || ROLES.has(stem)) first -= 1
    else if (token.fold === 'and' && ROLES.has(tokens[first - 2]?.stem ?? '')) first -= 2
    else break
  }
  return { first, last: end }
}
