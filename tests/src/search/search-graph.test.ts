import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followOutbox } from '../../../src/search/follow-outbox.ts'
import { searchGraph } from '../../../src/search/search-graph.ts'
import { applyClaims } from '../../support/build-claims-plan.ts'
import { openTestSearch, type TestSearch } from '../../support/open-search.ts'

describe('searchGraph', () => {
  let search: TestSearch

  beforeEach(async () => {
    search = await openTestSearch()
    await applyClaims(search.store, {
      'dust.txt': [
        {
          subject: 'Enterprise:Greenfield Recovery',
          predicate: 'TREATS',
          object: 'waste-stream/steel-dust',
          quote: 'Greenfield Recovery takes what the filters catch.',
        },
        { subject: 'Technology:Plasma reduction', predicate: 'TREATS', object: 'waste-stream/steel-dust' },
        { subject: 'Person:Ana Lima', predicate: 'EXPERT_IN', object: 'waste-stream/steel-dust' },
        { subject: 'Enterprise:Greenfield Recovery', predicate: 'LOCATED_IN', object: 'country/TH' },
      ],
      'eaf.txt': [
        { subject: 'Enterprise:Kiln Partners', predicate: 'TREATS', object: 'waste-stream/eaf-dust' },
        { subject: 'Enterprise:Kiln Partners', predicate: 'LOCATED_IN', object: 'country/TR' },
      ],
      'slag.txt': [{ subject: 'Enterprise:Saltworks', predicate: 'TREATS', object: 'waste-stream/salt-slag' }],
      'battery.txt': [
        {
          subject: 'Enterprise:Leadwell',
          predicate: 'TREATS',
          object: 'waste-stream/lead-battery',
          quote: 'Leadwell breaks accumulators.',
        },
      ],
    })
    await followOutbox(search)
  })
  afterEach(() => search[Symbol.asyncDispose]())

  const ask = (query: string, more = {}) => searchGraph(search, { query, ...more })
  const names = async (query: string, more = {}) =>
    (await ask(query, more)).hits.filter(({ type }) => type !== 'Document').map(({ name }) => name)

  it('answers a Chinese question for enterprises with those that treat the waste, whatever the language of their documents', async () => {
    const { hits, analysis } = await ask('钢铁粉尘 处理 企业')
    expect(analysis).toMatchObject({ concepts: [{ id: 'waste-stream/steel-dust' }], types: [{ type: 'Enterprise' }] })
    expect(hits[0]).toMatchObject({ name: 'Greenfield Recovery', type: 'Enterprise' })
    expect(hits[0]?.why).toContainEqual({ kind: 'concept', query: '钢铁粉尘', matched: 'steel dust' })
  })

  it('widens to narrower concepts after the concept itself, and says so', async () => {
    const { hits } = await ask('bụi thép', { type: 'Enterprise' })
    expect(hits.map(({ name }) => name)).toEqual(['Greenfield Recovery', 'Kiln Partners'])
    expect(hits[1]?.why).toContainEqual({
      kind: 'concept',
      query: 'bụi thép',
      matched: 'electric arc furnace dust (narrower than steel dust)',
    })
  })

  it('widens to broader and related concepts last', async () => {
    expect(await names('EAFD enterprises')).toEqual(expect.arrayContaining(['Kiln Partners', 'Greenfield Recovery']))
    expect((await names('EAFD enterprises'))[0]).toBe('Kiln Partners')
    const { hits } = await ask('aluminium dross', { type: 'Enterprise' })
    expect(hits[0]?.why[0]?.matched).toBe('salt slag (related to aluminium dross)')
  })

  it('finds by a code what treats the waste of that code', async () => {
    expect(await names('K061 enterprises')).toContain('Kiln Partners')
  })

  it('puts what is tied to a waste before the waste where a code asks for it', async () => {
    const found = await names('K061')
    expect(found[0]).toBe('Kiln Partners')
    expect(found).toContain('electric arc furnace dust')
  })

  it('puts a concept named with a slip first, as it would without', async () => {
    expect((await names('electric arc furnce dust'))[0]).toBe('electric arc furnace dust')
  })

  it('finds in any language those who treat what a process is done to', async () => {
    expect(await names('铅酸电池回收')).toContain('Leadwell')
  })

  it('takes a product for the waste it becomes', async () => {
    expect((await names('car batteries enterprises'))[0]).toBe('Leadwell')
  })

  it('puts the type asked for first and leaves the others in', async () => {
    const experts = await names('experts on steel dust')
    expect(experts[0]).toBe('Ana Lima')
    expect(experts).toContain('Greenfield Recovery')
    expect((await names('technology for steel dust'))[0]).toBe('Plasma reduction')
  })

  it('puts the country asked for first and leaves answers from elsewhere in', async () => {
    const turkish = await names('steel dust enterprises in Turkey')
    expect(turkish.indexOf('Kiln Partners')).toBeLessThan(turkish.indexOf('Plasma reduction'))
    expect(turkish).toContain('Greenfield Recovery')
  })

  it('puts the concept itself first where nothing but its name is asked', async () => {
    expect((await names('steel dust'))[0]).toMatch(/^steel dust$/)
    expect((await names('who treats steel dust'))[0]).not.toMatch(/^steel dust$/)
  })

  it('gives everything of a country asked for by name alone', async () => {
    expect(await names('thailand')).toEqual(expect.arrayContaining(['Thailand', 'Greenfield Recovery']))
  })

  it('gives what is of a type and in a country where nothing else is named', async () => {
    expect((await names('companies in Turkey'))[0]).toBe('Kiln Partners')
    expect((await names('泰国企业'))[0]).toBe('Greenfield Recovery')
    expect((await ask('technologies')).hits[0]).toMatchObject({ type: 'Technology', name: 'Plasma reduction' })
  })

  it('filters by type and facets, and keeps the counts', async () => {
    const { hits, facets } = await ask('steel dust', { filters: { country: ['TH'] } })
    expect(hits.filter(({ type }) => type === 'Enterprise').map(({ name }) => name)).toEqual(['Greenfield Recovery'])
    expect(facets.country).toMatchObject({ TH: expect.any(Number), TR: expect.any(Number) })
  })

  it('marks in the texts how documents write the concept', async () => {
    const { hits } = await ask('钢铁粉尘', { type: 'Technology' })
    expect(hits[0]?.highlights.join()).toMatch(/‹steel›[ -]‹dust›/)
  })

  it('forgives slips in concepts and in names', async () => {
    expect(await names('steel dsut enterprises')).toContain('Greenfield Recovery')
    expect((await names('grenfield recovry'))[0]).toBe('Greenfield Recovery')
  })
})
