import type { Sentence } from '../../segment/sentence.ts'
import { isCapital, type Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'
import type { Run } from './capital-runs.ts'
import { endOfPersonName, hasPersonShape, isChineseName, isGivenName, PARTICLES } from './person-shape.ts'
import { readRole, readRoleBefore } from './read-role.ts'
import { ROLES, SPEECH, TITLES } from './words/person-words.ts'

/** People in text with capitals: by title, role, verb of speech, or a known given name. */
export function findPeople({ tokens, passage }: Sentence, text: string, runs: readonly Run[]): Candidate[] {
  const found: Candidate[] = []
  const add = (first: number, last: number, rule: string, score: number): void => {
    const start = (tokens[first] as Token).start
    const end = (tokens[last] as Token).end
    found.push({ start, end, first, last, type: 'Person', name: text.slice(start, end), rule, score })
  }
  for (const run of runs) {
    const part = withoutTitle(tokens, run)
    for (const { first, last } of splitPair(tokens, part)) {
      const shaped = hasPersonShape(tokens, first, last, part.titled)
      if (part.titled && (shaped || (last === first && isCapital(tokens[first])))) {
        add(first, last, 'person-title', shaped ? 0.95 : 0.8)
        continue
      }
      if (!shaped) continue
      const chinese = isChineseName(tokens, first, last)
      const given = isGivenName((tokens[first] as Token).fold)
      const after = tokens[last + 1]
      const roleAfter = roleBehind(tokens, last)
      const dashRole = after && /^[–—-]$/.test(after.fold) && after.spaced ? readRole(tokens, last + 2) : null
      if (roleAfter || dashRole) add(first, last, 'person-role-after', 0.94)
      else if (part.roled || readRoleBefore(tokens, first) || isNamedRole(tokens, first) || isLeader(tokens, first))
        add(first, last, 'person-role-before', given || chinese ? 0.95 : 0.85)
      else if (after && SPEECH.has(after.fold) && (given || chinese || first === 0 || tokens[first - 1]?.fold === ','))
        add(first, last, 'person-speech', given || chinese ? 0.92 : 0.6)
      else if (given || chinese)
        add(first, last, 'person-given-name', listLike(tokens, first, last, passage.kind) ? 0.85 : 0.72)
    }
  }
  return found
}

/** A role after a comma or bracket, over "of" and a place: "X of Indonesia, a director responsible for …". */
function roleBehind(tokens: readonly Token[], last: number): object | null {
  const after = tokens[last + 1]
  if (after?.fold === ',' || after?.fold === '(') return readRole(tokens, last + 2)
  if (after?.fold !== 'of') return null
  for (let at = last + 2; at < last + 6; at += 1) if (tokens[at]?.fold === ',') return readRole(tokens, at + 1)
  return null
}

interface Part extends Run {
  titled: boolean
  roled: boolean
}

const LED = new Set(
  'chaired led headed moderated opened presented delivered founded directed presided signed managed'.split(' '),
)

/** "chaired by X of …": only people do or suffer that. */
function isLeader(tokens: readonly Token[], first: number): boolean {
  return (
    tokens[first - 1]?.fold === 'by' &&
    (LED.has(tokens[first - 2]?.fold ?? '') ||
      (tokens[first - 2]?.fold === 'over' && LED.has(tokens[first - 3]?.fold ?? '')))
  )
}

/** "Chairman: X", "The chair was X", "El director general, X,". */
function isNamedRole(tokens: readonly Token[], first: number): boolean {
  const link = tokens[first - 1]
  return link !== undefined && [':', 'was', 'is', ','].includes(link.fold) && readRoleBefore(tokens, first - 1) !== null
}

/** The run without the titles and roles it begins with. */
function withoutTitle(tokens: readonly Token[], run: Run): Part {
  let first = run.first
  let titled = false
  let roled = false
  for (let at = run.first; at < run.last; at += 1) {
    const token = tokens[at] as Token
    if (token.fold === '.') continue
    if (TITLES.has(token.fold) && token.shape !== 'upper') titled = true
    else if (ROLES.has(token.stem)) roled = true
    else if (
      !(
        token.fold === '-' ||
        token.fold === 'vice' ||
        token.fold === 'deputy' ||
        token.fold === 'chief' ||
        token.fold === 'general' ||
        token.fold === 'managing' ||
        token.fold === 'executive' ||
        token.fold === 'assistant' ||
        token.fold === 'associate' ||
        token.fold === 'senior'
      )
    )
      break
    first = at + 1
  }
  while ((tokens[first] as Token).fold === '.' && first < run.last) first += 1
  const before = tokens[run.first - 1]
  if (before?.fold === '.' && TITLES.has(tokens[run.first - 2]?.fold ?? '')) titled = true
  if (before && TITLES.has(before.fold) && before.shape !== 'upper') titled = true
  return { first, last: endOfPersonName(tokens, first, withParticles(tokens, run.last), titled), titled, roled }
}

/** "Anna de Groot": a small particle and another capital word go on with the name. */
function withParticles(tokens: readonly Token[], last: number): number {
  let end = last
  while (PARTICLES.has(tokens[end + 1]?.fold ?? '') && tokens[end + 1]?.shape === 'lower') {
    const next = PARTICLES.has(tokens[end + 2]?.fold ?? '') ? end + 3 : end + 2
    if (!isCapital(tokens[next])) break
    end = next
  }
  return end
}

/** Two Chinese names that a lost comma joined ("Wang Xiaoming Li Na"). */
function splitPair(tokens: readonly Token[], { first, last }: Run): Run[] {
  if (last - first === 3 && isChineseName(tokens, first, first + 1) && isChineseName(tokens, first + 2, last)) {
    return [
      { first, last: first + 1 },
      { first: first + 2, last },
    ]
  }
  return [{ first, last }]
}

function listLike(tokens: readonly Token[], first: number, last: number, kind: string): boolean {
  const before = tokens[first - 1]?.fold
  const after = tokens[last + 1]?.fold
  return (
    (first === 0 && after === undefined) ||
    before === 'by' ||
    (kind === 'list-item' && first === 0) ||
    before === ':' ||
    (before === ',' && after === ',')
  )
}
