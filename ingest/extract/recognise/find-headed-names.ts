import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Sentence } from '../../segment/sentence.ts'
import { isCapital, type Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'
import { isGrammarWord, type Run } from './capital-runs.ts'
import { isTitleCased } from './document-context.ts'
import { growName } from './grow-name.ts'
import { headType } from './words/name-heads.ts'
import { ROLE_MODIFIERS, ROLES, TITLES } from './words/person-words.ts'

const ORDINALS = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth annual'.split(' '),
)
/** Heads that name nothing without a complement or a proper word before them. */
const NEEDS_MORE: ReadonlySet<EntityType> = new Set([
  'Facility',
  'Technology',
  'Event',
  'Programme',
  'Project',
  'Award',
  'Regulation',
])
const GENERIC = new Set(
  'city local national regional central state federal provincial international global general annual our new main next last high recycling metal waste environment environmental'.split(
    ' ',
  ),
)

/** Names whose head noun says what they are: "Ministry of …", "… University", "19th … Conference on … and …". */
export function findHeadedNames(
  sentence: Sentence,
  text: string,
  runs: readonly Run[],
  isPlace: (index: number) => boolean,
): Candidate[] {
  const { tokens } = sentence
  const found: Candidate[] = []
  const titled = isTitleCased(tokens)
  for (const run of runs) {
    const leading = nameAfterHead(tokens, run)
    const lower = leading ? null : lowerHead(tokens, run)
    if (leading || lower) {
      const candidate = (leading ?? lower) as Candidate
      found.push({ ...candidate, name: text.slice(candidate.start, candidate.end) })
      if (leading) continue
    }
    const head = findHead(tokens, run)
    if (head === null) continue
    const type = headType((tokens[head] as Token).stem) ?? 'Organization'
    const first = joinLeft(tokens, runs, skipRoles(tokens, run.first, head), isPlace)
    const tail = withSmallAdjectives(tokens, head, endOfTail(tokens, head, run.last))
    const last = beforeDefinition(tokens, growName(tokens, tail, { isPlace }))
    if (type === 'Technology' || !saysEnough(tokens, first, head, last, type)) continue
    if (titled && (type === 'Facility' || type === 'Regulation' || last - first > 12)) continue
    const start = (tokens[first] as Token).start
    const end = (tokens[last] as Token).end
    const year = type === 'Event' ? yearBeside(tokens, first, last) : null
    found.push({
      start,
      end,
      first,
      last,
      ...(year ? { aliases: [year(text.slice(start, end))] } : {}),
      type: refineType(tokens, first, head, type),
      name: text.slice(start, end),
      rule: `headed-${type.toLowerCase()}`,
      score: titled ? 0.65 : 0.88,
    })
  }
  return [...found, ...findOrdinalMeetings(tokens, text, isPlace)]
}

/** Romance heads take small adjectives before what completes them: "Centre régional de la …". */
function withSmallAdjectives(tokens: readonly Token[], head: number, tail: number): number {
  if (tail !== head) return tail
  let last = tail
  while (
    last - tail < 2 &&
    tokens[last + 1]?.shape === 'lower' &&
    /(?:al|ale|el|elle|ique|ico|ica|ional|ario|aria|ivo|iva|o|a)$/.test(tokens[last + 1]?.fold ?? '')
  )
    last += 1
  return last > tail && /^(?:de|del|du|des|pour|para)$/.test(tokens[last + 1]?.fold ?? '') ? last : tail
}

/** Small words between a name and its abbreviation in brackets still belong to it. */
function beforeDefinition(tokens: readonly Token[], last: number): number {
  for (let at = last + 1; at <= last + 3; at += 1) {
    const token = tokens[at]
    if (token?.fold === '(' && at > last + 1 && tokens[at + 1]?.shape === 'upper') return at - 1
    if (token?.shape !== 'lower' || isGrammarWord(token.fold)) return last
  }
  return last
}

/** The last head noun of the run: "Basel Convention Regional Centre" is a centre. */
function findHead(tokens: readonly Token[], run: Run): number | null {
  for (let at = run.last; at >= run.first; at -= 1) {
    const token = tokens[at] as Token
    if (
      headType(token.stem) !== undefined &&
      (token.shape !== 'upper' ||
        token.fold === 'cop' ||
        tokens.slice(run.first, run.last + 1).every(({ shape }) => shape !== 'capital'))
    )
      return at
    if (token.fold === 'group' && at > run.first && BODIES_CALLED_GROUP.has(tokens[at - 1]?.fold ?? '')) return at
  }
  return null
}

/** What a project page says beside "Project": labels of fields, not names. */
const PROJECT_FIELDS = new Set(
  'name title background objective objectives achievement achievements partner partners result results duration budget location summary description status lead team overview aim goals'.split(
    ' ',
  ),
)

/** "Project Umbra", "Proyecto Penta": the name follows its head. */
function nameAfterHead(tokens: readonly Token[], run: Run): Candidate | null {
  const head = tokens[run.first] as Token
  if (!['project', 'proyecto', 'projet', 'projekt', 'projeto'].includes(head.fold) || run.last === run.first)
    return null
  const next = tokens[run.first + 1] as Token
  if (
    headType(next.stem) !== undefined ||
    ROLES.has(next.stem) ||
    PAIRED.has(next.fold) ||
    next.fold.endsWith('ment') ||
    PROJECT_FIELDS.has(next.fold)
  )
    return null
  const last = tokens[run.last] as Token
  const name = tokens
    .slice(run.first + 1, run.last + 1)
    .map(({ text, spaced }) => (spaced ? ` ${text}` : text))
    .join('')
    .trim()
  return {
    start: head.start,
    end: last.end,
    first: run.first,
    last: run.last,
    type: 'Project',
    name: '',
    aliases: [name],
    rule: 'project-name',
    score: 0.88,
  }
}

/** "MRC Peru office", "the UMN secretariat": a small head closes a name in capitals. */
function lowerHead(tokens: readonly Token[], run: Run): Candidate | null {
  const head = tokens[run.last + 1]
  if (
    !head?.spaced ||
    head.shape !== 'lower' ||
    !['office', 'secretariat', 'ministry', 'university', 'institute', 'association', 'council', 'branch'].includes(
      head.fold,
    )
  )
    return null
  const first = tokens[run.first] as Token
  if (first.shape !== 'upper' || first.text.length < 3 || first.text.length > 8) return null
  return {
    start: first.start,
    end: head.end,
    first: run.first,
    last: run.last + 1,
    type: 'Organization',
    name: '',
    rule: 'small-head',
    score: 0.85,
  }
}

/** "2019 roundtable of …", "Metal Expo 2025": the year belongs to one edition's name. */
function yearBeside(tokens: readonly Token[], first: number, last: number): ((name: string) => string) | null {
  const before = tokens[first - 1]
  const after = tokens[last + 1]
  if (before && /^(?:19|20)\d\d$/.test(before.text) && tokens[first]?.spaced) return (name) => `${before.text} ${name}`
  if (after && /^(?:19|20)\d\d$/.test(after.text) && after.spaced) return (name) => `${name} ${after.text}`
  return null
}

const BODIES_CALLED_GROUP = new Set(['working', 'task', 'expert', 'advisory', 'steering'])
/** Fields and adjectives that pair up before a head: "Training and Research Centres", "Water and Clean Energy Council". */
const PAIRED = new Set(
  `regional coordinating national information education climate science technology training research trade industry environment energy natural mining metal metals
  materials waste economic social public health safety commerce development innovation iron steel copper standards metrology policy planning chemicals agriculture forestry
  international scientific technical comprehensive air water ecology nonferrous resources transport communications labour labor tourism fisheries engineering`.split(
    /\s+/,
  ),
)

/** Reaches over "and" to the left where a field stands before it, so that a pair of fields is not cut in two. */
function joinLeft(
  tokens: readonly Token[],
  runs: readonly Run[],
  first: number,
  isPlace: (index: number) => boolean,
): number {
  const and = tokens[first - 1]
  const before = tokens[first - 2]
  if ((and?.fold !== 'and' && and?.fold !== '&') || !isCapital(before) || !PAIRED.has(before?.fold ?? '')) return first
  const run = runs.find(({ last }) => last === first - 2)
  return run === undefined || isPlace(run.last) || findHead(tokens, { first: run.last, last: run.last }) !== null
    ? first
    : run.first
}

/** Articles of other languages that open a sentence with a capital. */
const FOREIGN_ARTICLES = new Set('le la les el los las il lo gli der die das un une una'.split(' '))

/** "Director", "Deputy Minister" at the front belong to a person, not to the name. */
function skipRoles(tokens: readonly Token[], first: number, head: number): number {
  let start = first
  for (let at = first; at < head; at += 1) {
    const token = tokens[at] as Token
    if (ROLES.has(token.stem) || TITLES.has(token.fold) || (at === first && FOREIGN_ARTICLES.has(token.fold)))
      start = at + 1
    else if (!ROLE_MODIFIERS.has(token.fold) && token.shape !== 'mark') break
  }
  return start
}

/** What follows the head in the run belongs to the name only as a short tail: "Centre Collaborating", "Institute IWKS". */
function endOfTail(tokens: readonly Token[], head: number, last: number): number {
  if (last === head) return head
  const next = tokens[head + 1] as Token
  if (next.fold.endsWith('ing') && last === head + 1) return last
  if (
    /^(?:fundacion|fondation|federacion|sociedad|escuela|academia|laboratorio|liga|alianza|iniciativa|universidad|universite|universitat|universita|universidade|instituto|institut|ministerio|ministere|centro|asociacion|comision|secretaria|agencia|empresa|planta|politeknik|kementerian|balai|dinas|camara|consejo|red|foro|congreso|proyecto|programa|premio)$/.test(
      (tokens[head] as Token).fold,
    )
  )
    return last
  if (last === head + 1 && next.shape === 'upper') return last
  return head
}

/** Bodies and offices that any organisation has: no names. Folded. */
const ANYBODYS = new Set([
  'board of directors',
  'editorial board',
  'executive board',
  'management board',
  'supervisory board',
  'advisory board',
  'steering committee',
  'organizing committee',
  'organising committee',
  'head office',
  'regional office',
  'general assembly',
  'executive committee',
  'board of management',
  'board of trustees',
  'contact office',
  'press office',
  'media office',
  'government delegation',
])

function saysEnough(tokens: readonly Token[], first: number, head: number, last: number, type: EntityType): boolean {
  if (
    ANYBODYS.has(
      tokens
        .slice(first, last + 1)
        .map(({ fold }) => fold)
        .join(' '),
    )
  )
    return false
  if (last > head) return last - head > 1 || first < head
  if (first >= head) return false
  const before = tokens.slice(first, head).filter(({ shape }) => shape !== 'mark' && shape !== 'number')
  if (before.length === 0) return false
  if (before.every(({ fold }) => GENERIC.has(fold)) && (before.length < 2 || NEEDS_MORE.has(type))) return false
  return true
}

function refineType(tokens: readonly Token[], first: number, head: number, type: EntityType): EntityType {
  const word = (tokens[head] as Token).stem
  const before = tokens[head - 1]?.stem ?? ''
  if (word === 'group' && before === 'working') return 'Organization'
  if (
    word === 'centre' &&
    /^(?:recycling|sorting|collection|treatment|demonstration|distribution|logistic)$/.test(before)
  )
    return 'Facility'
  if (word === 'park' && before === 'science') return 'Facility'
  if (word === 'plan' && head - first > 0 && before === 'business') return 'Project'
  return type
}

/** "Eighth meeting of the …", "first session of the …": an ordinal and a meeting of a named body. */
function findOrdinalMeetings(tokens: readonly Token[], text: string, isPlace: (index: number) => boolean): Candidate[] {
  const found: Candidate[] = []
  for (let at = 0; at + 3 < tokens.length; at += 1) {
    const head = tokens[at + 1] as Token
    const ordinal = tokens[at] as Token
    if (head.shape !== 'lower' && head.shape !== 'capital') continue
    if (headType(head.stem) !== 'Event') continue
    const numbered =
      ['st', 'nd', 'rd', 'th'].includes(ordinal.fold) && tokens[at - 1]?.shape === 'number' && !ordinal.spaced
    if (!ORDINALS.has(ordinal.fold) && !numbered) continue
    if (tokens[at + 2]?.fold !== 'of' || !(isCapital(tokens[at + 3]) || tokens[at + 3]?.fold === 'the')) continue
    const last = growName(tokens, at + 1, { isPlace })
    if (last === at + 1) continue
    const first = numbered ? at - 1 : at
    const start = (tokens[first] as Token).start
    const end = (tokens[last] as Token).end
    found.push({
      start,
      end,
      first,
      last,
      type: 'Event',
      name: text.slice(start, end),
      rule: 'ordinal-meeting',
      score: 0.9,
    })
  }
  return found
}
