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

type Index = Map<string, StatementView[]>

function file(index: Index, id: string | undefined, statement: StatementView): void {
  if (id === undefined) return
  const key = `${id}\u0000${statement.predicate}`
  const filed = index.get(key)
  if (filed) filed.push(statement)
  else index.set(key, [statement])
}

function pick(index: Index, id: string | undefined, predicates: readonly Predicate[]): StatementView[] {
  const [first, ...others] = predicates.flatMap((predicate) => {
    const filed = index.get(`${id}\u0000${predicate}`)
    return filed ? [filed] : []
  })
  if (!first) return []
  return (others.length === 0 ? first : [first, ...others].flat()).sort(compareStrength)
}

export function createFacts(): FactCollector {
  const entities = new Map<string, EntityView>()
  const seen = new Set<string>()
  const outgoing: Index = new Map()
  const incoming: Index = new Map()

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
