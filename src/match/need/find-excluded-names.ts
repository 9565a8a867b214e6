import type { Span } from '../../../graph/document.ts'
import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { GraphStore } from '../../../graph/store/graph-store.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { foldName } from '../../../graph/values/fold-name.ts'
import type { NeedConcept } from '../match.ts'
import { isJoinedByOr, isNegated } from './find-excluded.ts'
import { splitAtoms } from './split-atoms.ts'

const LONGEST_NAME = 6
const MAX_NAMES = 200
/** What a chain is made of; a country or person excluded is no part of one. */
const EXCLUDABLE: ReadonlySet<EntityType> = new Set([
  'Enterprise',
  'Organization',
  'Facility',
  'Project',
  'Technology',
] as const)

/** A joining "or" is part of the span: left by itself it is gold in French. */
export type ExcludedName = Span & NeedConcept

/**
 * Firms, plants and processes only the graph knows, right behind a negation or joined to one by "or", the longest name at
 * each place: "not Korea Zinc" means the firm, and neither zinc nor a country. One call to the store, none without a negation.
 */
export async function findExcludedNames(
  text: string,
  store: GraphStore,
  thesaurus: Thesaurus,
): Promise<ExcludedName[]> {
  const spans = listSpans(text).filter(({ start, end }) => thesaurus.byLabel(text.slice(start, end)).length === 0)
  if (!spans.some(({ start }) => isNegated(text, start))) return []
  const folded = new Map(spans.map((span) => [span, foldName(text.slice(span.start, span.end))]))
  const known = await store.candidates([...new Set(folded.values())])
  const found: ExcludedName[] = []
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = found.at(-1)
    if (before && span.start < before.end) continue
    const joined = before !== undefined && isJoinedByOr(text, before, span)
    if (!joined && !isNegated(text, span.start)) continue
    const named = known.find(
      ({ type, canonical, name, aliases }) =>
        EXCLUDABLE.has(type) &&
        !thesaurus.concept(canonical) &&
        [name, ...aliases].some((one) => foldName(one) === folded.get(span)),
    )
    if (!named) continue
    found.push({
      start: joined ? before.end : span.start,
      end: span.end,
      id: named.canonical,
      label: named.name,
      matched: text.slice(span.start, span.end),
      via: 'graph',
    })
  }
  return found
}

/** Runs of words that may be a name: those a negation or an "or" stands before. */
function listSpans(text: string): Span[] {
  const atoms = splitAtoms(text)
  const spans: Span[] = []
  for (const [first, { start }] of atoms.entries()) {
    if (!isNegated(text, start) && !isBehindOr(text, start)) continue
    for (const last of atoms.slice(first, first + LONGEST_NAME)) {
      if (spans.length < MAX_NAMES) spans.push({ start, end: last.end })
    }
  }
  return spans
}

function isBehindOr(text: string, start: number): boolean {
  return /(?:\s(?:or|nor|oder|ni|atau|hoặc)\s+|或|、)$/i.test(text.slice(Math.max(0, start - 10), start))
}
