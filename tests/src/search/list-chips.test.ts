import { describe, expect, it } from 'vitest'
import { analyseQuery } from '../../../src/search/analyse-query.ts'
import { listChips } from '../../../src/search/list-chips.ts'
import { buildConcept, buildThesaurus } from '../../support/build-thesaurus.ts'

const chipsOf = (query: string) => listChips(query, analyseQuery(query, buildThesaurus()))

describe('listChips', () => {
  it('gives what was understood in the order of its words, each with the query without it', () => {
    expect(chipsOf('plants for steel dust in Viet Nam')).toEqual([
      {
        kind: 'type',
        values: ['Facility'],
        label: 'Facility',
        matched: 'plants',
        without: 'for steel dust in Viet Nam',
      },
      {
        kind: 'concept',
        values: ['waste-stream/steel-dust'],
        label: 'steel dust',
        matched: 'steel dust',
        without: 'plants for in Viet Nam',
      },
      { kind: 'place', values: ['VN'], label: 'Viet Nam', matched: 'Viet Nam', without: 'plants for steel dust in' },
    ])
  })

  it('takes out words where they stand by themselves, not inside another', () => {
    const metals = ['platinum', 'tin'].map((name) =>
      buildConcept({ id: `metal/${name}`, type: 'Metal', prefLabel: { en: name } }),
    )
    const query = 'platinum and tin'
    expect(listChips(query, analyseQuery(query, buildThesaurus(metals)))).toMatchObject([
      { matched: 'platinum', without: 'and tin' },
      { matched: 'tin', without: 'platinum and' },
    ])
  })

  it('tells a role from a type, and puts what one word may mean on one chip', () => {
    expect(chipsOf('minister for dross')[0]).toMatchObject({ kind: 'role', label: 'minister', values: ['Person'] })
    expect(chipsOf('quién recicla Zn')[0]).toMatchObject({ kind: 'type', values: ['Enterprise', 'Person'] })
  })

  it('gives none where nothing was understood', () => {
    expect(chipsOf('xyzzy')).toEqual([])
    expect(chipsOf('')).toEqual([])
  })
})
