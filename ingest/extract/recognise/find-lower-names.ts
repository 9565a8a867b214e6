import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { findCountry } from '../../../graph/values/country.ts'
import type { Sentence } from '../../segment/sentence.ts'
import type { Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'
import { legalFormAt } from './grow-name.ts'
import { readRole, readRoleBefore } from './read-role.ts'
import { readsAsPinyin, SURNAMES_PINYIN } from './words/chinese-names.ts'
import { endsLowerName } from './words/function-words.ts'
import { GIVEN_NAMES } from './words/given-names.ts'
import { COMPANY_HEADS, headType } from './words/name-heads.ts'
import { ROLE_MODIFIERS, ROLES, SPEECH, TITLES } from './words/person-words.ts'
import { regionCountry } from './words/regions.ts'

const LOWER_HEADS: ReadonlySet<EntityType> = new Set(['Organization', 'Event'])
/** Heads too common in running text to make a name without "of" or a place before them. */
const COMMON_HEADS = new Set(
  'government service authority unit division branch board body office court bank fund session dialogue meeting training week mission course game exchange administration committee'.split(
    ' ',
  ),
)
const ENGLISH_PINYIN = new Set(
  'he she an can fan long men ten bang hand sun song gang pan ran bin pin tie die lie pie hang rang rung made make take are one fine line mine time like side site same game name like cai same we me be so do to go no he hi yes per'.split(
    ' ',
  ),
)

/** Names in text that lost its capitals: bodies by head noun, companies by legal form, people by role or pinyin. */
export function findLowerNames(sentence: Sentence, text: string): Candidate[] {
  const { tokens } = sentence
  const found: Candidate[] = []
  const add = (first: number, last: number, type: EntityType, rule: string, score: number): void => {
    if (last < first) return
    const start = (tokens[first] as Token).start
    const end = (tokens[last] as Token).end
    found.push({ start, end, first, last, type, name: text.slice(start, end), rule, score })
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    const form = at > 0 && (tokens[at - 1] as Token).shape !== 'mark' ? legalFormAt(tokens, at) : null
    if (form && (form.words.length > 1 || token.shape === 'upper') && token.spaced) {
      const alone = startOfLower(tokens, at - 1, false)
      const joined = startOfLower(tokens, at - 1, true)
      add(
        joined === 0 || tokens[joined - 1]?.shape === 'mark' ? joined : alone,
        form.last,
        'Enterprise',
        'lower-legal-form',
        0.9,
      )
      at = form.last
      continue
    }
    const stem = token.stem
    const type = headType(stem)
    if (
      type &&
      LOWER_HEADS.has(type) &&
      token.shape === 'lower' &&
      (stem === foldSingular(token.fold) || type === 'Event')
    ) {
      const first = startOfLower(tokens, at, type === 'Organization')
      const last = endOfComplement(tokens, at)
      const complete = last > at + 1
      if (complete ? first < at || !COMMON_HEADS.has(stem) : at - first >= 2 && !COMMON_HEADS.has(stem)) {
        if ((type === 'Organization' && (complete || isAnchored(tokens, first, at))) || isNamedEvent(tokens, first, at))
          add(
            first > 0 && type === 'Event' && /^(?:19|20)\d\d$/.test(tokens[first - 1]?.text ?? '') ? first - 1 : first,
            last,
            type,
            `lower-${type.toLowerCase()}`,
            complete ? 0.82 : 0.78,
          )
      }
    }
    const named = lowerCompany(tokens, at)
    if (named !== null) add(named.first, named.last, 'Enterprise', 'lower-company-head', 0.72)
    const role = companyOfRole(tokens, at)
    if (role !== null) add(role.first, role.last, 'Enterprise', 'lower-company-of-role', 0.8)
  }
  for (const person of findLowerPeople(tokens)) add(person.first, person.last, 'Person', person.rule, person.score)
  return found
}

/** Words of company names that are verbs elsewhere. */
const METALS_AND_WORKS = new Set(['lead', 'works', 'process'])

function canStandInName(token: Token | undefined): boolean {
  if (!token || token.shape === 'number') return false
  if (token.shape === 'mark') return token.fold === '-' && !token.spaced
  return (
    (!endsLowerName(token.fold) || METALS_AND_WORKS.has(token.fold)) &&
    !ROLES.has(token.stem) &&
    !SPEECH.has(token.fold)
  )
}

/** Walks left over the words of the name. `joins` lets it cross one "and" with words on both sides. */
function startOfLower(tokens: readonly Token[], head: number, joins: boolean): number {
  let first = head
  let joined = !joins
  for (let at = head - 1; at >= 0 && head - at < 12; at -= 1) {
    const token = tokens[at] as Token
    if (canStandInName(token)) {
      first = at
      continue
    }
    if (token.fold === ')' && tokens[at - 2]?.fold === '(') {
      at -= 1
      continue
    }
    if (token.fold === '(') {
      first = at + 1
      continue
    }
    if (!joined && token.fold === 'and' && canStandInName(tokens[at - 1]) && !isPersonAt(tokens, at - 1)) {
      joined = true
      continue
    }
    break
  }
  return first
}

function isPersonAt(tokens: readonly Token[], last: number): boolean {
  const one = tokens[last - 1]?.fold ?? ''
  const two = tokens[last]?.fold ?? ''
  return SURNAMES_PINYIN.has(one) && readsAsPinyin(two)
}

/** "… of ecology and environment of guangdong province": complements with "of", words joined by "and". */
function endOfComplement(tokens: readonly Token[], head: number): number {
  let last = head
  let at = head + 1
  while (at < tokens.length && at - head < 20) {
    const token = tokens[at] as Token
    if (token.fold === 'of' || token.fold === 'for' || token.fold === 'on') {
      const next = tokens[at + 1]?.fold === 'the' ? at + 2 : at + 1
      if (!canStandInName(tokens[next])) break
      at = next
    } else if (token.fold === 'and' && last > head && canStandInName(tokens[at + 1]) && !isPersonSoon(tokens, at + 1)) {
      at += 1
    } else if (last > head && canStandInName(token) && !isHyphenedName(tokens, at)) {
      last = at
      at += 1
      continue
    } else break
    last = at
    at += 1
  }
  return last
}

/** A name in lower case has something of its own: a place, the world, or someone's role in it. */
function isAnchored(tokens: readonly Token[], first: number, head: number): boolean {
  const before = tokens[first - 1]?.fold === 'the' ? tokens[first - 2] : tokens[first - 1]
  if (before?.fold === 'of' || before?.fold === 'from') {
    const role = readRoleBefore(tokens, tokens[first - 1]?.fold === 'the' ? first - 2 : first - 1)
    if (role) return true
  }
  return tokens
    .slice(first, head)
    .some(({ fold }) => fold === 'world' || findCountry(fold) !== null || regionCountry(fold) !== undefined)
}

function foldSingular(fold: string): string {
  return fold === 'center' ? 'centre' : fold === 'organization' ? 'organisation' : fold
}

function isPersonSoon(tokens: readonly Token[], at: number): boolean {
  const type = headType(tokens[at]?.stem ?? '')
  for (
    let next = at + 1;
    next < at + 9 && tokens[next] && tokens[next]?.shape !== 'mark' && !endsLowerName(tokens[next]?.fold ?? '');
    next += 1
  ) {
    if (legalFormAt(tokens, next) !== null) return true
  }
  return isPersonAt(tokens, at + 1) || type === 'Organization' || type === 'Event'
}

/** An event in lower case is a name only with a quotation, a year or an ordinal before it. */
function isNamedEvent(tokens: readonly Token[], first: number, head: number): boolean {
  const before = tokens[first - 1]
  if (before && (before.fold === '"' || before.fold === '”' || before.shape === 'number')) return true
  return (
    head - first >= 2 &&
    tokens
      .slice(first, head)
      .some(({ fold }) =>
        ['international', 'annual', 'national', 'asian', 'global', 'world', 'regional'].includes(fold),
      )
  )
}

/** "general manager of umbra aluminium": what a manager is of is a company, where its last word or nothing else says so. */
function companyOfRole(tokens: readonly Token[], at: number): { first: number; last: number } | null {
  const role = tokens[at] as Token
  if (!['manager', 'ceo', 'president', 'chairman', 'engineer'].includes(role.stem) || tokens[at + 1]?.fold !== 'of')
    return null
  const first = tokens[at + 2]?.fold === 'the' ? at + 3 : at + 2
  let last = first - 1
  while (last - first < 7 && canStandInName(tokens[last + 1])) last += 1
  if (last < first || headType(tokens[last]?.stem ?? '') !== undefined) return null
  return last > first || COMPANY_HEADS.has(tokens[last]?.stem ?? '') ? { first, last } : null
}

/** "ruifeng copper industry": a word that reads as a Chinese name, then the field of a company. */
function lowerCompany(tokens: readonly Token[], at: number): { first: number; last: number } | null {
  const opener = tokens[at] as Token
  if (
    opener.shape !== 'lower' ||
    opener.fold.length < 4 ||
    !readsAsPinyin(opener.fold) ||
    ENGLISH_PINYIN.has(opener.fold) ||
    /(?:er|ed|ing|ly|al)$/.test(opener.fold) ||
    regionCountry(opener.fold) !== undefined
  )
    return null
  let last = at
  while (last - at < 5 && canStandInName(tokens[last + 1])) last += 1
  while (last > at && !COMPANY_HEADS.has((tokens[last] as Token).stem)) last -= 1
  return last - at >= 2 &&
    ['industry', 'holding', 'group', 'technology', 'resource', 'recycling', 'metal', 'material'].includes(
      (tokens[last] as Token).stem,
    )
    ? { first: at, last }
    : null
}

function isHyphenedName(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at + 1]?.fold === '-' && tokens[at + 1]?.spaced === false && SURNAMES_PINYIN.has(tokens[at + 3]?.fold ?? '')
  )
}

interface LowerPerson {
  first: number
  last: number
  rule: string
  score: number
}

function findLowerPeople(tokens: readonly Token[]): LowerPerson[] {
  const found: LowerPerson[] = []
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const one = tokens[at] as Token
    if (one.shape === 'mark' || one.shape === 'number' || (tokens[at - 1]?.fold === '-' && !one.spaced)) continue
    const hyphen = tokens[at + 1]?.fold === '-' && !tokens[at + 1]?.spaced
    const last = hyphen ? at + 3 : at + 1
    const two = tokens[last]
    if (!two || two.shape === 'mark' || two.shape === 'number' || !two.spaced) continue
    const given = hyphen ? one.fold + (tokens[at + 2]?.fold ?? '') : one.fold
    const strict = isPinyinName(given, two.fold)
    const roleAfter = tokens[last + 1]?.fold === ',' && isCloseRole(tokens, last + 2)
    // "he jianguo, deputy director": the surname is an English word.
    const pinyin =
      strict ||
      (roleAfter &&
        SURNAMES_PINYIN.has(given) &&
        two.fold.length > 5 &&
        readsAsPinyin(two.fold) &&
        startsClause(tokens, at))
    const roleBefore =
      readRoleBefore(tokens, at) !== null || (tokens[at - 1]?.fold === 'of' && ROLES.has(tokens[at - 2]?.stem ?? ''))
    const speech = SPEECH.has(tokens[last + 1]?.fold ?? '')
    const lowerOrMixed = one.shape === 'lower' || two.shape === 'lower' || one.shape === 'upper'
    if (pinyin && (roleAfter || roleBefore || speech || isListed(tokens, at, last) || !lowerOrMixed))
      found.push({ first: at, last, rule: 'lower-person-pinyin', score: 0.9 })
    else if (pinyin && given.length + two.fold.length > 7)
      found.push({ first: at, last, rule: 'lower-person-pinyin', score: 0.7 })
    else if (roleAfter && couldBeName(one) && couldBeName(two) && startsClause(tokens, at))
      found.push({ first: at, last, rule: 'lower-person-role', score: 0.82 })
    else if (GIVEN_NAMES.has(one.fold) && couldBeName(two) && (roleAfter || roleBefore))
      found.push({ first: at, last, rule: 'lower-person-given', score: 0.85 })
    else continue
    at = last
  }
  return found
}

function isPinyinName(one: string, two: string): boolean {
  if (ENGLISH_PINYIN.has(one) || ENGLISH_PINYIN.has(two)) return false
  return (
    (SURNAMES_PINYIN.has(one) && readsAsPinyin(two) && two.length > 2) ||
    (SURNAMES_PINYIN.has(two) && readsAsPinyin(one) && one.length > 2 && !SURNAMES_PINYIN.has(one)) ||
    (SURNAMES_PINYIN.has(two) && readsAsPinyin(one) && one.length >= 2)
  )
}

function isListed(tokens: readonly Token[], first: number, last: number): boolean {
  const before = tokens[first - 1]?.fold
  const after = tokens[last + 1]?.fold
  return (
    (before === ',' || before === 'and' || before === 'by' || before === undefined) &&
    (after === ',' || after === 'and' || after === '.' || after === undefined)
  )
}

function startsClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before === undefined || before.shape === 'mark' || ['and', 'by', 'that', 'which'].includes(before.fold)
}

/** A role within a few words, with nothing but role words before it. */
function isCloseRole(tokens: readonly Token[], at: number): boolean {
  const role = readRole(tokens, at)
  return role !== null && role.last - at < 6
}

function couldBeName(token: Token): boolean {
  return (
    !endsLowerName(token.fold) &&
    !TITLES.has(token.fold) &&
    !ROLE_MODIFIERS.has(token.fold) &&
    !COMPANY_HEADS.has(token.stem) &&
    headType(token.stem) === undefined &&
    !ROLES.has(token.stem) &&
    token.fold.length > 1
  )
}
