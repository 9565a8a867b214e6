import type { EntityView } from '../graph/entity.ts'
import type { GraphStore } from '../graph/store/graph-store.ts'
import { foldName } from '../graph/values/fold-name.ts'

/**
 * The thing that goes by an id, else by a name: of several of that name the one named by most documents among those that
 * `suits` lets through. Null where nothing goes by it.
 */
export async function findEntity(
  store: Pick<GraphStore, 'entities' | 'candidates'>,
  asked: string,
  suits: (view: EntityView) => boolean = () => true,
): Promise<EntityView | null> {
  if (asked === '') return null
  const [byId] = await store.entities([asked])
  if (byId) return byId
  const named = await store.candidates([foldName(asked)])
  const views = await store.entities([...new Set(named.map(({ canonical }) => canonical))])
  const found = views.filter((view) => view !== null).filter(suits)
  return found.sort((a, b) => b.documentCount - a.documentCount || (a.id < b.id ? -1 : 1))[0] ?? null
}
