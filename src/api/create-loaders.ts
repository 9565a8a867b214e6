import DataLoader from 'dataloader'
import type { DocumentRecord, DocumentVersion } from '../../graph/document.ts'
import type { EntityView, Judgement } from '../../graph/entity.ts'
import type { StatementView } from '../../graph/statement.ts'
import type { GraphStore, Page, PageRequest, StatementFilter } from '../../graph/store/graph-store.ts'

/** A page of the statements of one entity. */
export interface StatementsKey {
  entity: string
  filter: StatementFilter
  page: PageRequest
}

/** Gathers what the fields of one level ask of the store into one call each. Live as long as a request. */
export interface Loaders {
  entity: DataLoader<string, EntityView | null>
  document: DataLoader<string, DocumentRecord | null>
  statement: DataLoader<string, StatementView | null>
  statementsOf: DataLoader<StatementsKey, Page<StatementView>, string>
  /** Judgements that touch one of these source ids. */
  judgements: DataLoader<readonly string[], Judgement[], string>
  version: DataLoader<{ document: string; hash: string }, DocumentVersion | null, string>
}

const MOST = { maxBatchSize: 1_000 }

export function createLoaders(store: GraphStore): Loaders {
  return {
    entity: new DataLoader((ids) => store.entities(ids), MOST),
    document: new DataLoader((ids) => store.documents(ids), MOST),
    statement: new DataLoader((ids) => store.statements(ids), MOST),
    statementsOf: new DataLoader((keys) => loadStatements(store, keys), { ...MOST, cacheKeyFn: JSON.stringify }),
    judgements: new DataLoader((keys) => loadJudgements(store, keys), { ...MOST, cacheKeyFn: JSON.stringify }),
    version: new DataLoader(
      (keys) => Promise.all(keys.map(({ document, hash }) => store.documentVersion(document, hash))),
      {
        ...MOST,
        cacheKeyFn: ({ document, hash }) => `${document} ${hash}`,
      },
    ),
  }
}

/** One call for all entities that are asked for the same page of the same kind of statements. */
async function loadStatements(store: GraphStore, keys: readonly StatementsKey[]): Promise<Page<StatementView>[]> {
  const groups = new Map<string, StatementsKey[]>()
  for (const key of keys) {
    const ask = JSON.stringify([key.filter, key.page])
    const group = groups.get(ask)
    if (group) group.push(key)
    else groups.set(ask, [key])
  }
  const found = new Map<StatementsKey, Page<StatementView>>()
  for (const group of groups.values()) {
    const { filter, page } = group[0] as StatementsKey
    const entities = group.map((key) => key.entity)
    const pages = await store.statementsOf(entities, filter, page)
    for (const [index, key] of group.entries()) found.set(key, pages[index] ?? { items: [] })
  }
  return keys.map((key) => found.get(key) ?? { items: [] })
}

async function loadJudgements(store: GraphStore, keys: readonly (readonly string[])[]): Promise<Judgement[][]> {
  const touching = new Map<string, Judgement[]>()
  for (const judgement of await store.judgements([...new Set(keys.flat())])) {
    for (const id of [judgement.left, judgement.right]) {
      const list = touching.get(id)
      if (list) list.push(judgement)
      else touching.set(id, [judgement])
    }
  }
  return keys.map((ids) => [...new Set(ids.flatMap((id) => touching.get(id) ?? []))])
}
