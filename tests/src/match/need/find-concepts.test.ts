import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../../graph/thesaurus/load-thesaurus.ts'
import { findConcepts } from '../../../../src/match/need/find-concepts.ts'

const thesaurus = loadThesaurus()
const find = (text: string) =>
  findConcepts(text, thesaurus).map(({ start, end, concepts }) => [
    text.slice(start, end),
    concepts.map(({ id }) => id.replace(/^[^/]+\//, '')).join(' '),
  ])

describe('findConcepts', () => {
  it('takes the longest label where several overlap', () => {
    expect(find('our stainless steel dust heap')).toEqual([['stainless steel dust', 'stainless-steel-dust']])
  })

  it('reads labels written without spaces between words', () => {
    expect(find('我们有钢铁粉尘和铝灰')).toContainEqual(['钢铁粉尘', 'steel-dust'])
  })

  it('reads labels of other languages than English', () => {
    expect(find('escoria y polvo de acería')).toContainEqual(['polvo de acería', 'steel-dust'])
    expect(find('处理废铅酸蓄电池')).toContainEqual(['废铅酸蓄电池', 'lead-acid-batteries'])
  })

  it('reads codes of several schemes', () => {
    expect(find('dispose of K061, also EWC 10 03 08*')).toEqual([
      ['K061', 'eaf-dust'],
      ['10 03 08*', 'salt-slag'],
    ])
  })

  it('lets an abbreviation in brackets interrupt a label', () => {
    expect(find('electric arc furnace (EAF) dust')).toEqual([['electric arc furnace (EAF) dust', 'eaf-dust']])
  })

  it('does not join words across a full stop or comma', () => {
    expect(find('we make steel. Dust is a nuisance').map(([words]) => words)).not.toContain('steel. Dust')
  })

  it('does not take a figure for a code', () => {
    expect(find('20 000 t and 100 207 t, 2620 people')).toEqual([])
  })
})
