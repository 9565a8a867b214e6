import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { isCapital, type Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'

/** What may stand inside a longer name and still be meant: the city of "the Pune factory", the waste of a plant. */
const NESTS: Partial<Record<EntityType, readonly EntityType[]>> = {
  Facility: ['City', 'Country', 'WasteStream', 'Metal', 'Enterprise', 'Technology'],
  Technology: ['WasteStream', 'Metal'],
  Project: ['City', 'Country', 'WasteStream', 'Metal', 'Network', 'Enterprise', 'Technology'],
  Event: ['Organization', 'Network', 'City', 'Country'],
}
const NAMED: ReadonlySet<EntityType> = new Set([
  'Enterprise',
  'Organization',
  'Person',
  'Event',
  'Network',
  'Programme',
  'Project',
  'Award',
  'Facility',
  'Regulation',
])
/** Words that only shade a waste stream: the stream of the thesaurus inside such a phrase is meant. */
const SHADES = new Set(
  'domestic imported typical crude mixed other low high grade value some local new old more certain various all own their such collected'.split(
    ' ',
  ),
)

function weight({ first, last, score, type }: Candidate): number {
  return (last - first + 1) * (NAMED.has(type) ? 1 : 0.98) * (0.5 + score)
}

/** Decides which candidates of one sentence stand: longer and better before shorter and weaker; some may stand inside others. */
export function settleCandidates(candidates: readonly Candidate[], tokens: readonly Token[]): Candidate[] {
  const ranked = [...candidates].sort((a, b) => weight(b) - weight(a) || b.score - a.score || a.start - b.start)
  const kept: Candidate[] = []
  const owner: (Candidate[] | undefined)[] = []
  for (const candidate of ranked) {
    const rivals = new Set<Candidate>()
    for (let at = candidate.first; at <= candidate.last; at += 1) for (const rival of owner[at] ?? []) rivals.add(rival)
    if (![...rivals].every((rival) => mayNest(rival, candidate, tokens))) continue
    if (candidate.rule === 'waste-phrase' && isShaded(candidate, ranked, tokens)) continue
    kept.push(candidate)
    for (let at = candidate.first; at <= candidate.last; at += 1) {
      const owners = owner[at]
      if (owners) owners.push(candidate)
      else owner[at] = [candidate]
    }
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end)
}

function mayNest(outer: Candidate, inner: Candidate, tokens: readonly Token[]): boolean {
  const inside =
    outer.first <= inner.first && inner.last <= outer.last && inner.last - inner.first < outer.last - outer.first
  if (!inside) return false
  // "Pune Zinc Recovery Project": the project's own name without its head is no technology.
  if (outer.type === 'Project' && inner.rule === 'process-named') return false
  // "Blue Copper Dross Works": written large, the words are the works' own.
  if (outer.type === 'Facility' && inner.rule === 'waste-phrase' && isCapital(tokens[inner.first])) return false
  if ((NESTS[outer.type] ?? []).includes(inner.type)) return outer.type !== 'Technology' || inner.last < outer.last
  // "… of Thailand", "… in Yunnan": a place that closes the name of a body places it.
  const place = inner.type === 'City' || inner.type === 'Country'
  return (
    place &&
    !inner.adjective &&
    inner.last === outer.last &&
    /^(?:of|in|the|,)$/.test(tokens[inner.first - 1]?.fold ?? '') &&
    outer.type !== 'Person' &&
    outer.type !== 'City'
  )
}

function isShaded(phrase: Candidate, others: readonly Candidate[], tokens: readonly Token[]): boolean {
  return others.some(
    (other) =>
      other.concept !== undefined &&
      other.type === 'WasteStream' &&
      other.last === phrase.last &&
      other.first > phrase.first &&
      tokens.slice(phrase.first, other.first).every(({ fold }) => fold === '-' || SHADES.has(fold)),
  )
}
