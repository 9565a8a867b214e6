import { describe, expect, it } from 'vitest'
import { readRequest } from '../../../src/search/read-request.ts'
import type { SearchRequest } from '../../../src/search/search-index.ts'

const read = (query: string) => readRequest({ query, limit: 10 })
const termsOf = (query: string, more: Partial<SearchRequest> = {}) =>
  readRequest({ query, limit: 10, ...more }).words.map(({ term }) => term)

describe('readRequest', () => {
  it('leaves out small words, unless there is nothing else', () => {
    expect(termsOf('the recycling of zinc in Asia')).toEqual(['recycling', 'zinc', 'asia'])
    expect(termsOf('to be or not to be')).toContain('not')
    expect(termsOf('the of')).toEqual(['the', 'of'])
  })

  it('looks for pairs of a Chinese run, and for one character alone', () => {
    expect(termsOf('钢铁粉尘')).toEqual(['钢铁', '铁粉', '粉尘'])
    expect(termsOf('尘')).toEqual(['尘'])
  })

  it('reads what stands in quotes as phrases, in straight and curly ones', () => {
    expect(read('"lead acid" battery “salt slag”').phrases).toEqual([
      ['lead', 'acid'],
      ['salt', 'slag'],
    ])
    expect(read('an 8" pipe').phrases).toEqual([])
  })

  it('weighs a whole name by the share of the query it makes up', () => {
    const { names } = read('Befesa plants')
    expect(names.get('befesa plants')).toBe(1)
    expect(names.get('befesa')).toBeCloseTo(6 / 13)
  })

  it('takes words of the request in place of those of the query', () => {
    expect(termsOf('bụi thép', { words: 'steel dust' })).toEqual(['steel', 'dust'])
  })

  it('counts words that name a concept for most, numbers and words understood otherwise for least', () => {
    const { words } = readRequest({
      query: 'dross plants above 100 in Asia',
      words: 'dross 100 asia',
      lightWords: 'plants',
      limit: 1,
      concepts: [{ id: 'c', weight: 1, label: 'dross', matched: 'dross' }],
    })
    const inOrder = [...words].sort((a, b) => b.count - a.count).map(({ term }) => term)
    expect(inOrder).toEqual(['dross', 'asia', 'plants', '100'])
  })

  it('keeps a concept and those it was widened to together, the nearest first, with the words that named it', () => {
    const { concepts } = readRequest({
      query: 'steel dust',
      limit: 1,
      concepts: [
        { id: 'wide', weight: 0.4, label: 'dust', matched: 'steel dust', widens: 'own' },
        { id: 'own', weight: 1, label: 'steel dust', matched: 'steel dust' },
        { id: 'other', weight: 1, label: 'zinc' },
      ],
    })
    expect(concepts.map(({ members }) => members.map(({ id }) => id))).toEqual([['own', 'wide'], ['other']])
    expect([...(concepts[0]?.words ?? [])]).toEqual(['steel', 'dust'])
  })

  it('reads any number of words as at most a few dozen', () => {
    const query = Array.from({ length: 300 }, (_, n) => `w${n}`)
      .join(' ')
      .slice(0, 1_900)
    expect(read(query).words.length).toBeLessThanOrEqual(32)
    expect(read(query).names.size).toBeLessThan(400)
  })
})
