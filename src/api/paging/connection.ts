import type { Page, PageRequest } from '../../../graph/store/graph-store.ts'
import { MAX_PAGE } from '../api-limits.ts'
import { checkRange } from '../request-error.ts'
import { decodeCursor, encodeCursor, type Position } from './cursor.ts'

export interface ForwardArguments {
  first: number
  after?: string | null
}

export interface Edge<T> {
  cursor: string
  node: T
}

/** A Relay connection. `countAll` is asked only when the client asks for `totalCount`. */
export interface Connection<T> {
  edges: Edge<T>[]
  nodes: T[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
  countAll?: () => Promise<number> | number
}

function connect<T>(edges: Edge<T>[], hasNextPage: boolean, after: unknown): Connection<T> {
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/** A page of a list that the store reads page by page. */
export async function connectStorePage<T>(
  { first, after }: ForwardArguments,
  fetch: (page: PageRequest) => Promise<Page<T>>,
): Promise<Connection<T>> {
  checkRange('first', first, 0, MAX_PAGE)
  let cursor: string | undefined
  if (after != null) {
    const position = decodeCursor('store', after)
    cursor = position.cursor
    if (position.skip > 0) {
      const skipped = await fetch({ limit: position.skip, cursor })
      if (!skipped.cursor) return connect<T>([], false, after)
      cursor = skipped.cursor
    }
  }
  // A page of none still says whether there is more.
  const page = await fetch({ limit: Math.max(1, first), cursor })
  if (first === 0) return connect<T>([], page.items.length > 0, after)
  const edges = page.items.map((node, index) => {
    const last = index === page.items.length - 1 && page.cursor !== undefined
    const behind: Position = last
      ? { kind: 'store', cursor: page.cursor, skip: 0 }
      : { kind: 'store', cursor, skip: index + 1 }
    return { cursor: encodeCursor(behind), node }
  })
  return connect(edges, page.cursor !== undefined, after)
}

/** Where a page of a ranked list begins. */
export function readOffset({ first, after }: ForwardArguments): number {
  checkRange('first', first, 0, MAX_PAGE)
  return after == null ? 0 : decodeCursor('offset', after).offset
}

/** A page of a ranked list: `items` are those from `offset` on, `total` counts the whole list. */
export function connectRanked<T>(items: T[], offset: number, total: number, after: unknown): Connection<T> {
  const edges = items.map((node, index) => ({
    cursor: encodeCursor({ kind: 'offset', offset: offset + index + 1 }),
    node,
  }))
  return { ...connect(edges, offset + items.length < total, after), countAll: () => total }
}
