import { listLabels } from '../../graph/thesaurus/list-labels.ts'
import type { Concept, Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { labelOf } from './analyse-query.ts'
import type { RequestedConcept } from './search-index.ts'
import type { QueryAnalysis } from './search-query.ts'

/** A narrower concept is a kind of what was asked for; a broader or related one may be something else. Each step costs as much again. */
const NARROWER_WEIGHT = 0.85
const BROADER_WEIGHT = 0.45
const RELATED_WEIGHT = 0.4
/** A product and its waste are nearly one question here. */
const WASTE_WEIGHT = 0.95
/** "Lead battery recycling" is what whoever treats lead batteries does, though no text calls it so. */
const WITHIN_WEIGHT = 0.9
const MOST_STEPS = 3
const NO_LABELS: string[] = []
/** A concept with more kinds than this ("metal") says too little to be worth all of them. */
const MOST_NARROWER = 60

/**
 * Each concept named, then its narrower, broader and related ones with less weight, each saying what it is to the one
 * named. Concepts that one name stands for are one group.
 */
export function widenConcepts(found: QueryAnalysis['concepts'], thesaurus: Thesaurus): RequestedConcept[] {
  const groups = new Map<string, RequestedConcept[]>()
  for (const { id, label, matched } of found) {
    const group = groups.get(matched) ?? []
    groups.set(matched, group)
    const head = group[0]?.id
    const named = thesaurus.concept(id)
    addConcept(group, { id, label, matched, weight: 1, labels: named ? labelsOf(named) : NO_LABELS, widens: head })
    for (const { concept, weight, relation } of listWider(id, thesaurus)) {
      addConcept(group, {
        id: concept.id,
        label: `${labelOf(concept)} (${relation} ${label})`,
        matched,
        weight,
        // Words of a broader concept in a text would mark what was not asked for.
        labels: weight > BROADER_WEIGHT ? labelsOf(concept) : NO_LABELS,
        widens: head ?? id,
      })
    }
  }
  return [...groups.values()].flat()
}

interface Wider {
  concept: Concept
  weight: number
  relation: string
}

function listWider(id: string, thesaurus: Thesaurus): Wider[] {
  const find = (other: string) => thesaurus.concept(other) ?? []
  const steps = (list: readonly { id: string; distance: number }[], weight: number, relation: string): Wider[] =>
    list
      .filter(({ distance }) => distance <= MOST_STEPS)
      .flatMap(({ id: other, distance }) =>
        [find(other)].flat().map((concept) => ({ concept, weight: weight ** distance, relation })),
      )
  const narrower = steps(thesaurus.narrower(id).slice(0, MOST_NARROWER), NARROWER_WEIGHT, 'narrower than')
  const own = [find(id)].flat().map((concept) => ({ concept, weight: 1 }))
  const related = [...own, ...narrower].flatMap(({ concept, weight }) =>
    relatedTo(concept, thesaurus).map((other) => ({
      concept: other,
      weight: weight * RELATED_WEIGHT,
      relation: 'related to',
    })),
  )
  return [
    ...own.flatMap(({ concept }) => [...wastesOf(concept, thesaurus), ...listObjects(concept, thesaurus)]),
    ...narrower,
    ...steps(thesaurus.broader(id), BROADER_WEIGHT, 'broader than'),
    ...related,
  ]
}

/** Products are in the thesaurus for what becomes of them: who asks for "car battery" means the waste. */
function wastesOf(concept: Concept, thesaurus: Thesaurus): Wider[] {
  if (concept.type !== 'Product') return []
  return relatedTo(concept, thesaurus)
    .filter(({ type }) => type === 'WasteStream')
    .map((waste) => ({ concept: waste, weight: WASTE_WEIGHT, relation: 'waste tied to' }))
}

/**
 * Where a technology is named for nothing but what it is done to, that with all it widens to: "lead battery recycling", and not
 * incineration. Read from its English label, whichever language asks.
 */
function listObjects(concept: Concept, thesaurus: Thesaurus): Wider[] {
  if (concept.type !== 'Technology') return []
  const object = labelOf(concept).split(' ').slice(0, -1).join(' ')
  return thesaurus
    .byLabel(object)
    .filter(({ type }) => type !== 'Technology')
    .flatMap((named) => [{ concept: named, weight: 1 }, ...listWider(named.id, thesaurus)])
    .map(({ concept: treated, weight }) => ({
      concept: treated,
      weight: weight * WITHIN_WEIGHT,
      relation: 'treated by',
    }))
}

const relations = new WeakMap<Thesaurus, Map<string, Set<Concept>>>()

/** Related concepts, whichever of the two the thesaurus says it of. */
function relatedTo({ id }: Concept, thesaurus: Thesaurus): Concept[] {
  let related = relations.get(thesaurus)
  if (!related) {
    related = new Map()
    for (const concept of thesaurus.concepts()) {
      for (const other of concept.related.flatMap((one) => thesaurus.concept(one) ?? [])) {
        related.set(concept.id, (related.get(concept.id) ?? new Set()).add(other))
        related.set(other.id, (related.get(other.id) ?? new Set()).add(concept))
      }
    }
    relations.set(thesaurus, related)
  }
  return [...(related.get(id) ?? [])]
}

const labelLists = new WeakMap<Concept, string[]>()

function labelsOf(concept: Concept): string[] {
  const labels = labelLists.get(concept) ?? [...new Set([...listLabels(concept)].map(({ label }) => label))]
  labelLists.set(concept, labels)
  return labels
}

/** A concept reached in two ways keeps the better one. */
function addConcept(group: RequestedConcept[], concept: RequestedConcept): void {
  const known = group.find(({ id }) => id === concept.id)
  if (!known) group.push(concept)
  else if (known.weight < concept.weight) Object.assign(known, concept)
}
