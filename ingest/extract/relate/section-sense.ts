import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Place, ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { DocumentSense } from './claim.ts'

/** Sentences back within which the heading of a section is looked for. */
const FARTHEST_HEADING = 40
/** How much of a heading a name must fill for the section to be about it. */
const FILLS = 0.6
const HEADED: readonly EntityType[] = ['Enterprise', 'Facility', 'Project']

/** Whether an earlier sentence stands in another section, or in another item of a list of things. */
export function isApart({ sentence }: ResolvedSentence, { sentence: earlier }: ResolvedSentence): boolean {
  const { passage } = sentence
  if (earlier.passage === passage) return false
  if (earlier.passage.kind === 'heading') return false
  if (earlier.passage.sections.join('\n') !== passage.sections.join('\n')) return true
  const field = sentence.tokens.slice(0, 5).some(({ fold }) => fold === ':')
  return earlier.passage.kind === 'list-item' && passage.kind === 'list-item' && !field
}

/** The heading right above a sentence. */
function headingOf({ sentence }: ResolvedSentence, { sentences }: DocumentSense): ResolvedSentence | undefined {
  const title = sentence.passage.sections.at(-1)
  if (title === undefined || sentence.passage.kind === 'heading') return undefined
  for (let back = 1; back <= FARTHEST_HEADING; back += 1) {
    const earlier = sentences[sentence.index - back]
    if (!earlier) return undefined
    if (earlier.sentence.passage.kind === 'heading') return earlier
  }
  return undefined
}

/** The one thing a heading is filled by. */
function fillOf({ sentence, places }: ResolvedSentence): Place | undefined {
  const named = places.filter(({ type, reference }) => HEADED.includes(type) && !reference)
  const [only] = named
  return only &&
    named.every(({ key }) => key === only.key) &&
    only.end - only.start >= FILLS * (sentence.end - sentence.start)
    ? only
    : undefined
}

/** What the section of a sentence is about, where its heading is the name of one thing. */
export function findHeaded(read: ResolvedSentence, sense: DocumentSense): Place | undefined {
  const heading = headingOf(read, sense)
  return heading && fillOf(heading)
}

/** By the sentences of a document: the levels of the headings that name each thing. */
const LEVELS = new WeakMap<readonly ResolvedSentence[], ReadonlyMap<string, ReadonlySet<number | undefined>>>()

function levelsOf(sentences: readonly ResolvedSentence[]): ReadonlyMap<string, ReadonlySet<number | undefined>> {
  const known = LEVELS.get(sentences)
  if (known) return known
  const levels = new Map<string, Set<number | undefined>>()
  for (const { sentence, places } of sentences) {
    if (sentence.passage.kind !== 'heading') continue
    for (const { key } of places) levels.set(key, (levels.get(key) ?? new Set()).add(sentence.passage.level))
  }
  LEVELS.set(sentences, levels)
  return levels
}

/** Whether a thing is that of another section than the sentence's: what is said here is hardly said of it. */
export function hasOwnSection(key: string, read: ResolvedSentence, sense: DocumentSense): boolean {
  const heading = headingOf(read, sense)
  if (!heading || heading.sentence.passage.level === 1 || heading.places.some((place) => place.key === key))
    return false
  return levelsOf(sense.sentences).get(key)?.has(heading.sentence.passage.level) === true
}
