import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { searchGraph } from '../../../src/search/search-graph.ts'
import { buildSearchRecord, streamRecords } from '../../support/build-search-record.ts'
import { openTestSearch, type TestSearch } from '../../support/open-search.ts'

describe('an answer of nothing', () => {
  let search: TestSearch

  beforeEach(async () => {
    search = await openTestSearch()
    const place = (country: string, year: string) => ({ country: [country], year: [year] })
    await search.index.rebuild(
      streamRecords([
        buildSearchRecord({ id: 'a', name: 'Zincworks', facets: place('TH', '2020') }),
        buildSearchRecord({ id: 'b', name: 'Zincworks Two', facets: place('TH', '2021') }),
        buildSearchRecord({ id: 'c', name: 'Kilnfield', facets: place('VN', '2022') }),
      ]),
    )
  })
  afterEach(() => search[Symbol.asyncDispose]())

  it('shows what there is without the filter that shuts it out, and names that filter', async () => {
    const { hits, nearest, hints } = await searchGraph(search, { query: 'zincworks', filters: { country: ['VN'] } })
    expect(hits).toEqual([])
    expect(nearest.map(({ name }) => name)).toEqual(['Zincworks', 'Zincworks Two'])
    expect(hints).toEqual(['Nothing fits country Viet Nam; without country Viet Nam there are 2 hits.'])
  })

  it('drops of several filters the one that gives most, and all where none alone helps', async () => {
    const one = await searchGraph(search, { query: 'zincworks', filters: { country: ['TH'], year: ['1999'] } })
    expect(one.hints.join()).toContain('without year 1999 there are 2 hits')
    const all = await searchGraph(search, { query: 'zincworks', filters: { country: ['VN'], year: ['1999'] } })
    expect(all.hints.join()).toContain('without them there are 2 hits')
    expect(all.nearest).toHaveLength(2)
  })

  it('gives names that begin like a word nobody uses', async () => {
    const { nearest, hints } = await searchGraph(search, { query: 'Kilnfieqqqq' })
    expect(nearest).toMatchObject([{ name: 'Kilnfield', why: [{ kind: 'prefix', query: 'kilnfieqqqq' }] }])
    expect(hints.join()).toContain('begin like “kilnfieqqqq”')
  })

  it('says how to ask where nothing is near', async () => {
    const { nearest, hints } = await searchGraph(search, { query: 'qqqqq' })
    expect(nearest).toEqual([])
    expect(hints.join()).toContain('K061')
  })

  it('has nothing nearest and no hint where something was found', async () => {
    expect(await searchGraph(search, { query: 'zincworks' })).toMatchObject({ nearest: [], hints: [] })
  })
})
