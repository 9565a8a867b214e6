import type { Concept, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { SCALE } from '../judge/weights.ts'
import type { Need, NeedConcept } from '../match.ts'

export type ScopeRelation = 'same' | 'narrower' | 'broader' | 'related' | 'sibling' | 'holds'

/** A concept that counts for the need, and for how much. */
export interface ScopedConcept {
  id: string
  label: string
  /** What of the need it stands for. */
  asked: NeedConcept
  relation: ScopeRelation
  /** Steps between them; 0 for the same. */
  distance: number
  /** 0–1. */
  weight: number
}

/** Concepts by id, each with its strongest tie to what was asked. */
export type Scope = ReadonlyMap<string, ScopedConcept>

export interface NeedScope {
  waste: Scope
  metal: Scope
  technology: Scope
  /** What a candidate must be shown to meet: the waste where one is named, else the metal, else the technology. */
  anchor: 'waste' | 'metal' | 'technology'
}

/** The English label, which every concept has. */
export function labelOf(concept: Concept): string {
  return concept.prefLabel.en ?? concept.id
}

function stepWeight(steps: readonly [number, number], distance: number): number {
  return distance <= 1 ? steps[0] : steps[1]
}

function isWide(id: string, thesaurus: Thesaurus): boolean {
  return thesaurus.narrower(id).length > SCALE.concept.wideFrom
}

type Reach = Pick<ScopedConcept, 'id' | 'relation' | 'distance' | 'weight'>

function* reachKin({ id }: Concept, thesaurus: Thesaurus): Generator<Reach> {
  for (const { id: kind, distance } of thesaurus.narrower(id)) {
    yield { id: kind, relation: 'narrower', distance, weight: stepWeight(SCALE.concept.narrower, distance) }
  }
  for (const { id: whole, distance } of thesaurus.broader(id)) {
    if (distance > 2) continue
    const wide = isWide(whole, thesaurus) ? SCALE.concept.wide : 0
    yield { id: whole, relation: 'broader', distance, weight: stepWeight(SCALE.concept.broader, distance) - wide }
  }
}

/** Concepts beside it or beside a kind of it, whichever of the two says so. */
function* reachRelated(concept: Concept, thesaurus: Thesaurus): Generator<Reach> {
  const own = [{ id: concept.id, distance: 0 }, ...thesaurus.narrower(concept.id)]
  const steps = new Map(own.map(({ id, distance }) => [id, distance]))
  const reach = (id: string, from: number): Reach => ({
    id,
    relation: 'related',
    distance: from + 1,
    weight: stepWeight(SCALE.concept.related, from + 1),
  })
  for (const [id, distance] of steps) {
    for (const beside of thesaurus.concept(id)?.related ?? []) yield reach(beside, distance)
  }
  for (const other of thesaurus.concepts()) {
    for (const beside of other.related) {
      const distance = steps.get(beside)
      if (distance !== undefined) yield reach(other.id, distance)
    }
  }
}

function* reachSiblings(concept: Concept, thesaurus: Thesaurus): Generator<Reach> {
  for (const parent of concept.broader) {
    if (isWide(parent, thesaurus)) continue
    for (const { id, distance } of thesaurus.narrower(parent)) {
      if (distance === 1) yield { id, relation: 'sibling', distance: 2, weight: SCALE.concept.sibling }
    }
  }
}

function widen(asked: NeedConcept, thesaurus: Thesaurus): ScopedConcept[] {
  const same: ScopedConcept = {
    id: asked.id,
    label: asked.label,
    asked,
    relation: 'same',
    distance: 0,
    weight: SCALE.concept.same,
  }
  const concept = thesaurus.concept(asked.id)
  if (!concept) return [same]
  const reached = [
    ...reachKin(concept, thesaurus),
    ...reachRelated(concept, thesaurus),
    ...reachSiblings(concept, thesaurus),
  ]
  const widened = reached.flatMap((reach) => {
    const other = thesaurus.concept(reach.id)
    return other?.type === concept.type ? [{ ...reach, label: labelOf(other), asked }] : []
  })
  return [same, ...widened]
}

function collect(scoped: readonly ScopedConcept[]): Scope {
  const scope = new Map<string, ScopedConcept>()
  for (const entry of scoped) {
    if (entry.weight > (scope.get(entry.id)?.weight ?? 0)) scope.set(entry.id, entry)
  }
  return scope
}

/** Wastes that hold the metal: who treats them has a claim on it, though a weaker one than who is said to recover it. */
function wastesHolding(asked: NeedConcept, thesaurus: Thesaurus): ScopedConcept[] {
  return thesaurus
    .concepts()
    .filter(({ type, contains }) => type === 'WasteStream' && contains?.includes(asked.id))
    .map((concept) => ({
      id: concept.id,
      label: labelOf(concept),
      asked,
      relation: 'holds',
      distance: 1,
      weight: SCALE.concept.holds,
    }))
}

/** What is excluded, its kinds, and wastes named for an excluded metal: "batteries but not lead" means no lead-acid battery. */
function findOut(excluded: readonly NeedConcept[], thesaurus: Thesaurus): (id: string) => boolean {
  const out = new Set(excluded.flatMap(({ id }) => [id, ...thesaurus.narrower(id).map((kind) => kind.id)]))
  const metals = excluded.filter(({ id }) => thesaurus.concept(id)?.type === 'Metal')
  for (const concept of metals.length > 0 ? thesaurus.concepts() : []) {
    const words = labelOf(concept)
      .toLowerCase()
      .split(/[^a-z]+/)
    if (metals.some(({ id, label }) => concept.contains?.includes(id) && words.includes(label.toLowerCase())))
      out.add(concept.id)
  }
  return (id) => out.has(id)
}

/** Everything that may answer the need, each concept with its distance and weight. Touches the thesaurus alone. */
export function scopeNeed(need: Need, thesaurus: Thesaurus): NeedScope {
  const wide = (concepts: readonly NeedConcept[]) => concepts.flatMap((concept) => widen(concept, thesaurus))
  const anchor = need.wasteStreams.length > 0 ? 'waste' : need.metals.length > 0 ? 'metal' : 'technology'
  const holding = anchor === 'metal' ? need.metals.flatMap((metal) => wastesHolding(metal, thesaurus)) : []
  const isOut = findOut(need.excluded ?? [], thesaurus)
  const keep = (scoped: readonly ScopedConcept[]) =>
    collect(scoped.filter(({ id, relation }) => relation === 'same' || !isOut(id)))
  return {
    waste: keep(wide(need.wasteStreams)),
    metal: keep([...wide(need.metals).filter(({ relation }) => relation !== 'sibling'), ...holding]),
    technology: keep(wide(need.technologies)),
    anchor,
  }
}
