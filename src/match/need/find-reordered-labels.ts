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

const indexes = new WeakMap<Thesaurus, Map<string, Concept[]>>()

/** The words that matter, in alphabetical order: "dust from steel" and "steel dust" agree. Empty for fewer than two. */
function wordKey(label: string): string {
  const words = foldLabel(label)
    .split(' ')
    .filter((word) => !EMPTY_WORDS.has(word))
  return words.length < 2 ? '' : words.sort().join(' ')
}

function indexWords(thesaurus: Thesaurus): Map<string, Concept[]> {
  const known = indexes.get(thesaurus)
  if (known) return known
  const index = new Map<string, Concept[]>()
  for (const { label, concept } of thesaurus.labels()) {
    const key = wordKey(label)
    const same = index.get(key)
    if (key && !same) index.set(key, [concept])
    else if (key && same && !same.includes(concept)) same.push(concept)
  }
  indexes.set(thesaurus, index)
  return index
}

/** Labels whose words stand together in another order: "batteries, lead-acid" and "dust from steel mills". Shortest first at each place. */
export function findReorderedLabels(text: string, thesaurus: Thesaurus): ConceptMention[] {
  const index = indexWords(thesaurus)
  const atoms = splitAtoms(text)
  const keys = atoms.map(({ start, end }) => foldLabel(text.slice(start, end)))
  const found: ConceptMention[] = []
  for (let first = 0; first < atoms.length; first++) {
    if (EMPTY_WORDS.has(keys[first] ?? '')) continue
    for (let last = first + 1; last < Math.min(atoms.length, first + LONGEST_WINDOW); last++) {
      if (SENTENCE_END.test(text.slice(atoms[last - 1]?.end, atoms[last]?.start))) break
      if (EMPTY_WORDS.has(keys[last] ?? '')) continue
      const start = atoms[first]?.start ?? 0
      const end = atoms[last]?.end ?? start
      const words = text.slice(start, end)
      const concepts = index.get(wordKey(words))
      // "Batteries, lead-acid" is one thing in catalogue order; "steel, dust" is two.
      const listed = words.includes(',') && thesaurus.byLabel(words).length > 0
      if (concepts && !listed) found.push({ start, end, concepts, via: 'word-order' })
    }
  }
  return found
}
