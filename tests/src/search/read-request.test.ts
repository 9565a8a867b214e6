import { describe, expect, it } from 'vitest'
import { readRequest } from '../../../src/search/read-request.ts'

const read = (query: string) => readRequest({ query, limit: 10 })

describe('readRequest', () => {
  it('leaves out small words, unless there is nothing else', () => {
    expect(read('the recycling of zinc in Asia').words).toEqual(['recycling', 'zinc', 'asia'])
    expect(read('to be or not to be').words).toContain('not')
    expect(read('the of').words).toEqual(['the', 'of'])
  })

  it('looks for pairs of a Chinese run, and for one character alone', () => {
    expect(read('钢铁粉尘').words).toEqual(['钢铁', '铁粉', '粉尘'])
    expect(read('尘').words).toEqual(['尘'])
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
    expect(readRequest({ query: 'bụi thép', words: 'steel dust', limit: 1 }).words).toEqual(['steel', 'dust'])
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
