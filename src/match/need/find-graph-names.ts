import type { Span } from '../../../graph/document.ts'
import type { GraphStore } from '../../../graph/store/graph-store.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { foldName } from '../../../graph/values/fold-name.ts'
import type { Need, NeedConcept } from '../match.ts'
import { keepLongest } from './keep-longest.ts'
import { splitAtoms } from './split-atoms.ts'

const LONGEST_NAME = 6
const MAX_NAMES = 600

type GraphNames = Pick<Need, 'wasteStreams' | 'metals' | 'technologies'>

/** Waste streams, metals and technologies that documents name and the thesaurus lacks ("DRT", "LFP waste"), in one call to the store. */
export async function findGraphNames(text: string, store: GraphStore, thesaurus: Thesaurus): Promise<GraphNames> {
  const atoms = splitAtoms(text)
  const spans = new Map<string, Span>()
  for (let first = 0; first < atoms.length; first++) {
    for (let last = first; last < Math.min(atoms.length, first + LONGEST_NAME); last++) {
      const span = { start: atoms[first]?.start ?? 0, end: atoms[last]?.end ?? 0 }
      const folded = foldName(text.slice(span.start, span.end))
      if (folded.length > 2 && spans.size < MAX_NAMES && !spans.has(folded)) spans.set(folded, span)
    }
  }
  const known = await store.candidates([...spans.keys()])
  const found = known.flatMap((candidate) => {
    // What the thesaurus knows it has been asked for already, and found to be part of something else.
    if (thesaurus.concept(candidate.canonical)) return []
    const span = [candidate.name, ...candidate.aliases].map((name) => spans.get(foldName(name))).find(Boolean)
    return span ? [{ ...span, candidate }] : []
  })
  const named = (type: string): NeedConcept[] => {
    const kept = keepLongest(found.filter(({ candidate }) => candidate.type === type))
    const concepts = kept.map(({ start, end, candidate }) => ({
      id: candidate.canonical,
      label: candidate.name,
      matched: text.slice(start, end),
      via: 'graph' as const,
    }))
    return concepts.filter(({ id }, at) => concepts.findIndex((other) => other.id === id) === at)
  }
  return { wasteStreams: named('WasteStream'), metals: named('Metal'), technologies: named('Technology') }
}
