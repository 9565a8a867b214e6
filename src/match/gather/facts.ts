import type { EntityView } from '../../../graph/entity.ts'
import type { PredicateName, PropertyName } from '../../../graph/ontology/ontology.ts'
import type { StatementView } from '../../../graph/statement.ts'

type Predicate = PredicateName | PropertyName

/** What was read from the graph for one need, by canonical entity id. Nothing here reaches the store again. */
export interface Facts {
  entity(id: string | undefined): EntityView | undefined
  /** Statements with this subject, strongest first. */
  from(subject: string | undefined, ...predicates: Predicate[]): readonly StatementView[]
  /** Statements with this object, strongest first. */
  to(object: string | undefined, ...predicates: Predicate[]): readonly StatementView[]
  entities(): Iterable<EntityView>
}

export interface FactCollector extends Facts {
  addEntities(views: readonly (EntityView | null)[]): void
  addStatements(statements: readonly StatementView[]): void
}

/** Strongest first, and the same order whatever order they were read in. */
export function compareStrength(left: StatementView, right: StatementView): number {
  return right.corroboration - left.corroboration || right.confidence - left.confidence || (left.id < right.id ? -1 : 1)
}

export function createFacts(): FactCollector {
  const entities = new Map<string, EntityView>()
  const seen = new Set<string>()
  const outgoing = new Map<string, StatementView[]>()
  const incoming = new Map<string, StatementView[]>()

  const file = (index: Map<string, StatementView[]>, id: string | undefined, statement: StatementView) => {
    if (id === undefined) return
    const filed = index.get(id)
    if (filed) filed.push(statement)
    else index.set(id, [statement])
  }
  const pick = (index: Map<string, StatementView[]>, id: string | undefined, predicates: readonly Predicate[]) =>
    (index.get(id ?? '') ?? []).filter(({ predicate }) => predicates.includes(predicate)).sort(compareStrength)

  return {
    entity: (id) => entities.get(id ?? ''),
    from: (subject, ...predicates) => pick(outgoing, subject, predicates),
    to: (object, ...predicates) => pick(incoming, object, predicates),
    entities: () => new Set(entities.values()),
    addEntities(views) {
      for (const view of views) {
        if (!view) continue
        for (const id of [view.id, ...view.members]) entities.set(id, view)
      }
    },
    addStatements(statements) {
      for (const statement of statements) {
        if (seen.has(statement.id)) continue
        seen.add(statement.id)
        file(outgoing, statement.subjectEntity, statement)
        file(incoming, statement.objectEntity, statement)
      }
    },
  }
}
