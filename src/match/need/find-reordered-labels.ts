import { foldLabel } from '../../../graph/thesaurus/fold-label.ts'
import type { Concept, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { ConceptMention } from './concept-mention.ts'
import { splitAtoms } from './split-atoms.ts'

/** Words that change with the wording and not with the waste: "dust from steel mills", "used lead-acid batteries". */
const EMPTY_WORDS = new Set(
  `of from for the and in with by a de du des del la el los las y et mill plant work factory industry maker making
  production used spent old waste discarded end life`.split(/\s+/),
)
const LONGEST_WINDOW = 8
const SENTENCE_END = /[;:!?。；：！？]|\.\s/u

interface WordIndex {
  byKey: ReadonlyMap<string, readonly Concept[]>
  /** Every word of a key: a window that holds another word is no label in any order. */
  words: ReadonlySet<string>
}

const indexes = new WeakMap<Thesaurus, WordIndex>()

/** The words that matter, in alphabetical order: "dust from steel" and "steel dust" agree. Empty for fewer than two. */
function wordKey(words: readonly string[]): string {
  const telling = words.filter((word) => !EMPTY_WORDS.has(word))
  return telling.length < 2 ? '' : telling.sort().join(' ')
}

function indexWords(thesaurus: Thesaurus): WordIndex {
  const known = indexes.get(thesaurus)
  if (known) return known
  const byKey = new Map<string, Concept[]>()
  const words = new Set<string>()
  for (const { label, concept } of thesaurus.labels()) {
    const key = wordKey(foldLabel(label).split(' '))
    if (!key) continue
    for (const word of key.split(' ')) words.add(word)
    const same = byKey.get(key)
    if (!same) byKey.set(key, [concept])
    else if (!same.includes(concept)) same.push(concept)
  }
  const index = { byKey, words }
  indexes.set(thesaurus, index)
  return index
}

/** Labels whose words stand together in another order: "batteries, lead-acid" and "dust from steel mills". Shortest first at each place. */
export function findReorderedLabels(text: string, thesaurus: Thesaurus): ConceptMention[] {
  const { byKey, words: known } = indexWords(thesaurus)
  const atoms = splitAtoms(text)
  const keys = atoms.map(({ start, end }) => foldLabel(text.slice(start, end)))
  const found: ConceptMention[] = []
  for (let first = 0; first < atoms.length; first++) {
    if (EMPTY_WORDS.has(keys[first] ?? '') || !known.has(keys[first] ?? '')) continue
    for (let last = first + 1; last < Math.min(atoms.length, first + LONGEST_WINDOW); last++) {
      if (SENTENCE_END.test(text.slice(atoms[last - 1]?.end, atoms[last]?.start))) break
      if (EMPTY_WORDS.has(keys[last] ?? '')) continue
      if (!known.has(keys[last] ?? '')) break
      const start = atoms[first]?.start ?? 0
      const end = atoms[last]?.end ?? start
      const words = text.slice(start, end)
      const concepts = byKey.get(wordKey(keys.slice(first, last + 1)))
      // "Batteries, lead-acid" is one thing in catalogue order; "steel, dust" is two.
      const listed = words.includes(',') && thesaurus.byLabel(words).length > 0
      if (concepts && !listed) found.push({ start, end, concepts, via: 'word-order' })
    }
  }
  return found
}
