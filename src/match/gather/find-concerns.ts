import type { EntityView } from '../../../graph/entity.ts'
import type { StatementView } from '../../../graph/statement.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { listNamedWastes } from '../judge/list-named-wastes.ts'
import { findConcepts } from '../need/find-concepts.ts'
import type { NeedScope, Scope } from '../need/scope-need.ts'
import type { CanonicalScope } from './canonical-scope.ts'
import type { ChainPart, Concern } from './chain.ts'
import type { Facts } from './facts.ts'

/** Which statements may count: the asserted ones for matches, also the planned and hedged ones for near misses. */
export type Counts = (statement: StatementView) => boolean

export const countsAsFact: Counts = ({ modality }) => modality === 'asserted'
export const countsAsHint: Counts = ({ modality }) => modality !== 'negated'

/** Which part of a chain an entity can be. */
export function partOf(entity: EntityView | undefined): ChainPart | null {
  switch (entity?.type) {
    case 'Technology':
      return 'technology'
    case 'Facility':
    case 'Project':
      return 'project'
    case 'Enterprise':
    case 'Organization':
      return 'enterprise'
    default:
      return null
  }
}

/** The roots of the thesaurus name no process: that a waste is treated by "treatment" tells nobody anything. */
const EMPTY_TECHNOLOGIES = new Set(['technology/treatment', 'technology/recycling', 'technology/metal-recycling'])

export function isEmptyTechnology({ id, concept }: EntityView): boolean {
  return EMPTY_TECHNOLOGIES.has(concept ?? id)
}

interface ConcernSources {
  facts: Facts
  scope: NeedScope
  /** `scope` by canonical ids. */
  concepts: CanonicalScope
  thesaurus: Thesaurus
  counts: Counts
}

/** What ties each candidate to the need's first question, by candidate. */
export function findConcerns({
  facts,
  scope,
  concepts: canonical,
  thesaurus,
  counts,
}: ConcernSources): ReadonlyMap<string, Concern[]> {
  const concerns = new Map<string, Concern[]>()
  const concepts = canonical[scope.anchor]
  for (const entity of facts.entities()) {
    const by = partOf(entity)
    if (!by || isEmptyTechnology(entity)) continue
    const stated =
      scope.anchor === 'technology'
        ? findTechnologyConcerns(entity, by, facts, concepts, counts)
        : findStatedConcerns(entity, by, facts, concepts, counts).filter(
            (concern) => !isOfOtherKind(concern, entity, scope.waste, thesaurus),
          )
    const found =
      stated.length > 0 || entity.type !== 'Facility' ? stated : nameConcerns(entity, facts, scope, thesaurus, counts)
    if (found.length > 0) concerns.set(entity.id, found)
  }
  return concerns
}

type Concepts = CanonicalScope[NeedScope['anchor']]

function findStatedConcerns(
  entity: EntityView,
  by: ChainPart,
  facts: Facts,
  concepts: Concepts,
  counts: Counts,
): Concern[] {
  return facts.from(entity.id, 'TREATS', 'RECOVERS').flatMap((statement) => {
    const concept = concepts.get(statement.objectEntity ?? '')
    return concept && counts(statement) ? [{ statement, concept, by, directness: 'stated' as const }] : []
  })
}

/** "Waste batteries" say nothing of lead ones where the words, or the name of who treats them, speak of lithium-ion alone. */
function isOfOtherKind(
  { statement, concept }: Concern,
  { name }: EntityView,
  scope: Scope,
  thesaurus: Thesaurus,
): boolean {
  if (concept.relation !== 'broader') return false
  const kinds = new Set(thesaurus.narrower(concept.id).map(({ id }) => id))
  const inName = findConcepts(name, thesaurus).flatMap(({ concepts }) => concepts.map(({ id }) => id))
  const named = [...listNamedWastes(statement, thesaurus), ...inName].filter((id) => kinds.has(id))
  const isNear = (id: string) => !['sibling', undefined].includes(scope.get(id)?.relation)
  return named.length > 0 && !named.some(isNear)
}

/** Where the need names a technology and no waste: the technology itself, by whatever is said of it. */
function findTechnologyConcerns(
  entity: EntityView,
  by: ChainPart,
  facts: Facts,
  concepts: Concepts,
  counts: Counts,
): Concern[] {
  const concept = concepts.get(entity.id)
  if (by !== 'technology' || !concept) return []
  const said = [...facts.to(entity.id, 'OFFERS', 'DEMONSTRATES'), ...facts.from(entity.id, 'TREATS', 'RECOVERS')]
  return said.filter(counts).map((statement) => ({ statement, concept, by, directness: 'stated' as const }))
}

/** A plant named for the waste treats it: "the EAF dust plant in Changzhou". The words are those that say who runs it. */
function nameConcerns(
  entity: EntityView,
  facts: Facts,
  scope: NeedScope,
  thesaurus: Thesaurus,
  counts: Counts,
): Concern[] {
  if (scope.anchor !== 'waste') return []
  const operated = facts.to(entity.id, 'OPERATES').filter(counts)
  if (operated.length === 0) return []
  const named = [entity.name, ...entity.aliases].flatMap((name) => findConcepts(name, thesaurus))
  const concept = named
    .flatMap(({ concepts }) => concepts.flatMap(({ id }) => scope.waste.get(id) ?? []))
    .sort((a, b) => b.weight - a.weight)[0]
  if (!concept) return []
  return operated.map((statement) => ({ statement, concept, by: 'project' as const, directness: 'named' as const }))
}
