import { expect, it } from 'vitest'
import { countThings } from '../../src/count-things.ts'

it('counts one, several and none as a person would', () => {
  expect([0, 1, 2, 1200].map((count) => countThings(count, 'document'))).toEqual([
    '0 documents',
    '1 document',
    '2 documents',
    '1,200 documents',
  ])
  expect(countThings(2, 'entity', 'entities')).toBe('2 entities')
  expect(countThings(1, 'entity', 'entities')).toBe('1 entity')
})
