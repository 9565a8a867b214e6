import type { Span } from '../../../graph/document.ts'
import { foldLabel } from '../../../graph/thesaurus/fold-label.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { findCodes } from '../../../graph/values/code.ts'
import type { ConceptMention } from './concept-mention.ts'
import { findReorderedLabels } from './find-reordered-labels.ts'
import { isApart, keepLongest } from './keep-longest.ts'
import { splitAtoms } from './split-atoms.ts'

/** A label does not reach over these. */
const STOP = /[,;:!?()[\]{}"“”，。；：！？、（）]|\.\s/u

const LONGEST_LABEL = 24

const reaches = new WeakMap<Thesaurus, ReadonlyMap<string, number>>()

/** How many atoms the longest label has that begins with this folded atom: most atoms of a text begin none. */
function listReaches(thesaurus: Thesaurus): ReadonlyMap<string, number> {
  const known = reaches.get(thesaurus)
  if (known) return known
  const reach = new Map<string, number>()
  for (const { label } of thesaurus.labels()) {
    const atoms = splitAtoms(label)
    const begins = foldLabel(label.slice(atoms[0]?.start, atoms[0]?.end))
    reach.set(begins, Math.max(reach.get(begins) ?? 0, Math.min(LONGEST_LABEL, atoms.length)))
  }
  reaches.set(thesaurus, reach)
  return reach
}

/** Codes in either case. One is shared by many concepts where only our inference ties it to most of them: the scheme's own entries come first. */
function findCoded(text: string, thesaurus: Thesaurus): ConceptMention[] {
  const upper = text.toUpperCase()
  const written = [...findCodes(text), ...(upper.length === text.length ? findCodes(upper) : [])]
  return written.flatMap(({ start, end, value: { scheme, code } }) => {
    const coded = thesaurus.byCode(scheme === 'hs' ? `HS ${code}` : code)
    const own = coded.filter(({ codes }) => codes.some((known) => known.scheme === scheme && !known.inferred))
    const concepts = own.length > 0 ? own : coded
    return concepts.length > 0 ? [{ start, end, concepts, via: 'code' as const }] : []
  })
}

function findLabelled(text: string, thesaurus: Thesaurus): ConceptMention[] {
  const atoms = splitAtoms(text)
  const found: ConceptMention[] = []
  const reachOf = listReaches(thesaurus)
  for (let first = 0; first < atoms.length; first++) {
    const start = atoms[first]?.start ?? 0
    const longest = reachOf.get(foldLabel(text.slice(start, atoms[first]?.end)))
    if (longest === undefined) continue
    let reach = first
    for (; reach + 1 < atoms.length && reach + 1 < first + longest; reach++) {
      if (STOP.test(text.slice(atoms[reach]?.end, atoms[reach + 1]?.start))) break
    }
    for (let last = reach; last >= first; last--) {
      const end = atoms[last]?.end ?? start
      const concepts = thesaurus.byLabel(text.slice(start, end))
      if (concepts.length === 0) continue
      found.push({ start, end, concepts, via: 'label' })
      break
    }
  }
  return found
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function isEqualSpan(left: Span, right: Span): boolean {
  return left.start === right.start && left.end === right.end
}

/**
 * Every label and code of the thesaurus in the text, in any language, the longest where they overlap. Words in brackets may
 * interrupt a label: "electric arc furnace (EAF) dust".
 */
export function findConcepts(text: string, thesaurus: Thesaurus): ConceptMention[] {
  const open = text.replace(/\([^()]{0,60}\)/g, (aside) => ' '.repeat(aside.length))
  const interrupted = open === text ? [] : findLabelled(open, thesaurus)
  const exact = keepLongest([...findCoded(text, thesaurus), ...findLabelled(text, thesaurus), ...interrupted])
  // Another order of words counts where it swallows whole what was found exactly, and cuts through nothing.
  const reordered = findReorderedLabels(text, thesaurus).filter((wide) =>
    exact.every((mention) => isApart(mention, wide) || (isWithin(mention, wide) && !isEqualSpan(mention, wide))),
  )
  return keepLongest([...exact.filter((mention) => !reordered.some((wide) => isWithin(mention, wide))), ...reordered])
}
