import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Token } from '../../segment/token.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import { type Role, readRole, readRoleBefore } from '../recognise/read-role.ts'
import type { Claim, DocumentSense } from './claim.ts'

const BODIES: readonly EntityType[] = ['Enterprise', 'Organization', 'Facility']
const TIES = new Set(['of', 'at', 'for', 'from', 'with', 'in', 'de', 'del', 'du', 'chez'])
const FOUNDING = new Set([
  'founded',
  'started',
  'established',
  'launched',
  'created',
  'chaired',
  'led',
  'headed',
  'run',
  'directed',
])

/** Who belongs to which body, in which role: "X, Head of Y", "Y's CEO X", "X (Y)", "director X of Y", "Y was founded by X". */
export function* relateAffiliations(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  for (const person of read.places) {
    if (person.type !== 'Person' || person.reference) continue
    const tie =
      roleAfter(read, person) ?? roleBefore(read, person) ?? besideBody(read, person) ?? foundedBy(read, person)
    if (!tie) {
      const claim = ministryOf(read, person, sense) ?? ofTopic(read, person, sense)
      if (claim) yield claim
      continue
    }
    const { body, role, score, rule } = tie
    const { start, end } = read.sentence
    yield {
      subject: person.key,
      predicate: 'AFFILIATED_WITH',
      object: body.key,
      ...(role ? { qualifiers: { role } } : {}),
      modality: 'asserted',
      score,
      rule,
      evidence: { start, end },
    }
  }
}

interface Tie {
  body: Place
  role?: string
  score: number
  rule: string
}

function textOf(tokens: readonly Token[], { first, last }: Role): string {
  return tokens
    .slice(first, last + 1)
    .map(({ text, spaced }, index) => (index > 0 && spaced ? ` ${text}` : text))
    .join('')
}

/** The role up to the preposition that ties it to the body: "Head of Research" at a company. */
function fullRole(tokens: readonly Token[], role: Role, body: Place): string {
  let tie = body.first - 1
  while (tie > role.last && !TIES.has((tokens[tie] as Token).fold)) tie -= 1
  return textOf(tokens, tie > role.last + 1 && tie - role.last < 7 ? { first: role.first, last: tie - 1 } : role)
}

/** Body whose name begins at or right after a token, over articles. */
function bodyFrom(read: ResolvedSentence, at: number, slack = 2): Place | undefined {
  return read.places.find(
    ({ type, first, last }) => BODIES.includes(type) && last >= at && first <= at + slack && first >= at,
  )
}

/** "X, Head of Y", "X, the Y's director", "X – Director, Y", "X, Y's managing director", "X (Director, Y)". */
function roleAfter(read: ResolvedSentence, person: Place): Tie | null {
  const { tokens } = read.sentence
  let at = person.last + 1
  if (tokens[at]?.fold === '(') at += 1
  else if (tokens[at]?.fold === ',' || /^[–—:-]$/.test(tokens[at]?.fold ?? '')) at += 1
  else if (!['is', 'was', 'as'].includes(tokens[at]?.fold ?? '')) return null
  // "Anna Berg, Umbra's chief executive"
  const owner = bodyFrom(read, at, 1)
  if (owner && tokens[owner.last + 1]?.fold === "'s") {
    const role = readRole(tokens, owner.last + 2)
    if (role) return { body: owner, role: textOf(tokens, role), score: 0.93, rule: 'affiliation-owner-role' }
  }
  const role = readRole(tokens, at)
  if (role) {
    const next = tokens[role.last + 1]?.fold
    const roleText = textOf(tokens, role)
    if (next !== undefined && (TIES.has(next) || next === ',' || next === '(')) {
      const body = bodyFrom(read, role.last + 2, 3) ?? laterBody(read, role.last + 1, 14)
      if (body)
        return {
          body,
          role: fullRole(tokens, role, body),
          score: next === ',' ? 0.85 : 0.93,
          rule: 'affiliation-role-of',
        }
    }
    // "deputy researcher of solid waste and chemicals department of the department of …"
    const body = laterBody(read, role.last + 1, 8)
    if (body && TIES.has(next ?? '')) return { body, role: roleText, score: 0.85, rule: 'affiliation-role-of' }
    // "X, Umbra CEO"
    const inside = read.places.find(({ type, first, last }) => BODIES.includes(type) && first >= at && last < role.last)
    if (inside)
      return {
        body: inside,
        role: textOf(tokens, { first: inside.last + 1, last: role.last }),
        score: 0.88,
        rule: 'affiliation-body-role',
      }
    const prior = read.places
      .filter(({ type, last, reference }) => BODIES.includes(type) && last < person.first && reference)
      .at(-1)
    if (prior && next === ',') return null
  }
  return null
}

/** The first body within reach that follows "of" or a comma, with no other person between. */
function laterBody(read: ResolvedSentence, at: number, reach: number): Place | undefined {
  for (const place of read.places) {
    if (place.first < at) continue
    if (place.first > at + reach || place.type === 'Person') return undefined
    if (place.reference && place.first > at + 2) continue
    if (BODIES.includes(place.type)) {
      const between = read.sentence.tokens.slice(at, place.first)
      if (
        between.some(
          ({ fold }) =>
            fold === ';' || fold === '.' || /^(?:said|told|visited|met|signed|explained|noted|and)$/.test(fold),
        )
      )
        return undefined
      return place
    }
  }
  return undefined
}

/** "Y CEO X", "Y's managing director X", "director of Y, X", "the head of Y X", "chief executive X of Y". */
function roleBefore(read: ResolvedSentence, person: Place): Tie | null {
  const { tokens } = read.sentence
  const role = readRoleBefore(tokens, person.first)
  if (role) {
    const roleText = textOf(tokens, role)
    const before = read.places.find(
      ({ type, last }) =>
        BODIES.includes(type) &&
        (last === role.first - 1 ||
          (last === role.first - 2 && /^(?:'s|,|\.)$/.test(tokens[role.first - 1]?.fold ?? ''))),
    )
    if (before) return { body: before, role: roleText, score: 0.9, rule: 'affiliation-body-role-person' }
    if (['of', 'from', 'at'].includes(tokens[person.last + 1]?.fold ?? '')) {
      const after = bodyFrom(read, person.last + 2, 1)
      if (after) return { body: after, role: roleText, score: 0.9, rule: 'affiliation-role-person-of' }
    }
  }
  // "general manager of Y, X"
  const comma = tokens[person.first - 1]?.fold === ','
  const body = read.places
    .filter(({ type, last }) => BODIES.includes(type) && last === person.first - (comma ? 2 : 1))
    .at(-1)
  if (
    body &&
    TIES.has(
      tokens[body.first - 1]?.fold === 'the'
        ? (tokens[body.first - 2]?.fold ?? '')
        : (tokens[body.first - 1]?.fold ?? ''),
    )
  ) {
    const of = tokens[body.first - 1]?.fold === 'the' ? body.first - 2 : body.first - 1
    const earlier = readRoleBefore(tokens, of)
    if (earlier) return { body, role: textOf(tokens, earlier), score: 0.88, rule: 'affiliation-role-of-body-person' }
  }
  return null
}

/** "X (Y)", "X of Y", "X, Y" at the end of a list line, "X from Y". */
function besideBody(read: ResolvedSentence, person: Place): Tie | null {
  const { tokens, passage } = read.sentence
  const link = tokens[person.last + 1]?.fold
  if (link === ',' && ['de', 'du', 'del', 'from', 'of'].includes(tokens[person.last + 2]?.fold ?? '')) {
    // "M. X, de la société Y,"
    const later = laterBody(read, person.last + 3, 3)
    if (later) return { body: later, score: 0.85, rule: 'affiliation-of' }
  }
  const body = bodyFrom(read, person.last + 2, 1)
  if (!body || body.type === 'Facility') return null
  if (link === '(') return { body, score: 0.85, rule: 'affiliation-bracket' }
  if (link === 'of' || link === 'from') return { body, score: 0.85, rule: 'affiliation-of' }
  const line = passage.kind === 'list-item' || tokens.length < 25 || tokens[body.last + 1]?.fold === ','
  if ((link === ',' || link === '–' || link === '-' || link === ':') && line && opensItem(tokens, person))
    return { body, score: 0.78, rule: 'affiliation-list-line' }
  return null
}

/** The name that begins a line or an item of a list: "Members: Ms X, Ministry of Y; Dr Z, W Institute". */
function opensItem(tokens: readonly Token[], { first }: Place): boolean {
  if (first <= 3) return true
  return tokens.slice(first - 3, first).some(({ fold }) => fold === ';' || fold === ':')
}

/** "Y was started by X", "X, who chairs Y". */
function foundedBy(read: ResolvedSentence, person: Place): Tie | null {
  const { tokens } = read.sentence
  const by = tokens[person.first - 1]?.fold === 'by' ? person.first - 1 : -1
  if (by < 1) return null
  for (let at = by - 1; at > by - 6 && at >= 0; at -= 1) {
    const { fold } = tokens[at] as Token
    if (!FOUNDING.has(fold)) continue
    const body = read.places
      .filter(({ type, last }) => BODIES.includes(type) && type !== 'Facility' && last < at)
      .at(-1)
    if (body)
      return {
        body,
        role: fold === 'founded' || fold === 'started' || fold === 'established' ? 'founder' : undefined,
        score: 0.85,
        rule: 'affiliation-founded-by',
      }
  }
  return null
}

/** A role with no body named belongs to the company the text is about: "said X, chief executive". */
function ofTopic(
  read: ResolvedSentence,
  person: Place,
  { company: topic, topic: about, sentences }: DocumentSense,
): Claim | null {
  if (topic === undefined) return null
  const near = sentences
    .slice(Math.max(0, read.sentence.index - 3), read.sentence.index + 1)
    .some(({ places }) => places.some(({ key }) => key === topic))
  if (topic !== about && !near) return null
  // In running text, not in a list of the board, it may have gone on to another body since.
  const line = read.sentence.tokens.slice(0, 6).some(({ fold }) => fold === ':')
  const bodies = ({ places }: ResolvedSentence): boolean => places.some(({ type }) => BODIES.includes(type))
  const last = sentences.slice(Math.max(0, read.sentence.index - 8), read.sentence.index).findLast(bodies)
  if (!line && last && !last.places.some(({ key }) => key === topic)) return null
  const { tokens, start, end } = read.sentence
  const behind = tokens[person.last + 1]?.fold === ',' ? readRole(tokens, person.last + 2) : null
  const link = tokens[person.first - 1]?.fold
  const role =
    behind ??
    readRoleBefore(tokens, person.first) ??
    (link === ',' || link === ':' ? readRoleBefore(tokens, person.first - 1) : null)
  if (
    !role ||
    !/chief|ceo|c[fto]o|president|director|manager|head|chair|founder|officer|engineer|gerente|president/i.test(
      textOf(tokens, role),
    )
  )
    return null
  if (
    BODIES.some((type) => read.places.some((place) => place.type === type && place.key !== topic && !place.reference))
  )
    return null
  return {
    subject: person.key,
    predicate: 'AFFILIATED_WITH',
    object: topic,
    qualifiers: { role: textOf(tokens, role) },
    modality: 'asserted',
    score: 0.76,
    rule: 'affiliation-of-topic',
    evidence: { start, end },
  }
}

/** "Deputy Minister of Natural Resources and Environment" belongs to the ministry of that name, where the text names it. */
function ministryOf(read: ResolvedSentence, person: Place, { find, text }: DocumentSense): Claim | null {
  const { tokens, start, end } = read.sentence
  const at = tokens[person.last + 1]?.fold === ',' ? person.last + 2 : -1
  const role = at > 0 ? readRole(tokens, at) : null
  if (!role || !/minister/i.test(textOf(tokens, role))) return null
  const of = tokens[role.last + 1]
  if (of?.fold !== 'of') return null
  const complement = tokens.slice(role.last + 2, role.last + 12)
  for (let length = complement.length; length > 0; length -= 1) {
    const last = complement[length - 1]
    if (!last || !complement[0]) continue
    const ministry = find(`Ministry of ${text.slice(complement[0].start, last.end)}`)
    if (ministry)
      return {
        subject: person.key,
        predicate: 'AFFILIATED_WITH',
        object: ministry,
        qualifiers: { role: textOf(tokens, role) },
        modality: 'asserted',
        score: 0.85,
        rule: 'affiliation-minister-of',
        evidence: { start, end },
      }
  }
  return null
}
