import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor, type Position } from '../../../../src/api/paging/cursor.ts'

const position = fc.oneof(
  fc.record({
    kind: fc.constant('store' as const),
    cursor: fc.option(fc.string(), { nil: undefined }),
    skip: fc.nat(100),
  }),
  fc.record({ kind: fc.constant('offset' as const), offset: fc.nat() }),
)

describe('a cursor', () => {
  it('reads back as the position it was made of', () => {
    fc.assert(
      fc.property(position, (given: Position) => {
        expect(decodeCursor(given.kind, encodeCursor(given))).toEqual(given)
      }),
    )
  })

  it('is refused where it belongs to another kind of list', () => {
    expect(() => decodeCursor('store', encodeCursor({ kind: 'offset', offset: 3 }))).toThrow('cursor of an edge')
    expect(() => decodeCursor('offset', encodeCursor({ kind: 'store', skip: 0 }))).toThrow('cursor of an edge')
  })

  it.each([
    '',
    'x',
    '%%%',
    '💥',
    ...[
      'null',
      '{}',
      '["s"]',
      '["s",1,0]',
      '["s",null,-1]',
      '["s",null,101]',
      '["o",1.5]',
      '["o",-1]',
      '["o",1e300]',
    ].map((text) => Buffer.from(text).toString('base64url')),
  ])('is refused where it was never given out: %s', (text) => {
    for (const kind of ['store', 'offset'] as const) {
      expect(() => decodeCursor(kind, text)).toThrow(
        expect.objectContaining({ extensions: { code: 'invalid-cursor' } }),
      )
    }
  })
})
