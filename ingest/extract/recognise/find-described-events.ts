import type { Sentence } from '../../segment/sentence.ts'
import type { Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'
import { AUXILIARIES, DETERMINERS, PREPOSITIONS } from './words/function-words.ts'
import { headType } from './words/name-heads.ts'

const HELD = new Set(
  'celebro celebrado organise organisee organizo tenu held organised organized hosted convened place opened conducted'.split(
    ' ',
  ),
)
const KINDS = new Set(
  'regional national international annual global bilateral joint technical training high level expert policy online asian stakeholder'.split(
    ' ',
  ),
)
const LONGEST = 16

/** Meetings a text describes without naming: "a regional dialogue about open burning of waste was held in …". */
export function findDescribedEvents({ tokens }: Sentence, text: string): Candidate[] {
  const found: Candidate[] = []
  for (let at = 0; at + 2 < tokens.length; at += 1) {
    const head = tokens[at] as Token
    if (head.shape !== 'lower' || headType(head.stem) !== 'Event' || head.fold !== head.stem) continue
    if (!['on', 'about', 'for', 'sur', 'sobre'].includes(tokens[at + 1]?.fold ?? '')) continue
    const last = endOfTopic(tokens, at + 1)
    if (last - at < 2 || !isHeld(tokens, at, last)) continue
    let first = at
    while (first > 0 && isKind(tokens[first - 1] as Token)) first -= 1
    const start = (tokens[first] as Token).start
    const end = (tokens[last] as Token).end
    const short = text.slice(start, head.end)
    found.push({
      start,
      end,
      first,
      last,
      type: 'Event',
      name: text.slice(start, end),
      aliases: first < at ? [short] : [],
      rule: 'event-described',
      score: 0.72,
      described: true,
    })
  }
  return found
}

function isKind({ fold }: Token): boolean {
  return KINDS.has(fold) || fold === '-'
}

/** The topic runs to a verb, a mark or a preposition other than "of". */
function endOfTopic(tokens: readonly Token[], link: number): number {
  let last = link
  for (let at = link + 1; at < tokens.length && at - link < LONGEST; at += 1) {
    const { fold, shape } = tokens[at] as Token
    if (shape === 'mark' && fold !== '-') break
    if (
      AUXILIARIES.has(fold) ||
      (PREPOSITIONS.has(fold) && fold !== 'of') ||
      ['a', 'en', 'dans'].includes(fold) ||
      fold === 'held' ||
      fold === 'took'
    )
      break
    if (DETERMINERS.has(fold) && fold !== 'the') break
    last = at
  }
  while (last > link && ['and', 'of', 'the'].includes((tokens[last] as Token).fold)) last -= 1
  return last
}

function isHeld(tokens: readonly Token[], head: number, last: number): boolean {
  const near = [...tokens.slice(Math.max(0, head - 14), head), ...tokens.slice(last + 1, last + 14)]
  return near.some(({ fold }) => HELD.has(fold))
}
