import { joinLines } from '../join-lines.ts'

/** First parts of compounds that keep their hyphen: taken for a syllable break they would give no word. */
const COMPOUND_PARTS = new Set(
  'self well non high low long short mid half full cross multi semi ex anti all one two three four five ten much ever near far e co by on off in up end large small medium hard soft open closed'.split(
    ' ',
  ),
)

/** Knows the words of a document, to tell a syllable break from a hyphen that belongs to the word. */
export type Vocabulary = ReadonlySet<string>

/** Words in lower case, those with hyphens whole. */
export function collectVocabulary(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>()
  for (const line of lines) {
    // The last word of a line may be cut, so it proves nothing.
    for (const match of line.matchAll(/[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*(?=[^\p{L}\p{M}\-‐‑])/gu)) {
      words.add(match[0].toLowerCase().replace(/[‐‑]/g, '-'))
    }
  }
  return words
}

/** Joins two lines of a paragraph; a word cut in two by a hyphen is made whole. */
export function joinHyphenated(before: string, after: string, vocabulary: Vocabulary): string {
  const cut = before.match(/([\p{L}\p{M}\p{N}]{1,40})[-‐‑\u00ad]$/u)
  if (!cut) return joinLines(before, after)
  const left = (cut[1] as string).toLowerCase()
  const right = after.match(/^[\p{L}\p{M}]{1,40}/u)?.[0]
  // A capital or a digit after the break: the hyphen is part of the name.
  if (!right || !/^\p{Ll}/u.test(right)) return /^[\p{L}\p{N}]/u.test(after) ? before + after : `${before} ${after}`
  const keeps =
    vocabulary.has(`${left}-${right.toLowerCase()}`) ||
    (!vocabulary.has(left + right.toLowerCase()) &&
      (COMPOUND_PARTS.has(left) || left.length === 1 || /\p{N}$/u.test(left) || bothAreWords(left, right, vocabulary)))
  return keeps ? before + after : before.slice(0, -1) + after
}

/** Two words of three letters or more that the document uses apart are a compound rather than syllables. */
function bothAreWords(left: string, right: string, vocabulary: Vocabulary): boolean {
  return left.length >= 3 && right.length >= 3 && vocabulary.has(left) && vocabulary.has(right.toLowerCase())
}
