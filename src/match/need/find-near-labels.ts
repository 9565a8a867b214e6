import { foldLabel } from '../../../graph/thesaurus/fold-label.ts'
import type { Concept, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { editDistance } from '../../search/edit-distance.ts'
import { type ConceptMention, keepLongest } from './find-concepts.ts'
import { splitAtoms } from './split-atoms.ts'

interface NearLabel {
  folded: string
  concept: Concept
}

interface LabelIndex {
  byLength: Map<number, NearLabel[]>
  byWords: Map<string, Concept[]>
}

const indexes = new WeakMap<Thesaurus, LabelIndex>()
const CONNECTING = new Set([
  'of',
  'from',
  'for',
  'the',
  'and',
  'in',
  'with',
  'de',
  'du',
  'des',
  'del',
  'la',
  'el',
  'y',
  'et',
])
const LONGEST_WINDOW = 6
/** Misspelling is only looked for among the first words: a need names its waste early. */
const MAX_ATOMS = 120

/** Words of a folded label without the small ones, in alphabetical order: "dust from steel" and "steel dust" agree. */
function wordKey(folded: string): string {
  const words = folded.split(' ').filter((word) => !CONNECTING.has(word))
  return words.length < 2 ? '' : words.sort().join(' ')
}

function indexLabels(thesaurus: Thesaurus): LabelIndex {
  const known = indexes.get(thesaurus)
  if (known) return known
  const index: LabelIndex = { byLength: new Map(), byWords: new Map() }
  for (const { label, concept } of thesaurus.labels()) {
    const folded = foldLabel(label)
    if (folded.length >= 5) {
      const same = index.byLength.get(folded.length)
      if (same) same.push({ folded, concept })
      else index.byLength.set(folded.length, [{ folded, concept }])
    }
    const key = wordKey(folded)
    if (key) index.byWords.set(key, [...(index.byWords.get(key) ?? []), concept])
  }
  indexes.set(thesaurus, index)
  return index
}

/** Edits forgiven in a word or phrase of this length. */
function forgiven(length: number): number {
  if (length < 5) return 0
  if (length < 9) return 1
  return length < 14 ? 2 : 3
}

function findMisspelt(
  folded: string,
  index: LabelIndex,
  accepts: (concept: Concept) => boolean,
): { concept: Concept; edits: number } | null {
  const limit = forgiven(folded.length)
  let best: { concept: Concept; edits: number } | null = null
  for (let length = folded.length - limit; limit > 0 && length <= folded.length + limit; length++) {
    for (const { folded: label, concept } of index.byLength.get(length) ?? []) {
      if (label[0] !== folded[0] && label.at(-1) !== folded.at(-1)) continue
      const edits = editDistance(label, folded, limit)
      if (edits <= limit && (!best || edits < best.edits) && accepts(concept)) best = { concept, edits }
    }
  }
  return best
}

/**
 * Labels the text nearly gives: in another word order, or with a few letters wrong. For words that name nothing exactly;
 * whoever shows the result says how it was read.
 */
export function findNearLabels(
  text: string,
  thesaurus: Thesaurus,
  accepts: (concept: Concept) => boolean,
): ConceptMention[] {
  const index = indexLabels(thesaurus)
  const atoms = splitAtoms(text).slice(0, MAX_ATOMS)
  const found: (ConceptMention & { edits: number })[] = []
  for (let first = 0; first < atoms.length; first++) {
    for (let last = first; last < Math.min(atoms.length, first + LONGEST_WINDOW); last++) {
      const start = atoms[first]?.start ?? 0
      const end = atoms[last]?.end ?? start
      const folded = foldLabel(text.slice(start, end))
      const reordered = (index.byWords.get(wordKey(folded)) ?? []).filter(accepts)
      if (reordered.length > 0) found.push({ start, end, concepts: reordered.slice(0, 1), via: 'word-order', edits: 0 })
      const misspelt = findMisspelt(folded, index, accepts)
      if (misspelt) found.push({ start, end, concepts: [misspelt.concept], via: 'spelling', edits: misspelt.edits })
    }
  }
  const shortest = found.sort((a, b) => a.edits - b.edits || a.end - a.start - (b.end - b.start))
  return keepLongest(shortest.filter((mention, at) => !shortest.slice(0, at).some((other) => isInside(other, mention))))
}

/** A tighter reading with no more edits makes the wider one needless: "have alluminium dros" adds nothing. */
function isInside(inner: ConceptMention & { edits: number }, outer: ConceptMention & { edits: number }): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.concepts[0] === outer.concepts[0]
}
