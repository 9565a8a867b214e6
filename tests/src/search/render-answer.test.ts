import { describe, expect, it } from 'vitest'
import { renderAnswer } from '../../../src/search/render-answer.ts'
import type { AnalysedSearchAnswer } from '../../../src/search/search-query.ts'
import { buildThesaurus } from '../../support/build-thesaurus.ts'

const answer: AnalysedSearchAnswer = {
  total: 2,
  hits: [
    {
      id: 'a',
      type: 'Enterprise',
      name: 'Kiln Partners',
      score: 0.9,
      why: [
        { kind: 'concept', query: 'steel dust', matched: 'steel dust' },
        { kind: 'words', query: 'steel', matched: 'steel' },
        { kind: 'words', query: 'dust', matched: 'dust' },
      ],
      highlights: ['takes ‹steel› ‹dust›'],
      documents: ['a.txt', 'b.txt', 'c.txt', 'd.txt'],
    },
  ],
  facets: {
    type: { Facility: 5, Enterprise: 2 },
    wasteStream: { 'waste-stream/steel-dust': 2 },
    country: { TH: 1, VN: 1 },
  },
  analysis: {
    concepts: [
      { id: 'waste-stream/steel-dust', label: 'steel dust', matched: 'steel dsut', start: 0, end: 10, via: 'label' },
    ],
    countries: [],
    types: [],
    words: '',
    corrections: [{ typed: 'dsut', read: 'dust' }],
  },
  didYouMean: 'steel dust',
  hints: [],
  nearest: [],
}

describe('renderAnswer', () => {
  it('says which hits these are and how to see the next', () => {
    const show = (total: number, offset: number, hits = answer.hits) =>
      renderAnswer({ ...answer, hits, total }, { query: 'steel dsut', limit: 1, offset }, buildThesaurus())
    expect(show(3, 1)).toContain('Hits 2 to 2; --page 3 shows the next')
    expect(show(3, 2)).toContain('Hits 3 to 3\n')
    expect(show(1, 0)).not.toContain('Hits')
    expect(show(3, 9, [])).toContain('The last page is --page 3.')
  })

  const text = renderAnswer(answer, { query: 'steel dsut', type: 'Enterprise' }, buildThesaurus())

  it('names facet values as people do, not by their ids', () => {
    expect(text).toContain('waste stream: steel dust 2\n')
    expect(text).toContain('country: Thailand 1, Viet Nam 1\n')
    expect(text).not.toContain('waste-stream/')
  })

  it('sets the value chosen apart from what another choice would give', () => {
    expect(text).toContain('type: Enterprise 2 (chosen; instead: Facility 5)\n')
  })

  it('says what was understood, what may have been meant and why each was found', () => {
    expect(text).toContain('2 found, understood as steel dust\nDid you mean: steel dust\n')
    expect(text).toContain('0.90  Kiln Partners (Enterprise)  concept: steel dust; words: steel, dust\n')
    expect(text).toContain('in a.txt, b.txt, c.txt and 1 more\n')
  })

  it('shows the nearest thing with its hint where nothing was found', () => {
    const none = { ...answer, total: 0, hits: [], facets: {}, hints: ['Nothing fits.'], nearest: answer.hits }
    const shown = renderAnswer(none, { query: 'x', filters: { country: ['ZW'] } }, buildThesaurus())
    expect(shown).toMatch(/^0 found.*\nDid you mean.*\nNothing fits\.\n {3}– {2}Kiln Partners/)
    expect(shown).toContain('country: Zimbabwe 0 (chosen)\n')
  })
})
