import type { PredicateName, PropertyName } from '../../../graph/ontology/ontology.ts'
import type { EntityContext } from './gather-entities.ts'

/** Relations that tie a subject to what it is about, those that say most first. */
const ABOUT: readonly (PredicateName | PropertyName)[] = [
  'TREATS',
  'EXPERT_IN',
  'RECOVERS',
  'REGULATES',
  'OFFERS',
  'DEMONSTRATES',
  'CONTAINS',
]

/** Concepts of the thesaurus an entity is tied to: its own, then what it treats, recovers or offers, then what it runs does. */
export function listEntityConcepts({ view, statements, lent, related }: EntityContext): string[] {
  const conceptOf = (id: string | undefined) => (id === undefined ? undefined : related.get(id)?.concept)
  const direct = ABOUT.flatMap((predicate) =>
    statements
      .filter((statement) => statement.predicate === predicate && statement.subjectEntity === view.id)
      .map(({ objectEntity }) => conceptOf(objectEntity)),
  )
  // What a person's employer does is not the person's own doing; it is left to the words.
  const through = lent
    .filter((one) => one.through !== 'AFFILIATED_WITH')
    .map(({ statement }) => conceptOf(statement.objectEntity))
  // A technology is found by the waste that a plant treats with it as much as the plant is.
  const shown = statements
    .filter(
      ({ predicate, objectEntity }) =>
        (predicate === 'DEMONSTRATES' || predicate === 'OFFERS') && objectEntity === view.id,
    )
    .map(({ subjectEntity }) => conceptOf(subjectEntity))
  const concepts = [view.concept, ...direct, ...through, ...shown].filter((concept) => concept !== undefined)
  return [...new Set(concepts)]
}

/** Concepts that what an entity belongs to is tied to: a firm's for the people who work there. */
export function listBorrowedConcepts({ lent, related }: EntityContext): string[] {
  const concepts = lent
    .filter((one) => one.through === 'AFFILIATED_WITH')
    .flatMap(({ statement }) => related.get(statement.objectEntity ?? '')?.concept ?? [])
  return [...new Set(concepts)]
}
