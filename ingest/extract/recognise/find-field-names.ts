import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Sentence } from '../../segment/sentence.ts'
import { isCapital, type Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'

/** Labels of forms whose value is a name, folded, with the type of what they name. */
const LABELS: readonly (readonly [RegExp, EntityType])[] = [
  [
    /^(?:project|project (?:name|title)|title of (?:the )?project|name of (?:the )?project|nombre del proyecto|proyecto|titre du projet|projet)$/,
    'Project',
  ],
  [/^(?:programme?|program(?:me)? (?:name|title)|name of (?:the )?programme?|funding programme?)$/, 'Programme'],
  [/^(?:event|event (?:name|title)|name of (?:the )?event|conference name)$/, 'Event'],
]
const LONGEST_NAME = 30

/** Names that stand behind a label: "Project Name Strengthening of …", "Programme: Horizon Europe". */
export function findFieldNames({ tokens }: Sentence, text: string): Candidate[] {
  for (let length = 4; length >= 1; length -= 1) {
    const label = tokens
      .slice(0, length)
      .map(({ fold }) => fold)
      .join(' ')
    const type = LABELS.find(([pattern]) => pattern.test(label))?.[1]
    if (type === undefined) continue
    const colon = tokens[length]?.fold === ':'
    // "Project: to recover …": a sentence, not a name.
    if ((!colon && length < 2) || (length === 1 && tokens[length + 1]?.shape === 'lower')) return []
    const first = colon ? length + 1 : length
    const last = endOfValue(tokens, first)
    const from = tokens[first]
    const to = tokens[last]
    if (!from || !to || last < first || (!colon && from.shape === 'lower')) return []
    return [
      {
        start: from.start,
        end: to.end,
        first,
        last,
        type,
        name: text.slice(from.start, to.end),
        rule: 'field-name',
        score: 0.85,
        ...readAlias(tokens, last + 1),
      },
    ]
  }
  return []
}

/** "(ReMet)": the short name in brackets behind the value. */
function readAlias(tokens: readonly Token[], open: number): { aliases: string[] } | null {
  const word = tokens[open + 1]
  const isAlias = tokens[open]?.fold === '(' && tokens[open + 2]?.fold === ')' && isCapital(word)
  return isAlias && word ? { aliases: [word.text] } : null
}

/** To the next full stop, bracket or line, if that is near enough for a name. */
function endOfValue(tokens: readonly Token[], first: number): number {
  let last = first - 1
  for (let at = first; at < tokens.length; at += 1) {
    if (/^[.;(|]$/.test((tokens[at] as Token).fold)) break
    last = at
  }
  return last - first < LONGEST_NAME ? last : -1
}
