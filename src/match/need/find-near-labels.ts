import { foldLabel } from '../../../graph/thesaurus/fold-label.ts'
import type { Concept, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { editDistance } from '../../search/edit-distance.ts'
import type { ConceptMention } from './concept-mention.ts'
import { keepLongest } from './keep-longest.ts'
import { splitAtoms } from './split-atoms.ts'

type LabelsByLength = Map<number, { folded: string; concept: Concept }[]>

const indexes = new WeakMap<Thesaurus, LabelsByLength>()
const LONGEST_WINDOW = 6
/** Misspelling is only looked for among the first words: a need names its waste early. */
const MAX_ATOMS = 120

function indexLabels(thesaurus: Thesaurus): LabelsByLength {
  const known = indexes.get(thesaurus)
  if (known) return known
  const index: LabelsByLength = new Map()
  for (const { label, concept } of thesaurus.labels()) {
    const folded = foldLabel(label)
    const same = index.get(folded.length)
    if (same) same.push({ folded, concept })
    else index.set(folded.length, [{ folded, concept }])
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
  index: LabelsByLength,
  accepts: (concept: Concept) => boolean,
): { concept: Concept; edits: number } | null {
  const limit = /\d/.test(folded) ? 0 : forgiven(folded.length)
  let best: { concept: Concept; edits: number } | null = null
  for (let length = folded.length - limit; limit > 0 && length <= folded.length + limit; length++) {
    for (const { folded: label, concept } of index.get(length) ?? []) {
      if (label[0] !== folded[0] && label.at(-1) !== folded.at(-1)) continue
      const edits = editDistance(label, folded, limit)
      if (edits <= limit && (!best || edits < best.edits) && accepts(concept)) best = { concept, edits }
    }
  }
  return best
}

type NearMention = ConceptMention & { edits: number }

/**
 * Labels the text gives with a few letters wrong. For words that name nothing exactly; whoever shows the result says how
 * it was read.
 */
export function findNearLabels(
  text: string,
  thesaurus: Thesaurus,
  accepts: (concept: Concept) => boolean,
): ConceptMention[] {
  const index = indexLabels(thesaurus)
  const atoms = splitAtoms(text).slice(0, MAX_ATOMS)
  const found: NearMention[] = []
  for (let first = 0; first < atoms.length; first++) {
    for (let last = first; last < Math.min(atoms.length, first + LONGEST_WINDOW); last++) {
      const start = atoms[first]?.start ?? 0
      const end = atoms[last]?.end ?? start
      const near = findMisspelt(foldLabel(text.slice(start, end)), index, accepts)
      if (near) found.push({ start, end, concepts: [near.concept], via: 'spelling', edits: near.edits })
    }
  }
  const closest = found.sort((a, b) => a.edits - b.edits || a.end - a.start - (b.end - b.start))
  return keepLongest(closest.filter((mention, at) => !closest.slice(0, at).some((other) => isInside(other, mention))))
}

/** A tighter reading with no more edits makes the wider one needless: "have alluminium dros" adds nothing. */
function isInside(inner: NearMention, outer: NearMention): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.concepts[0] === outer.concepts[0]
}
