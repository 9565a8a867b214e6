import { describe, expect, it } from 'vitest'
import { mendQuery, noteUnmet } from '../../../src/search/explain-answer.ts'
import type { SearchAnswer } from '../../../src/search/search-index.ts'
import type { QueryAnalysis } from '../../../src/search/search-query.ts'

const analysis = (given: Partial<QueryAnalysis> = {}): QueryAnalysis => ({
  concepts: [],
  countries: [],
  types: [],
  words: '',
  corrections: [],
  ...given,
})
const answer = (given: Partial<SearchAnswer> = {}): SearchAnswer => ({ hits: [], facets: {}, total: 1, ...given })

describe('mendQuery', () => {
  it('puts in what slips were read as, and leaves the rest as typed', () => {
    const read = analysis({ corrections: [{ typed: 'Tailand', read: 'thailand' }] })
    const hits: SearchAnswer['hits'] = [
      {
        id: 'a',
        type: 'Enterprise',
        name: 'Umicore',
        score: 1,
        why: [{ kind: 'typo', query: 'umicroe', matched: 'umicore' }],
        highlights: [],
        documents: [],
      },
    ]
    expect(mendQuery('Who is Umicroe in Tailand?', read, answer({ hits }))).toBe('Who is umicore in thailand?')
  })

  it('suggests nothing where nothing was amiss', () => {
    expect(mendQuery('steel dust', analysis(), answer())).toBeUndefined()
  })
})

describe('noteUnmet', () => {
  const thailand = analysis({ countries: [{ code: 'TH', label: 'Thailand', matched: 'Thailand', start: 0, end: 8 }] })

  it('says that nothing found is in the country asked for', () => {
    expect(noteUnmet(thailand, answer({ facets: { country: { VN: 2 } } }))).toEqual([
      'Nothing found is in Thailand; what comes nearest is from elsewhere.',
    ])
    expect(noteUnmet(thailand, answer({ facets: { country: { TH: 1 } } }))).toEqual([])
  })

  it('says that nothing found is of the type asked for', () => {
    const experts = analysis({ types: [{ type: 'Person', matched: 'experts', start: 0, end: 7 }] })
    expect(noteUnmet(experts, answer({ facets: { type: { Enterprise: 3 } } })).join()).toContain('is a person')
  })
})
