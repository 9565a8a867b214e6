import type { ReadDocument } from '../read/source-document.ts'
import type { Sentence } from './sentence.ts'
import { splitSentences } from './split-sentences.ts'
import { tokenize } from './tokenize.ts'

/** A sentence past this many characters is cut: rules look at sentences whole, and hostile input has no full stop. */
const LONGEST = 2_500

/**
 * The sentences of a document in reading order. A heading, caption or table row is one sentence; running headers and
 * code are left out.
 */
export function segmentDocument({ text, passages }: ReadDocument): Sentence[] {
  const sentences: Sentence[] = []
  for (const passage of passages) {
    if (passage.kind === 'running' || passage.kind === 'code') continue
    const whole = passage.kind === 'table-row'
    for (const span of whole ? [passage] : splitSentences(text, passage.start, passage.end)) {
      for (const { start, end } of cut(text, span.start, span.end)) {
        sentences.push({ index: sentences.length, passage, start, end, tokens: tokenize(text, start, end) })
      }
    }
  }
  return sentences
}

function* cut(text: string, start: number, end: number): Generator<{ start: number; end: number }> {
  while (end - start > LONGEST) {
    const space = text.lastIndexOf(' ', start + LONGEST)
    const at = space > start ? space : start + LONGEST
    yield { start, end: at }
    start = at
  }
  if (end > start) yield { start, end }
}
