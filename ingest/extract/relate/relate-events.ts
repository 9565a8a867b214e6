import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { Claim, DocumentSense } from './claim.ts'
import { clauseAt, listFrom } from './clause.ts'
import { readModality } from './modality.ts'

const GEO: readonly EntityType[] = ['City', 'Country']
const HOSTS: readonly EntityType[] = ['Organization', 'Enterprise', 'Network']
const HELD = new Set(
  'celebro celebrado tenu organise organisee organizo realizo held hold place convened organised organized hosted opened took celebrated inaugurated conducted staged meeting'.split(
    ' ',
  ),
)
const HOSTING = new Set(
  'hosted organised organized convened sponsored arranged co-hosted co-organised co-organized'.split(' '),
)
const SPEAKING = new Set(
  `spoke speaks delivered gave presented reported opened addressed moderated chaired shared introduced explained discussed briefed said outlined
  ouvert presente presenta presento dijo explico inauguro intervino prononce presides presided joined stressed pointed highlighted noted described keynote report talk speech speeches remarks presentation presentations speaker speakers panel lecture`.split(
    /\s+/,
  ),
)

/** Where events are held, by whom, and who speaks there. */
export function* relateEvents(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  yield* heldIn(read)
  yield* metIn(read)
  yield* titledWithPlace(read, sense)
  yield* hostedBy(read, sense)
  yield* speakers(read, sense)
}

function* heldIn(read: ResolvedSentence): Generator<Claim> {
  const { tokens, start, end } = read.sentence
  for (const event of read.places) {
    if (event.type !== 'Event') continue
    const clause = clauseAt(tokens, event.last)
    const direct = read.places.find(
      ({ type, first, adjective }) => GEO.includes(type) && !adjective && first > event.last && first - event.last <= 3,
    )
    const link = tokens[event.last + 1]?.fold
    const held = tokens.slice(clause.from, clause.to + 1).some(({ fold }) => HELD.has(fold))
    const later = held
      ? read.places.find(
          ({ type, first, adjective }) =>
            GEO.includes(type) &&
            !adjective &&
            first > event.last &&
            first <= clause.to &&
            !isSeatOfHost(read, first) &&
            ['in', 'at', 'en', 'a', 'au', 'aux'].includes(
              tokens[first - 1]?.fold === 'the' ? (tokens[first - 2]?.fold ?? '') : (tokens[first - 1]?.fold ?? ''),
            ),
        )
      : undefined
    const place = direct && (link === 'in' || link === ',' || link === '(' || link === 'at') ? direct : later
    if (!place) continue
    const modality = readModality(tokens, event.last + 1, place.first)
    const score = place === later && place.first - event.last > 20 ? 0.75 : 0.9
    yield {
      subject: event.key,
      predicate: 'HELD_IN',
      object: place.key,
      modality,
      score,
      rule: 'event-held-in',
      evidence: { start, end },
    }
    const country = read.places.find(
      ({ type, first, adjective }) => type === 'Country' && !adjective && first > place.last && first - place.last <= 3,
    )
    if (country && place.type === 'City')
      yield {
        subject: event.key,
        predicate: 'HELD_IN',
        object: country.key,
        modality,
        score,
        rule: 'event-held-in',
        evidence: { start, end },
      }
  }
}

/** "organised by the Regional Centre in Ibadan together with …": where a host sits is not where its event is held. */
function isSeatOfHost({ sentence: { tokens }, places }: ResolvedSentence, at: number): boolean {
  const host = places.find(({ type, last }) => HOSTS.includes(type) && last === at - 2)
  return host !== undefined && tokens.slice(Math.max(0, host.first - 3), host.first).some(({ fold }) => fold === 'by')
}

/** "The group came together in Lima, Peru, for its second meeting": the place stands before the event. */
function* metIn(read: ResolvedSentence): Generator<Claim> {
  const { tokens, start, end } = read.sentence
  const met = tokens.findIndex(
    ({ fold }, at) =>
      ['met', 'gathered', 'convened', 'assembled'].includes(fold) ||
      (fold === 'came' && tokens[at + 1]?.fold === 'together'),
  )
  if (met < 0) return
  const place = read.places.find(
    ({ type, first, adjective }) => GEO.includes(type) && !adjective && first > met && first - met < 6,
  )
  const event = read.places.find(({ type, first }) => type === 'Event' && place !== undefined && first > place.last)
  if (!place || !event) return
  const country = read.places.find(
    ({ type, first, adjective }) => type === 'Country' && !adjective && first > place.last && first - place.last <= 3,
  )
  for (const one of country ? [place, country] : [place])
    yield {
      subject: event.key,
      predicate: 'HELD_IN',
      object: one.key,
      modality: 'asserted',
      score: 0.85,
      rule: 'event-met-in',
      evidence: { start, end },
    }
}

/** A line of place and date under the title of an event. */
function* titledWithPlace(read: ResolvedSentence, { event }: DocumentSense): Generator<Claim> {
  const { tokens, index, start, end } = read.sentence
  if (event === undefined || index > 4 || tokens.length > 18 || read.places.some(({ type }) => !GEO.includes(type)))
    return
  const [first] = read.places
  if (!first || first.first > 1 || (read.dates.length === 0 && tokens.length > 5)) return
  for (const place of read.places)
    if (!place.adjective)
      yield {
        subject: event,
        predicate: 'HELD_IN',
        object: place.key,
        modality: 'asserted',
        score: 0.82,
        rule: 'event-place-line',
        evidence: { start, end },
      }
}

/** "Hosted by A and B, the E …", "Hosts were A and B". The verb forms are read with the other verbs. */
function* hostedBy(read: ResolvedSentence, { event: reported }: DocumentSense): Generator<Claim> {
  const { tokens, start, end } = read.sentence
  for (const [at, { fold }] of tokens.entries()) {
    const by = HOSTING.has(fold) && tokens[at + 1]?.fold === 'by'
    const hosts =
      (fold === 'hosts' ||
        fold === 'organisers' ||
        fold === 'organizers' ||
        fold === 'organiser' ||
        fold === 'organizer' ||
        fold === 'host') &&
      ['were', 'was', ':', 'are', 'is'].includes(tokens[at + 1]?.fold ?? '')
    if (!by && !hosts) continue
    const host = read.places.find(({ type, first }) => HOSTS.includes(type) && first > at && first - at <= 4)
    if (!host) continue
    const inSentence = read.places.filter(({ type }) => type === 'Event')
    const event =
      inSentence.filter(({ last }) => last < at).at(-1) ??
      (at <= 3 || !by ? inSentence.find(({ first }) => first > host.last) : undefined)
    const key = event?.key ?? (hosts ? reported : undefined)
    if (key === undefined) continue
    for (const one of listFrom(read, host, HOSTS)) {
      yield {
        subject: one.key,
        predicate: 'ORGANIZED',
        object: key,
        modality: 'asserted',
        score: 0.9,
        rule: 'event-hosted-by',
        evidence: { start, end },
      }
    }
  }
}

/** People with a verb of speaking and an event in the sentence, else the event the document reports. */
function* speakers(read: ResolvedSentence, { event: reported }: DocumentSense): Generator<Claim> {
  const { tokens, start, end } = read.sentence
  if (!tokens.some(({ fold }) => SPEAKING.has(fold))) return
  const people = read.places.filter(({ type }) => type === 'Person')
  if (people.length === 0) return
  const named = read.places.find(({ type }) => type === 'Event')
  const event = named?.key ?? reported
  if (event === undefined) return
  for (const person of people) {
    if (!speaks(read, person, people)) continue
    yield {
      subject: person.key,
      predicate: 'SPOKE_AT',
      object: event,
      modality: readModality(tokens, person.last + 1, person.last + 3),
      score: named ? 0.85 : 0.72,
      rule: named ? 'speaks-at' : 'speaks-at-reported',
      evidence: { start, end },
    }
  }
}

/** A verb of speaking after the person, in the same clause and before a full stop; those listed before it share it. */
const CHAIRING = new Set(['chaired', 'opened', 'joined', 'moderated', 'presides', 'presided', 'addressed'])
const MEETINGS = new Set(
  'session sessions panel forum conference workshop meeting ceremony seminar congress discussion event plenary summit roundtable'.split(
    ' ',
  ),
)

/** "chaired the jury" is no talk: a meeting must be what was opened, joined or chaired. */
function isOfMeeting(read: ResolvedSentence, at: number): boolean {
  const { tokens } = read.sentence
  return (
    tokens.slice(at + 1, at + 8).some(({ fold }) => MEETINGS.has(fold)) ||
    read.places.some(({ type, first }) => type === 'Event' && first > at && first - at < 8)
  )
}

function speaks(read: ResolvedSentence, person: Place, people: readonly Place[]): boolean {
  const { tokens } = read.sentence
  const { to } = clauseAt(tokens, person.last)
  const last = people.filter(({ first }) => first <= to).at(-1) as Place
  const from = person.last + 1
  const until = Math.min(to, last.last + 60)
  return tokens
    .slice(from, until + 1)
    .some(({ fold }, index) => SPEAKING.has(fold) && (!CHAIRING.has(fold) || isOfMeeting(read, from + index)))
}
