import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { Claim, DocumentSense } from './claim.ts'
import { listFrom, listUpTo } from './clause.ts'

const MEMBERS: readonly EntityType[] = ['Country', 'City', 'Organization', 'Enterprise']
const FRAMES: readonly EntityType[] = ['Network', 'Programme']
const PARTNERS: readonly EntityType[] = ['Organization', 'Enterprise']
const PARTNERED: readonly EntityType[] = ['Network', 'Programme', 'Project', 'Enterprise', 'Organization']

/** Members and partners: "Member countries: A, B", "A is a member of N", "co-sponsored by A", "Project partners: A". */
export function* relateMembers(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  yield* memberLists(read, sense)
  yield* memberOf(read)
  yield* joinedTopic(read, sense)
  yield* carriedOutWith(read)
  yield* mutual(read)
  yield* givers(read, sense)
  yield* partnerPhrases(read, sense)
  yield* granted(read)
  yield* chosenPartner(read)
}

/** "Pakistan joined in 2022": joining without saying what, on the page of a network. */
function* joinedTopic(read: ResolvedSentence, { topic, typeOf }: DocumentSense): Generator<Claim> {
  if (topic === undefined || !FRAMES.includes(typeOf(topic) ?? 'Document')) return
  const { tokens } = read.sentence
  const at = tokens.findIndex(({ fold }) => fold === 'joined')
  if (at < 1 || !['in', '.', undefined].includes(tokens[at + 1]?.fold) || read.places.some(({ first }) => first > at))
    return
  const member = read.places
    .filter(({ type, last, adjective }) => MEMBERS.includes(type) && !adjective && last < at)
    .at(-1)
  if (member)
    for (const one of listUpTo(read, member, MEMBERS))
      yield make(read, one.key, 'MEMBER_OF', topic, 0.75, 'joined-topic')
}

const CARRIED = new Set(
  'out implemented executed managed run coordinated administered operated led developed'.split(' '),
)

/** "carried out by A with B": B is a partner in what A runs. */
function* carriedOutWith(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  const by = tokens.findIndex(({ fold }, at) => fold === 'by' && CARRIED.has(tokens[at - 1]?.fold ?? ''))
  if (by < 0) return
  const frame = read.places.find(({ type, last }) => (FRAMES.includes(type) || type === 'Project') && last < by)
  const agent = read.places.find(({ type, first }) => PARTNERS.includes(type) && first > by && first - by <= 3)
  const partner = read.places.find(
    ({ type, first, key }) =>
      PARTNERS.includes(type) &&
      agent !== undefined &&
      first > agent.last &&
      key !== agent.key &&
      tokens.slice(agent.last + 1, first).some(({ fold }) => fold === 'with'),
  )
  if (frame && agent && partner)
    for (const one of listFrom(read, partner, PARTNERS))
      yield make(read, one.key, 'PARTNER_OF', frame.key, 0.82, 'carried-out-with', 'partner')
}

const MUTUAL = new Set(
  'agreed agree sign signed partner partnered cooperate cooperated collaborate collaborated formed founded'.split(' '),
)

/** "A and B have agreed that …", "A and B signed …": partners of each other. */
function* mutual(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  const at = tokens.findIndex(({ fold }) => MUTUAL.has(fold))
  if (at < 1) return
  const last = read.places
    .filter((place) => PARTNERS.includes(place.type) && place.last < at && at - place.last <= 4)
    .at(-1)
  if (!last) return
  const [one, two, more] = listUpTo(read, last, PARTNERS)
  if (one && two && !more && one.key !== two.key)
    yield make(read, one.key, 'PARTNER_OF', two.key, 0.82, 'mutual-agreement', 'agreement')
}

const GIVING = new Set(
  'provides provided contributes contributed grants granted finances financed funds funded gives gave'.split(' '),
)

/** "of which A provides $4.5 million", "with a grant from A": who pays is a partner of the project or programme. */
function* givers(read: ResolvedSentence, { topic, project, typeOf }: DocumentSense): Generator<Claim> {
  const { tokens } = read.sentence
  const about =
    topic !== undefined && (FRAMES.includes(typeOf(topic) ?? 'Document') || typeOf(topic) === 'Project')
      ? topic
      : project
  const named = read.places.find(({ type }) => type === 'Project' || type === 'Programme')?.key ?? about
  if (named === undefined) return
  const money = read.quantities.some(({ kind }) => kind === 'money')
  for (const body of read.places) {
    if (!PARTNERS.includes(body.type) || body.reference) continue
    const gives = money && GIVING.has(tokens[body.last + 1]?.fold ?? '')
    const from = ['from', 'by'].includes(
      tokens[body.first - 1]?.fold === 'the'
        ? (tokens[body.first - 2]?.fold ?? '')
        : (tokens[body.first - 1]?.fold ?? ''),
    )
    const granted =
      from &&
      tokens
        .slice(0, body.first)
        .some(({ fold }) => /^(?:grant|funding|funds|loan|financing|financed|funded)$/.test(fold))
    if (gives || granted) yield make(read, body.key, 'PARTNER_OF', named, 0.78, 'partner-giver', 'funder')
  }
}

const CHOSEN = new Set('picked chose selected named appointed engaged hired picks chooses selects'.split(' '))

/** "As technology partner A picked B", "A selected B as its partner". */
function* chosenPartner(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  const at = tokens.findIndex(({ fold }) => CHOSEN.has(fold))
  if (at < 0 || !tokens.some(({ fold }) => /^(?:partner|supplier|contractor|provider)s?$/.test(fold))) return
  const who = read.places.filter(({ type, last }) => PARTNERS.includes(type) && last < at).at(-1)
  const whom = read.places.find(({ type, first }) => PARTNERS.includes(type) && first > at)
  if (who && whom && who.key !== whom.key)
    yield make(read, who.key, 'PARTNER_OF', whom.key, 0.85, 'partner-chosen', 'partner')
}

const make = (
  read: ResolvedSentence,
  subject: string,
  predicate: 'MEMBER_OF' | 'PARTNER_OF' | 'AFFILIATED_WITH',
  object: string,
  score: number,
  rule: string,
  role?: string,
): Claim => ({
  subject,
  predicate,
  object,
  modality: 'asserted',
  score,
  rule,
  evidence: { start: read.sentence.start, end: read.sentence.end },
  ...(role ? { qualifiers: { role } } : {}),
})

/** A line or clause that begins with "member(s)", "member countries": what it lists are members of the topic's network. */
function* memberLists(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  const { tokens } = read.sentence
  const at = tokens.findIndex(
    ({ fold }, index) =>
      fold === 'member' ||
      fold === 'members' ||
      (fold === 'participating' && /^(?:countries|cities)$/.test(tokens[index + 1]?.fold ?? '')),
  )
  if (at < 0 || at > 12) return
  const near = tokens.slice(at, at + 8).map(({ fold }) => fold)
  const lists =
    near.includes(':') ||
    near.includes('are') ||
    near.includes('include') ||
    near.includes('includes') ||
    near.includes('including') ||
    near.includes('comprise') ||
    (at <= 1 && tokens[at + 1]?.shape === 'capital')
  if (!lists) return
  const first = read.places.find(
    ({ type, first: place, adjective }) => MEMBERS.includes(type) && !adjective && place > at && place - at < 10,
  )
  if (!first) return
  const own = read.places.find(({ type, first: place }) => FRAMES.includes(type) && place < first.first)
  const network = own?.key ?? networkOf(sense)
  if (network === undefined) return
  const listed = listFrom(read, first, MEMBERS)
  // "Members: Ms X, Ministry of Y, Z": people sit on a committee for their bodies.
  if (listed.length < 2 || read.places.some(({ type }) => type === 'Person')) return
  for (const member of listed) yield make(read, member.key, 'MEMBER_OF', network, 0.9, 'member-list')
}

/** The network a document is about. */
function networkOf({ topic, typeOf, network }: DocumentSense): string | undefined {
  return topic !== undefined && FRAMES.includes(typeOf(topic) ?? 'Document') ? topic : network
}

/** "A, a member of N", "A and B are members of N". */
function* memberOf(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const [at, { fold }] of tokens.entries()) {
    if ((fold !== 'member' && fold !== 'members') || tokens[at + 1]?.fold !== 'of') continue
    const network = read.places.find(({ type, first }) => FRAMES.includes(type) && first > at && first - at <= 4)
    const member = read.places
      .filter(({ type, last, adjective }) => MEMBERS.includes(type) && !adjective && last < at && at - last < 8)
      .at(-1)
    if (!network || !member) continue
    for (const one of listUpTo(read, member, MEMBERS))
      yield make(read, one.key, 'MEMBER_OF', network.key, 0.92, 'member-of')
  }
}

const PHRASES: readonly { words: RegExp; role: string; score: number }[] = [
  { words: /^co-?sponsored by$/, role: 'co-sponsor', score: 0.85 },
  { words: /^co sponsored by$/, role: 'co-sponsor', score: 0.85 },
  { words: /^sponsored by$/, role: 'sponsor', score: 0.8 },
  { words: /^supported by$/, role: 'supporter', score: 0.8 },
  { words: /^support of$/, role: 'supporter', score: 0.82 },
  { words: /^funded by$/, role: 'funder', score: 0.85 },
  { words: /^financed by$/, role: 'funder', score: 0.85 },
  { words: /^cooperation with$/, role: 'partner', score: 0.8 },
  { words: /^collaboration with$/, role: 'partner', score: 0.8 },
  { words: /^partnership with$/, role: 'partner', score: 0.85 },
  { words: /^venture with$/, role: 'joint venture', score: 0.88 },
  { words: /^agreement with$/, role: 'agreement', score: 0.8 },
  { words: /^contract with$/, role: 'contract', score: 0.75 },
  { words: /^together with$/, role: 'partner', score: 0.75 },
  { words: /^project partners$/, role: 'partner', score: 0.88 },
  { words: /^partners include$/, role: 'partner', score: 0.85 },
  { words: /^partners are$/, role: 'partner', score: 0.85 },
  { words: /^partners of$/, role: 'partner', score: 0.82 },
  { words: /^partners in$/, role: 'partner', score: 0.8 },
]

const OPENERS = new Set(
  'co cosponsored sponsored supported support funded financed cooperation collaboration partnership venture agreement contract together project partners'.split(
    ' ',
  ),
)

const GRANTS = new Set(['loan', 'grant', 'funding', 'subsidy', 'financing', 'contract'])
const GRANTED = new Set('secured received won obtained raised gets got receives secures'.split(' '))

/** "Umbra secured a loan of EUR 5 million from the Development Bank". */
function* granted(read: ResolvedSentence): Generator<Claim> {
  const { tokens } = read.sentence
  for (const [at, { stem }] of tokens.entries()) {
    if (!GRANTS.has(stem)) continue
    const verb = tokens.findLastIndex(({ fold }, index) => index < at && index >= at - 6 && GRANTED.has(fold))
    const from = tokens.findIndex(({ fold }, index) => fold === 'from' && index > at && index < at + 10)
    if (verb < 0 || from < 0) continue
    const giver = read.places.find(
      ({ type, first, reference }) => PARTNERS.includes(type) && !reference && first > from && first - from <= 2,
    )
    const taker = read.places.findLast(
      ({ type, last, adjective }) => (PARTNERS.includes(type) || type === 'Project') && !adjective && last < verb,
    )
    if (giver && taker && giver.key !== taker.key)
      yield make(read, giver.key, 'PARTNER_OF', taker.key, 0.8, 'partner-funder', 'funder')
  }
}

function* partnerPhrases(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  const { tokens } = read.sentence
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    if (!OPENERS.has(tokens[at]?.fold ?? '')) continue
    const pair = `${tokens[at]?.fold} ${tokens[at + 1]?.fold}`
    const triple =
      tokens[at + 1]?.fold === '-' ? `${tokens[at]?.fold}${tokens[at + 2]?.fold} ${tokens[at + 3]?.fold}` : pair
    const phrase = PHRASES.find(({ words }) => words.test(pair) || words.test(triple))
    if (!phrase) continue
    const named = read.places.find(
      (place) => PARTNERS.includes(place.type) && place.first > at && place.first - at <= 14,
    )
    if (!named) continue
    // "by seven other centres, including A, B and C": the group is named, its members are meant.
    const including = tokens.findIndex(({ fold }, index) => fold === 'including' && index > at && index < at + 24)
    const first =
      read.places.find(
        (place) =>
          including > 0 && PARTNERS.includes(place.type) && place.first > including && place.first - including <= 3,
      ) ?? named
    const before = read.places.filter(
      (place) => PARTNERED.includes(place.type) && place.last < at && place.key !== first.key,
    )
    const subject =
      subjectOf(before) ??
      (/^p/.test(phrase.words.source.slice(1))
        ? (topicAsPartner(sense) ?? sense.project ?? sense.company)
        : /with/.test(phrase.words.source) && first.key !== sense.company
          ? sense.company
          : undefined)
    if (subject === undefined) continue
    for (const partner of listFrom(read, first, PARTNERS)) {
      const plural = /(?:centres|centers|ministries|agencies|departments|universities|authorities)$/i.test(
        sense.text.slice(partner.start, partner.end),
      )
      if (partner.key !== subject && !plural)
        yield make(
          read,
          partner.key,
          'PARTNER_OF',
          subject,
          phrase.score,
          `partner-${phrase.role.replace(' ', '-')}`,
          phrase.role,
        )
    }
  }
}

/** Frames of work before bodies: who sponsors a network is the network's partner. */
function subjectOf(before: readonly Place[]): string | undefined {
  return (before.find(({ type }) => FRAMES.includes(type) || type === 'Project') ?? before.at(-1))?.key
}

function topicAsPartner({ topic, typeOf }: DocumentSense): string | undefined {
  return topic !== undefined && PARTNERED.includes(typeOf(topic) ?? 'Document') ? topic : undefined
}
