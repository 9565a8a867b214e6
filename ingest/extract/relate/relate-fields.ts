import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { Claim, DocumentSense } from './claim.ts'

const BODIES: readonly EntityType[] = ['Enterprise', 'Organization']
const PARTNERS =
  /^(?:project |consortium |cooperation |implementing |our )?partners?(?: organisations?| organizations?| institutions?)?$|^(?:consortium|coordinator|co-ordinator|lead partner|coordinated by|funding|funder|donor|funded by|socios|partenaires|implementing agency|executing agency)$/
const SPEAKERS =
  /^(?:keynote |invited |list of |our )?speakers?(?: list)?$|^(?:programme|program|agenda|panel|panellists|panelists|presenters|ponentes|intervenants|speakers and topics)$/
const ORGANISERS = /^(?:co-)?(?:organi[sz]ers?|hosts?|organi[sz]ed by|hosted by|convenors?)$/
const VENUES = /^(?:venue|place|location|held in|lugar|lieu)$/
const BOARD =
  /^(?:board of directors|management|management board|executive board|management team|leadership|our team|team|directors|editorial board|contacts?)$/

/** Lines of a form ("Coordinator: X", "Venue: Y") and lists under a heading ("Partners", "Speakers") about the document's topic. */
export function* relateFields(read: ResolvedSentence, sense: DocumentSense): Generator<Claim> {
  const { tokens, start, end } = read.sentence
  if (tokens.length > 40) return
  const colon = tokens.findIndex(({ fold }) => fold === ':')
  const own = colon > 0 && colon <= 4 ? labelOf(sense.text.slice(start, tokens[colon]?.start)) : undefined
  const label = own ?? labelAbove(read, sense)
  if (label === undefined) return
  const from = own === undefined ? 0 : colon + 1
  const evidence = { start, end }
  const first = (types: readonly EntityType[]): Place | undefined =>
    read.places.find(
      (place) => types.includes(place.type) && place.first >= from && !place.adjective && !place.reference,
    )
  const say = (subject: string, predicate: Claim['predicate'], object: string, score: number, rule: string): Claim => ({
    subject,
    predicate,
    object,
    modality: 'asserted',
    score,
    rule,
    evidence,
  })
  const { topic, event, typeOf } = sense
  const topicType = topic === undefined ? undefined : typeOf(topic)
  if (PARTNERS.test(label)) {
    const project = sense.project ?? (topicType === 'Programme' || topicType === 'Network' ? topic : undefined)
    // A line of a form may list them all; under a heading each has its own line.
    const bodies =
      own === undefined
        ? [first(BODIES)]
        : read.places.filter((place) => BODIES.includes(place.type) && place.first >= from && !place.reference)
    for (const body of bodies)
      if (project !== undefined && body) yield say(body.key, 'PARTNER_OF', project, 0.86, 'field-partner')
  } else if (SPEAKERS.test(label) && event !== undefined) {
    for (const person of read.places)
      if (person.type === 'Person' && person.first <= 6) yield say(person.key, 'SPOKE_AT', event, 0.85, 'field-speaker')
  } else if (ORGANISERS.test(label) && event !== undefined) {
    for (const body of read.places)
      if (BODIES.includes(body.type) && body.first >= from)
        yield say(body.key, 'ORGANIZED', event, 0.88, 'field-organiser')
  } else if (VENUES.test(label) && event !== undefined) {
    for (const place of read.places)
      if ((place.type === 'City' || place.type === 'Country') && !place.adjective)
        yield say(event, 'HELD_IN', place.key, 0.85, 'field-venue')
  } else if (BOARD.test(label) && topic !== undefined && BODIES.includes(topicType ?? 'Document')) {
    const person = first(['Person'])
    if (person && !first(BODIES)) yield say(person.key, 'AFFILIATED_WITH', topic, 0.78, 'field-board')
  }
}

function labelOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s:：]+$/u, '')
    .replace(/\s+/g, ' ')
}

/** The heading or short line this line stands under. */
function labelAbove({ sentence }: ResolvedSentence, { sentences, text }: DocumentSense): string | undefined {
  const section = sentence.passage.sections.at(-1)
  if (section !== undefined && section.split(/\s+/).length <= 4) return labelOf(section)
  for (let back = sentence.index - 1; back >= 0 && back >= sentence.index - 25; back -= 1) {
    const above = sentences[back]
    if (!above) return undefined
    const line = text.slice(above.sentence.start, above.sentence.end)
    if (above.sentence.tokens.length <= 4 && !/[.!?]$/.test(line) && above.places.length === 0) return labelOf(line)
    if (above.sentence.tokens.length > 40) return undefined
  }
  return undefined
}
