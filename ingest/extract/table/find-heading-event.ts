import type { Span } from '../../../graph/document.ts'
import type { ReadDocument } from '../../read/source-document.ts'
import type { NamedThing } from './entity-book.ts'

const EVENT =
  /^(?!(?:speakers|programme|program|agenda|report|list|participants|sessions|presentations|about|after|before|how|what|who|why)\b)(?:\p{L}[\p{L}\p{N}'’.&,-]*\s|\d+(?:st|nd|rd|th)?\s){1,8}(?:Conference|Forum|Seminar|Workshop|Congress|Symposium|Summit|Roundtable|Webinar)(?:\s[\p{L}\p{N}'’.&,()-]+){0,12}$/u
const CHINESE_EVENT = /^[\p{Script=Han}\p{N}“”·]{4,40}(?:论坛|大会|研讨会|峰会|年会|研讨班)$/u
const SPANISH_EVENT =
  /^(?:[IVX]+\s)?(?:Conferencia|Foro|Seminario|Congreso|Taller|Simposio|Cumbre)(?:\s[\p{L}\p{N}'’.&,()-]+){2,14}$/u
const LONGEST = 140

function isEventName(text: string): boolean {
  return text.length <= LONGEST && [EVENT, CHINESE_EVENT, SPANISH_EVENT].some((form) => form.test(text))
}

/**
 * Finds the event a table of speakers belongs to: the innermost heading above it that is an event's own name. Answers `null`
 * where the headings only speak of one.
 */
export function createHeadingEvents({
  passages,
  text,
}: ReadDocument): (sections: readonly string[], before: number) => NamedThing | null {
  const spans = new Map<string, Span[]>()
  for (const { kind, start, end } of passages) {
    if (kind !== 'heading') continue
    const name = text.slice(start, end)
    if (!isEventName(name)) continue
    const known = spans.get(name)
    if (known) known.push({ start, end })
    else spans.set(name, [{ start, end }])
  }
  return (sections, before) => {
    if (spans.size === 0) return null
    for (const name of [...sections].reverse()) {
      const span = spans.get(name)?.findLast(({ start }) => start < before)
      if (span) return { ...span, surface: name, name, type: 'Event', confidence: 0.8 }
    }
    return null
  }
}
