import type { EntityView } from '../../../graph/entity.ts'
import type { PredicateName } from '../../../graph/ontology/ontology.ts'
import type { StatementView } from '../../../graph/statement.ts'
import type { GraphStore, StatementFilter } from '../../../graph/store/graph-store.ts'

/** Statements read of one entity, strongest first: a country has thousands, and its record is no better for them. */
const MOST_STATEMENTS = 200
/** Things run, offered or shown by one entity that are followed to what they treat and where they are. */
const MOST_FOLLOWED = 50

/** An entity speaks through what it runs, offers or shows, and a person through where they work. */
const FOLLOWED: readonly PredicateName[] = ['OPERATES', 'OFFERS', 'DEMONSTRATES', 'AFFILIATED_WITH']
/** What the followed ones lend: what they treat, recover, show, and where they are. */
const LENT: readonly PredicateName[] = ['TREATS', 'RECOVERS', 'OFFERS', 'DEMONSTRATES', 'LOCATED_IN']

/** What the store knows that bears on the record of one entity. */
export interface EntityContext {
  view: EntityView
  /** Living, asserted statements it is subject or object of, strongest first. */
  statements: StatementView[]
  /** Statements of what it runs, offers, shows or belongs to, with how it is tied to their subject. Without evidence. */
  lent: { through: PredicateName; statement: StatementView }[]
  /** Every entity these statements name, by canonical id. */
  related: ReadonlyMap<string, EntityView>
}

/** Reads the context of many entities in a fixed number of calls, however many they are. `null` for those that are gone. */
export async function gatherEntities(store: GraphStore, ids: readonly string[]): Promise<(EntityContext | null)[]> {
  const views = await store.entities(ids)
  const known = views.filter((view) => view !== null).map(({ id }) => id)
  const statements = await readStatements(store, known, {})
  const followed = new Map(known.map((id) => [id, listFollowed(id, statements.get(id) ?? [])]))
  const followedIds = [...new Set([...followed.values()].flat().map(({ id }) => id))]
  const lentBy = await readStatements(store, followedIds, { direction: 'out', predicates: LENT, brief: true })
  const related = await readRelated(store, [...statements.values(), ...lentBy.values()].flat())
  return views.map((view) => {
    if (!view) return null
    const lent = (followed.get(view.id) ?? []).flatMap(({ id, through }) =>
      (lentBy.get(id) ?? []).map((statement) => ({ through, statement })),
    )
    return { view, statements: statements.get(view.id) ?? [], lent, related }
  })
}

async function readStatements(
  store: GraphStore,
  ids: readonly string[],
  filter: StatementFilter,
): Promise<Map<string, StatementView[]>> {
  if (ids.length === 0) return new Map()
  const pages = await store.statementsOf(ids, { ...filter, modalities: ['asserted'] }, { limit: MOST_STATEMENTS })
  return new Map(ids.map((id, place) => [id, pages[place]?.items ?? []]))
}

function listFollowed(id: string, statements: readonly StatementView[]): { id: string; through: PredicateName }[] {
  return statements
    .flatMap(({ subjectEntity, predicate, objectEntity }) => {
      const through = FOLLOWED.find((one) => one === predicate)
      return through && subjectEntity === id && objectEntity ? [{ id: objectEntity, through }] : []
    })
    .slice(0, MOST_FOLLOWED)
}

async function readRelated(store: GraphStore, statements: readonly StatementView[]): Promise<Map<string, EntityView>> {
  const ids = [
    ...new Set(
      statements.flatMap(({ subjectEntity, objectEntity }) =>
        objectEntity ? [subjectEntity, objectEntity] : [subjectEntity],
      ),
    ),
  ]
  const related = new Map<string, EntityView>()
  if (ids.length === 0) return related
  for (const [place, view] of (await store.entities(ids)).entries()) if (view) related.set(ids[place] ?? view.id, view)
  return related
}

/** Entities whose records lean on these ones through what they run, offer, show or belong to. */
export async function listDependents(
  store: GraphStore,
  contexts: readonly (EntityContext | null)[],
): Promise<string[]> {
  const known = contexts.filter((context) => context !== null)
  // What was gathered of an entity is all there is, but of a hub.
  const hubs = known.filter(({ statements }) => statements.length >= MOST_STATEMENTS).map(({ view }) => view.id)
  const ofHubs = await readStatements(store, hubs, { direction: 'in', predicates: FOLLOWED, brief: true })
  const towards = known.flatMap(
    ({ view, statements }) =>
      ofHubs.get(view.id) ??
      statements.filter(
        ({ predicate, objectEntity }) => objectEntity === view.id && FOLLOWED.some((one) => one === predicate),
      ),
  )
  return [...new Set(towards.map(({ subjectEntity }) => subjectEntity))]
}
