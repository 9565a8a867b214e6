import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SearchError } from '../../../src/search/search-error.ts'
import type { SearchIndex, SearchRequest } from '../../../src/search/search-index.ts'
import { buildSearchRecord, streamRecords } from '../../support/build-search-record.ts'

/** What every index does. `open` gives an empty one; `dispose` is called after it was closed. */
export interface IndexUnderTest {
  open(): Promise<SearchIndex>
  dispose?(): Promise<void>
}

const RECORDS = [
  buildSearchRecord({
    id: 'rotary',
    name: 'Rotary Recovery Ltd.',
    aliases: ['RRL'],
    text: 'Rotary Recovery runs a Waelz kiln for electric arc furnace dust in Malaysia and sells zinc oxide to smelters.',
    concepts: ['waste-stream/eaf-dust', 'metal/zinc'],
    facets: { country: ['MY'], metal: ['metal/zinc'], wasteStream: ['waste-stream/eaf-dust'] },
    weight: 0.6,
  }),
  buildSearchRecord({
    id: 'bangkok',
    name: 'Bangkok Battery Works',
    text: 'Takes lead batteries from 40 collection points and refines the lead in Thailand. โรงงานรีไซเคิลแบตเตอรี่',
    concepts: ['waste-stream/lead-battery', 'metal/lead'],
    facets: { country: ['TH'], metal: ['metal/lead'] },
    weight: 0.4,
  }),
  buildSearchRecord({
    id: 'lucheng',
    name: '绿城再生资源有限公司',
    aliases: ['Lücheng Resources'],
    text: '公司处理钢铁粉尘和废铅酸电池，年处理能力十万吨。',
    concepts: ['waste-stream/steel-dust', 'waste-stream/lead-battery'],
    facets: { country: ['CN'], metal: ['metal/zinc', 'metal/lead'] },
    weight: 0.5,
  }),
  buildSearchRecord({
    id: 'kiln',
    type: 'Technology',
    name: 'Waelz process',
    text: 'A rotary kiln in which zinc is driven off from dust of steelmaking. Recycling of dust saves landfill.',
    concepts: ['technology/waelz'],
    facets: { metal: ['metal/zinc'] },
    weight: 0.8,
  }),
  buildSearchRecord({
    id: 'report',
    type: 'Document',
    name: 'Notes of a visit',
    text: 'The visit began in Kuala Lumpur. The delegation saw a recycler of zinc and a works for batteries.',
    facets: { language: ['en'], country: ['MY'] },
    weight: 0.3,
  }),
]

/** Run by the test of each adapter. */
export function describeSearchIndex(name: string, { open, dispose }: IndexUnderTest): void {
  describe(`${name} as a SearchIndex`, () => {
    let index: SearchIndex

    beforeEach(async () => {
      index = await open()
      await index.apply({ upsert: RECORDS, remove: [] })
    })

    afterEach(async () => {
      await index.close()
      await dispose?.()
    })

    const search = (query: string, more: Partial<SearchRequest> = {}) => index.search({ query, limit: 10, ...more })
    const ids = async (query: string, more?: Partial<SearchRequest>) =>
      (await search(query, more)).hits.map(({ id }) => id)

    describe('finding', () => {
      it('puts the record whose name is asked for first and says so', async () => {
        const { hits } = await search('waelz process')
        expect(hits[0]).toMatchObject({
          id: 'kiln',
          type: 'Technology',
          name: 'Waelz process',
          documents: ['kiln.txt'],
        })
        expect(hits[0]?.why[0]).toMatchObject({ kind: 'name', matched: 'Waelz process' })
      })

      it('finds a record by its alias and says which', async () => {
        const { hits } = await search('rrl')
        expect(hits[0]?.id).toBe('rotary')
        expect(hits[0]?.why).toContainEqual(expect.objectContaining({ kind: 'alias', matched: 'RRL' }))
      })

      it('finds words of the text and marks them', async () => {
        const { hits } = await search('collection points')
        expect(hits.map(({ id }) => id)).toEqual(['bangkok'])
        expect(hits[0]?.why.map(({ kind, query }) => [kind, query])).toEqual([
          ['words', 'collection'],
          ['words', 'points'],
        ])
        expect(hits[0]?.highlights.join()).toMatch(/‹collection› ‹points›/)
      })

      it('ranks the record that has more of the words first', async () => {
        expect((await ids('rotary kiln zinc landfill'))[0]).toBe('kiln')
      })

      it('finds a name that is only begun', async () => {
        const { hits } = await search('batt')
        expect(hits.map(({ id }) => id)).toContain('bangkok')
        expect(hits[0]?.why[0]?.kind).toBe('prefix')
      })

      it.each([
        ['batery', 'bangkok', 'a letter left out'],
        ['battrey', 'bangkok', 'two letters swapped'],
        ['collecttion', 'bangkok', 'a letter too many'],
        ['malaisia', 'rotary', 'a wrong letter'],
        ['gotary', 'rotary', 'a wrong first letter'],
        ['delagasion', 'report', 'two slips in a long word'],
      ])('forgives %s: finds %s despite %s', async (query, id) => {
        const { hits } = await search(query)
        expect(hits.map((hit) => hit.id)).toContain(id)
        expect(hits.find((hit) => hit.id === id)?.why.map(({ kind }) => kind)).toContain('typo')
      })

      it('does not correct a word it knows', async () => {
        await index.apply({ upsert: [buildSearchRecord({ id: 'zine', name: 'Zine Press' })], remove: [] })
        expect(await ids('zine press')).not.toContain('rotary')
      })

      it('finds other forms of a word', async () => {
        expect(await ids('recyclers')).toEqual(expect.arrayContaining(['kiln', 'report']))
      })

      it.each([
        ['钢铁粉尘', 'lucheng'],
        ['处理能力', 'lucheng'],
        ['绿城', 'lucheng'],
        ['尘', 'lucheng'],
        ['แบตเตอรี่', 'bangkok'],
        ['lucheng', 'lucheng'],
        ['LÜCHENG', 'lucheng'],
        ['ＲＲＬ', 'rotary'],
      ])('finds %s whatever the script, case and marks', async (query, id) => {
        expect((await ids(query))[0]).toBe(id)
      })

      it('takes quoted words as they stand together', async () => {
        expect(await ids('"rotary kiln"')).toEqual(['kiln'])
        expect(await ids('"kiln rotary"')).toEqual([])
        expect(await ids('"钢铁粉尘"')).toEqual(['lucheng'])
      })

      it('finds by concept what no word would find, the nearer concept first', async () => {
        const concepts = [
          { id: 'waste-stream/steel-dust', weight: 1, label: 'steel dust', matched: 'bụi thép' },
          { id: 'waste-stream/eaf-dust', weight: 0.7, label: 'EAF dust', widens: 'waste-stream/steel-dust' },
        ]
        const { hits, total } = await search('bụi thép', { concepts, words: '' })
        expect(hits.map(({ id }) => id)).toEqual(['lucheng', 'rotary'])
        expect(total).toBe(2)
        expect(hits[0]?.why).toEqual([{ kind: 'concept', query: 'bụi thép', matched: 'steel dust' }])
      })

      it('finds by concept or by words', async () => {
        const concepts = [{ id: 'metal/lead', weight: 1, label: 'lead' }]
        expect((await ids('lead delegation', { concepts, words: 'delegation' })).sort()).toEqual(['bangkok', 'report'])
      })

      it('ranks what is preferred higher and leaves nothing out', async () => {
        const plain = await ids('zinc')
        const prefer = [
          { facet: 'country' as const, value: 'MY', weight: 1 },
          { facet: 'type' as const, value: 'Document', weight: 1 },
        ]
        const preferring = await ids('zinc', { prefer })
        expect(preferring[0]).toBe('report')
        expect([...preferring].sort()).toEqual([...plain].sort())
      })
    })

    describe('facets and filters', () => {
      it('counts every facet over all hits, not only the page', async () => {
        const { facets, total, hits } = await search('zinc', { limit: 1 })
        expect(hits).toHaveLength(1)
        expect(total).toBe(3)
        expect(facets.type).toEqual({ Enterprise: 1, Technology: 1, Document: 1 })
        expect(facets.country).toEqual({ MY: 2 })
      })

      it('keeps the counts of a filtered facet as if it were not filtered', async () => {
        const { facets, total } = await search('zinc', { filters: { type: ['Technology'], metal: ['metal/zinc'] } })
        expect(total).toBe(1)
        expect(facets.type).toEqual({ Enterprise: 1, Technology: 1 })
        expect(facets.metal).toEqual({ 'metal/zinc': 1 })
        expect(facets.country ?? {}).toEqual({})
      })

      it('takes any of the values of one facet and all facets together', async () => {
        expect((await ids('zinc', { filters: { country: ['MY', 'CN'] } })).sort()).toEqual(['report', 'rotary'])
        expect(await ids('zinc', { filters: { country: ['MY'], type: ['Document'] } })).toEqual(['report'])
        expect(await ids('zinc', { filters: { country: ['XX'] } })).toEqual([])
      })

      it('lists everything that passes the filters where the query is empty', async () => {
        expect(await ids('', { filters: { country: ['MY'] } })).toEqual(['rotary', 'report'])
      })
    })

    describe('pages', () => {
      it('cuts one stable order into pages', async () => {
        const many = Array.from({ length: 25 }, (_, number) =>
          buildSearchRecord({ id: `same-${number}`, name: 'Same name' }),
        )
        await index.apply({ upsert: many, remove: [] })
        const whole = await ids('same name', { limit: 25 })
        const paged = []
        for (let offset = 0; offset < 25; offset += 7) paged.push(...(await ids('same name', { limit: 7, offset })))
        expect(new Set(whole).size).toBe(25)
        expect(paged).toEqual(whole)
      })

      it('gives scores from 0 to 1, falling', async () => {
        const { hits } = await search('zinc dust kiln')
        const scores = hits.map(({ score }) => score)
        expect(scores).toEqual([...scores].sort((a, b) => b - a))
        expect(Math.max(...scores)).toBeLessThanOrEqual(1)
        expect(Math.min(...scores)).toBeGreaterThan(0)
      })

      it('gives counts without hits for a page of none', async () => {
        expect(await search('zinc', { limit: 0 })).toMatchObject({ hits: [], total: 3 })
      })
    })

    describe('suggesting', () => {
      it('completes names, aliases and later words of names', async () => {
        expect((await index.suggest('rota', 5)).map(({ id }) => id)).toEqual(['rotary'])
        expect((await index.suggest('rr', 5))[0]).toEqual({
          id: 'rotary',
          type: 'Enterprise',
          name: 'Rotary Recovery Ltd.',
        })
        expect((await index.suggest('battery w', 5))[0]?.id).toBe('bangkok')
        expect((await index.suggest('绿', 5))[0]?.id).toBe('lucheng')
      })

      it('offers what a misspelt name may have been', async () => {
        expect((await index.suggest('bankok', 5))[0]?.id).toBe('bangkok')
      })

      it('offers the thing before documents that are called so', async () => {
        const titles = Array.from({ length: 3 }, (_, at) =>
          buildSearchRecord({ id: `note-${at}`, type: 'Document', name: `Rotary kilns, part ${at}`, weight: 0.9 }),
        )
        await index.apply({ upsert: titles, remove: [] })
        expect((await index.suggest('rota', 3)).map(({ type }) => type)).toEqual(['Enterprise', 'Document', 'Document'])
      })

      it('offers nothing for nothing', async () => {
        expect(await index.suggest(' !?', 5)).toEqual([])
        expect(await index.suggest('rota', 0)).toEqual([])
      })
    })

    describe('changing', () => {
      it('shows an update at once and forgets what was there before', async () => {
        await index.apply({
          upsert: [buildSearchRecord({ id: 'kiln', type: 'Technology', name: 'Plasma furnace' })],
          remove: ['report'],
        })
        expect(await ids('plasma')).toEqual(['kiln'])
        expect(await ids('waelz process')).not.toContain('kiln')
        expect(await ids('delegation')).toEqual([])
        expect(await index.count()).toBe(RECORDS.length - 1)
        expect((await search('zinc')).facets.type).toEqual({ Enterprise: 1 })
      })

      it('changes nothing when the same is applied again', async () => {
        const before = await search('zinc dust')
        await index.apply({ upsert: RECORDS, remove: ['never-there'] })
        expect(await search('zinc dust')).toEqual(before)
        expect(await index.count()).toBe(RECORDS.length)
      })

      it('lists its ids in order, a page at a time', async () => {
        const all = RECORDS.map(({ id }) => id).sort()
        expect(await index.listIds('', 100)).toEqual(all)
        expect(await index.listIds(all[1] ?? '', 2)).toEqual(all.slice(2, 4))
      })
    })

    describe('rebuilding', () => {
      it('replaces everything, and answers as an index filled step by step does', async () => {
        const before = await search('zinc dust recyclers')
        await index.apply({ upsert: [buildSearchRecord({ id: 'old', name: 'Zinc of old' })], remove: [] })
        await index.rebuild(streamRecords(RECORDS))
        expect(await search('zinc dust recyclers')).toEqual(before)
        expect(await index.count()).toBe(RECORDS.length)
        expect(await index.needsRebuild()).toBe(false)
      })

      it('answers from the old records until the new ones are complete, and keeps changes made meanwhile', async () => {
        async function* slowly() {
          yield buildSearchRecord({ id: 'kiln', name: 'Stale name of the kiln' })
          yield buildSearchRecord({ id: 'new', name: 'Brand new' })
          expect(await ids('waelz process')).toContain('kiln')
          expect(await ids('brand new')).not.toContain('new')
          await index.apply({ upsert: [buildSearchRecord({ id: 'kiln', name: 'Fresh name' })], remove: ['report'] })
          yield buildSearchRecord({ id: 'report', name: 'Withdrawn meanwhile' })
          yield buildSearchRecord({ id: 'kiln', name: 'Stale name of the kiln' })
        }
        await index.rebuild(slowly())
        expect(await index.listIds('', 10)).toEqual(['kiln', 'new'])
        expect(await ids('fresh name')).toEqual(['kiln'])
        expect(await ids('stale')).toEqual([])
      })

      it('keeps the old records where the new ones fail to come', async () => {
        async function* breaking() {
          yield buildSearchRecord({ id: 'half' })
          throw new Error('the store went away')
        }
        await expect(index.rebuild(breaking())).rejects.toThrow('the store went away')
        expect((await index.listIds('', 10)).length).toBe(RECORDS.length)
        await index.rebuild(streamRecords(RECORDS.slice(0, 1)))
        expect(await index.count()).toBe(1)
      })
    })

    describe('bad input', () => {
      const HOSTILE = [
        'zinc" OR "a',
        'zinc* NOT lead',
        'NEAR(zinc lead, 3)',
        'names : zinc',
        "'; DROP TABLE search_meta; --",
        '{a b} : ^zinc + *',
        '"zinc" ""',
        'zinc "',
        'AND OR NOT',
        'zinc\u0000\u0001\u001b[31m lead',
        '\ud800 zinc \udc00',
        'facets.type = Document',
      ]

      it.each(HOSTILE)('takes %j for words', async (query) => {
        const { hits, total } = await search(query)
        expect(hits.length).toBe(Math.min(total, 10))
        expect(await index.count()).toBe(RECORDS.length)
      })

      it.each([
        ['', 'query-empty'],
        ['  \t\n', 'query-empty'],
        ['?!… "" ---', 'query-empty'],
        ['\u0000\u0007', 'query-empty'],
        ['%_\\%', 'query-empty'],
        ['zinc '.repeat(2_000), 'query-too-long'],
      ])('refuses a query that cannot be answered with a code and a way out', async (query, code) => {
        const error = await search(query).catch((refusal: unknown) => refusal)
        expect(error).toBeInstanceOf(SearchError)
        expect(error).toMatchObject({ code, message: expect.stringMatching(/[Ee]xpected|at most/) })
      })

      it.each([
        [{ limit: -1 }, 'invalid-page'],
        [{ limit: 1.5 }, 'invalid-page'],
        [{ offset: -3 }, 'invalid-page'],
        [{ limit: 10_000_000 }, 'invalid-page'],
        [{ filters: { colour: ['red'] } as never }, 'unknown-facet'],
      ])('refuses %j', async (more, code) => {
        await expect(search('zinc', more)).rejects.toMatchObject({ code })
      })

      it('says that it was closed', async () => {
        await index.close()
        await expect(search('zinc')).rejects.toMatchObject({ code: 'index-closed' })
        await expect(index.apply({ upsert: RECORDS, remove: [] })).rejects.toMatchObject({ code: 'index-closed' })
      })
    })
  })
}
