import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Page, PageRequest } from '../../../../graph/store/graph-store.ts'
import { type Connection, connectRanked, connectStorePage, readOffset } from '../../../../src/api/paging/connection.ts'

/** A list of the numbers up to `length`, read page by page as a store does. */
function readNumbers(length: number) {
  return async ({ limit, cursor }: PageRequest): Promise<Page<number>> => {
    const from = Number(cursor ?? 0)
    const items = Array.from({ length: Math.min(limit, length - from) }, (_, index) => from + index)
    const end = from + items.length
    return { items, ...(end < length ? { cursor: String(end) } : {}) }
  }
}

describe('a page of the store', () => {
  it('goes on behind any edge, wherever in a page it stands', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(30),
        fc.array(fc.record({ first: fc.integer({ min: 1, max: 12 }), at: fc.nat(11) }), { maxLength: 8 }),
        async (length, steps) => {
          let [after, next]: [string | undefined, number] = [undefined, 0]
          for (const { first, at } of steps) {
            const page: Connection<number> = await connectStorePage({ first, after }, readNumbers(length))
            const expected = Array.from({ length: Math.min(first, length - next) }, (_, index) => next + index)
            expect(page.nodes).toEqual(expected)
            expect(page.pageInfo.hasNextPage).toBe(next + expected.length < length)
            expect(page.pageInfo.hasPreviousPage).toBe(after !== undefined)
            const edge = page.edges[Math.min(at, page.edges.length - 1)]
            if (!edge) return
            after = edge.cursor
            next = edge.node + 1
          }
        },
      ),
    )
  })

  it('says of a page of none whether there is more', async () => {
    expect(await connectStorePage({ first: 0 }, readNumbers(1))).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: true },
    })
    expect(await connectStorePage({ first: 0 }, readNumbers(0))).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: false },
    })
  })

  it.each([-1, 101, 1_000_000])('is refused with a size of %i', async (first) => {
    await expect(connectStorePage({ first }, readNumbers(5))).rejects.toMatchObject({
      extensions: { code: 'out-of-range' },
    })
  })
})

describe('a page of a ranked list', () => {
  const ranked = ['a', 'b', 'c', 'd', 'e']
  const connect = (first: number, after?: string) => {
    const offset = readOffset({ first, after })
    return connectRanked(ranked.slice(offset, offset + first), offset, ranked.length, after)
  }

  it('goes on behind any edge', () => {
    const page = connect(3)
    expect(page.nodes).toEqual(['a', 'b', 'c'])
    expect(connect(2, page.edges[1]?.cursor).nodes).toEqual(['c', 'd'])
    expect(connect(9, page.pageInfo.endCursor ?? '')).toMatchObject({
      nodes: ['d', 'e'],
      pageInfo: { hasNextPage: false },
    })
  })

  it('counts the whole list', () => {
    expect(connect(1).countAll?.()).toBe(5)
  })
})
