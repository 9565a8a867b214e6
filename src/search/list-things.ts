import type { GraphStore, OutboxEntry, Page, PageRequest } from '../../graph/store/graph-store.ts'

const PAGE = 200

export type Thing = Pick<OutboxEntry, 'kind' | 'id'>

/** Everything the graph has that search may show, a page at a time: entities, then documents. */
export async function* listThings(store: GraphStore): AsyncIterable<Thing[]> {
  yield* listKind('entity', (page) => store.listEntities({}, page))
  yield* listKind('document', (page) => store.listDocuments(page))
}

async function* listKind(
  kind: Thing['kind'],
  read: (page: PageRequest) => Promise<Page<{ id: string }>>,
): AsyncIterable<Thing[]> {
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await read({ limit: PAGE, cursor })
    yield page.items.map(({ id }) => ({ kind, id }))
    cursor = page.cursor
    more = cursor !== undefined
  }
}
