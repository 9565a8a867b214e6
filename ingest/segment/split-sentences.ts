import type { Span } from '../../graph/document.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Words whose full stop does not end a sentence: titles, shortened words, months. */
const SHORTENED =
  /(?:^|[\s(])(?:Dr|Prof|Mr|Mrs|Ms|Messrs|Mme|Sr|Sra|St|Eng|Engr|Ir|Acad|Hon|Gen|Dept|Univ|No|Nos|Art|Fig|Tab|Vol|vs|etc|approx|ca|cf|e\.g|i\.e|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|\p{Lu})\.\s*$/u
/** A legal form with a full stop: ends the sentence only where an opener follows. */
const LEGAL = /(?:^|[\s,.(])(?:Co|Ltd|Inc|Corp|Bhd|Pte|Pvt|Pty|plc|Jr|(?:\p{Lu}\.)+\p{Lu})\.\s*$/iu
const NUMBERED = /^\s*[([]?(?:\d{1,3}|\p{Lu}|[ivxIVX]{1,4})[.)]\s*$/u
const CONTINUES = /^\s*[\p{Ll}(,;:]/u
const OPENER =
  /^\s*(?:The|It|Its|In|This|These|That|Those|They|Their|We|Our|He|She|His|Her|A|An|As|At|On|By|For|From|With|After|Since|When|While|Both|There|Under|During|According|Through|To|Founded|Based|Headquartered|Since|All|More|Two|Three|Here|Today|Last|Each|Every|Another|Other|Also|However|Using|Currently)\s/u

function endsEarly(before: string, after: string): boolean {
  if (NUMBERED.test(before)) return true
  const tail = before.slice(-24)
  if (/\n\s*$/.test(tail)) return CONTINUES.test(after) && !/[.!?:;]\s*$/.test(tail)
  if (SHORTENED.test(tail)) return true
  if (LEGAL.test(tail)) return !OPENER.test(after)
  return CONTINUES.test(after) && /[.]\s*$/.test(tail) && /^\s*\p{Ll}/u.test(after)
}

/** Characters given to the segmenter at once: every step of it costs as much as its whole input is long. */
const WINDOW = 2_000

/** The segmenter's sentences between two offsets. The last of a window goes on in the next one, which is wider where it fills it. */
function* segmentText(text: string, from: number, to: number): Generator<string> {
  let width = WINDOW
  for (let start = from; start < to; ) {
    const end = Math.min(to, start + width)
    const segments = Array.from(segmenter.segment(text.slice(start, end)), ({ segment }) => segment)
    if (end < to) segments.pop()
    width = segments.length > 0 ? WINDOW : width * 2
    for (const segment of segments) {
      yield segment
      start += segment.length
    }
  }
}

/** Sentences between two offsets of the text, without the white space around them. */
export function splitSentences(text: string, from = 0, to = text.length): Span[] {
  const spans: Span[] = []
  let start = from
  let previous = ''
  for (const segment of segmentText(text, from, to)) {
    const last = spans.at(-1)
    if (last !== undefined && endsEarly(previous, segment)) {
      last.end = start + segment.length
      previous = (previous + segment).slice(-200)
    } else {
      spans.push({ start, end: start + segment.length })
      previous = segment
    }
    start += segment.length
  }
  return spans.map((span) => trim(text, span)).filter((span) => span.end > span.start)
}

function trim(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  return { start, end }
}
