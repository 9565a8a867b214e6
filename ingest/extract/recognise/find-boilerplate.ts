import type { Sentence } from '../../segment/sentence.ts'

/** Phrases of legal and page boilerplate. Such sentences speak of no one's plant or partner. */
const PHRASES =
  /forward[- ]looking|safe harbou?r|actual results|accepts? (?:no )?responsibility|all rights reserved|terms of use|privacy policy|cookies?\b.{0,40}\b(?:use|accept|consent)|unsubscribe|no event shall|does not imply the expression|without warranty|past performance|securities act|not an offer to (?:sell|buy)|stock exchange nor|copyright ©|©\s?\d{4}|click here|new window opens|access statistics|前瞻性陈述|版权所有/i
const HEADINGS =
  /^(?:forward[- ]looking statements?|disclaimers?|general disclaimers?|cautionary (?:note|statement).*|safe harbou?r.*|legal notice|cookie (?:policy|notice)|privacy)\W*$/i

/** Marks the sentences that are boilerplate, by their words or by the heading they stand under. */
export function findBoilerplate(sentences: readonly Sentence[], text: string): ReadonlySet<number> {
  const marked = new Set<number>()
  let under = false
  for (const { index, start, end, passage, tokens } of sentences) {
    const words = text.slice(start, Math.min(end, start + 600))
    const heading = passage.kind === 'heading' || (tokens.length <= 7 && !/[.!?。]$/.test(words))
    if (heading) under = HEADINGS.test(words.trim())
    if (under || PHRASES.test(words)) marked.add(index)
  }
  return marked
}
