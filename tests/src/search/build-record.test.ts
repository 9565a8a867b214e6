import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentId, sourceEntityId } from '../../../graph/identity.ts'
import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { buildRecords } from '../../../src/search/build-record.ts'
import type { SearchRecord } from '../../../src/search/search-index.ts'
import { applyClaims, type Claim, tonnes } from '../../support/build-claims-plan.ts'
import { buildPlan, named, worldly } from '../../support/build-reading.ts'
import { openTestSearch, type TestSearch } from '../../support/open-search.ts'

const SOURCE = 'reports/zincworks.txt'

describe('buildRecords', () => {
  let search: TestSearch

  beforeEach(async () => {
    search = await openTestSearch()
  })
  afterEach(() => search[Symbol.asyncDispose]())

  const idOf = (type: EntityType, name: string, source = SOURCE) => sourceEntityId(documentId(source), type, name)

  async function recordOf(id: string, claims: readonly Claim[]): Promise<SearchRecord | undefined> {
    await applyClaims(search.store, { [SOURCE]: claims })
    const { upsert } = await buildRecords(search, [{ kind: 'entity', id }])
    return upsert[0]
  }

  it('gathers what an enterprise treats, recovers and offers, itself and through its plants, and where they are', async () => {
    const record = await recordOf(idOf('Enterprise', 'Zincworks'), [
      {
        subject: 'Enterprise:Zincworks',
        predicate: 'RECOVERS',
        object: 'metal/zinc',
        quote: 'Zincworks recovers zinc.',
      },
      { subject: 'Enterprise:Zincworks', predicate: 'OPERATES', object: 'Facility:Rayong works' },
      { subject: 'Facility:Rayong works', predicate: 'TREATS', object: 'waste-stream/steel-dust' },
      { subject: 'Facility:Rayong works', predicate: 'LOCATED_IN', object: 'country/TH' },
    ])
    expect(record).toMatchObject({
      type: 'Enterprise',
      name: 'Zincworks',
      concepts: ['metal/zinc', 'waste-stream/steel-dust'],
      facets: {
        type: ['Enterprise'],
        metal: ['metal/zinc'],
        wasteStream: ['waste-stream/steel-dust'],
        country: ['TH'],
      },
      documents: [SOURCE],
    })
    expect(record?.text).toContain('Zincworks recovers zinc.')
    expect(record?.related).toContain('Rayong works')
  })

  it('calls a concept by its English label and finds it by what documents call it', async () => {
    const id = 'waste-stream/steel-dust'
    await search.store.apply(
      buildPlan({
        source: SOURCE,
        claims: [
          {
            subject: named(SOURCE, 'Enterprise', 'Zincworks'),
            predicate: 'TREATS',
            object: worldly(id, 'WasteStream', '炼钢粉尘', { concept: id }),
          },
        ],
      }),
    )
    const { upsert } = await buildRecords(search, [
      { kind: 'entity', id },
      { kind: 'entity', id: idOf('Enterprise', 'Zincworks') },
    ])
    expect(upsert[0]).toMatchObject({
      name: 'steel dust',
      aliases: expect.arrayContaining(['炼钢粉尘', 'steel mill dust']),
    })
    expect(upsert[1]?.related).toEqual(['steel dust'])
  })

  it('keeps apart what statements tie it to and what their words merely mention', async () => {
    const record = await recordOf(idOf('Enterprise', 'Zincworks'), [
      {
        subject: 'Enterprise:Zincworks',
        predicate: 'TREATS',
        object: 'waste-stream/steel-dust',
        quote: 'Zincworks treats steel dust where others treat aluminium dross.',
      },
    ])
    expect(record?.concepts).toEqual(['waste-stream/steel-dust'])
    expect(record?.mentions).toEqual(['waste-stream/aluminium-dross'])
    expect(record?.facets.wasteStream).toEqual(['waste-stream/steel-dust'])
  })

  it('counts no plan, denial or guess as fact, and gives no record to what nothing else is said of', async () => {
    const record = await recordOf(idOf('Enterprise', 'Zincworks'), [
      { subject: 'Enterprise:Zincworks', predicate: 'TREATS', object: 'waste-stream/steel-dust', modality: 'planned' },
      { subject: 'Enterprise:Zincworks', predicate: 'RECOVERS', object: 'metal/zinc', modality: 'negated' },
    ])
    expect(record).toBeUndefined()
    const { remove } = await buildRecords(search, [{ kind: 'entity', id: idOf('Enterprise', 'Zincworks') }])
    expect(remove).toEqual([idOf('Enterprise', 'Zincworks')])
  })

  it('lets a statement that a curator rejected go', async () => {
    const id = idOf('Enterprise', 'Zincworks')
    await recordOf(id, [{ subject: 'Enterprise:Zincworks', predicate: 'RECOVERS', object: 'metal/zinc' }])
    const [page] = await search.store.statementsOf([id], {}, { limit: 1 })
    await search.store.decide({
      statement: page?.items[0]?.id ?? '',
      status: 'rejected',
      by: 'staff',
      at: '2026-02-01T00:00:00.000Z',
    })
    expect(await buildRecords(search, [{ kind: 'entity', id }])).toEqual({ upsert: [], remove: [id] })
  })

  it('names a concept in all its languages and by its codes', async () => {
    const record = await recordOf('waste-stream/steel-dust', [
      { subject: 'Enterprise:Zincworks', predicate: 'TREATS', object: 'waste-stream/steel-dust' },
    ])
    expect(record?.aliases).toEqual(expect.arrayContaining(['钢铁粉尘', 'bụi thép', '10 02 07*']))
    expect(record?.concepts[0]).toBe('waste-stream/steel-dust')
  })

  it('names a country in all its languages, and tells of it only what is said of it', async () => {
    const record = await recordOf('country/TH', [
      {
        subject: 'Enterprise:Zincworks',
        predicate: 'LOCATED_IN',
        object: 'country/TH',
        quote: 'A smelter of zinc stands there.',
      },
      { subject: 'country/TH', predicate: 'waste_generation', value: tonnes(5), quote: 'Thailand makes 5 tonnes.' },
    ])
    expect(record?.aliases).toContain('泰国')
    expect(record?.facets.country).toEqual(['TH'])
    expect(record?.text).toContain('Thailand makes 5 tonnes.')
    expect(record?.text).not.toContain('smelter')
    expect(record?.related).toEqual(['Zincworks'])
  })

  it('reads years from dates and periods, and the proof of a technology', async () => {
    const claims: Claim[] = [
      { subject: 'Technology:Plasma reduction', predicate: 'TREATS', object: 'waste-stream/steel-dust' },
      { subject: 'Facility:Rayong works', predicate: 'DEMONSTRATES', object: 'Technology:Plasma reduction' },
      {
        subject: 'Facility:Rayong works',
        predicate: 'date',
        value: { kind: 'date', text: '2019–2021', start: '2019', end: '2021', precision: 'year' },
      },
    ]
    expect((await recordOf(idOf('Technology', 'Plasma reduction'), claims))?.facets.proof).toEqual(['demonstrated'])
    const { upsert } = await buildRecords(search, [{ kind: 'entity', id: idOf('Facility', 'Rayong works') }])
    expect(upsert[0]?.facets.year).toEqual(['2019', '2020', '2021'])
    expect(upsert[0]?.concepts).toContain('waste-stream/steel-dust')
  })

  it('weighs what several documents say above what one says', async () => {
    const claim: Claim = { subject: 'waste-stream/steel-dust', predicate: 'CONTAINS', object: 'metal/zinc' }
    const once = await recordOf('waste-stream/steel-dust', [claim])
    await applyClaims(search.store, { 'second.txt': [claim], 'third.txt': [claim] })
    const { upsert } = await buildRecords(search, [{ kind: 'entity', id: 'waste-stream/steel-dust' }])
    expect(upsert[0]?.weight).toBeGreaterThan(once?.weight ?? 1)
    expect(upsert[0]?.weight).toBeLessThan(1)
    expect(upsert[0]?.documents.length).toBe(3)
  })

  it('makes one record of entities judged the same, under any of their ids', async () => {
    const claim = (name: string): Claim => ({
      subject: `Enterprise:${name}`,
      predicate: 'RECOVERS',
      object: 'metal/zinc',
    })
    await applyClaims(search.store, { 'a.txt': [claim('Zincworks')], 'b.txt': [claim('Zinc Works Ltd')] })
    const [left, right] = [idOf('Enterprise', 'Zincworks', 'a.txt'), idOf('Enterprise', 'Zinc Works Ltd', 'b.txt')]
    await search.store.judge([
      { left, right, verdict: 'same', score: 1, reasons: ['by hand'], by: 'staff', at: '2026-02-01T00:00:00.000Z' },
    ])
    const { upsert, remove } = await buildRecords(search, [
      { kind: 'entity', id: left },
      { kind: 'entity', id: right },
    ])
    expect(upsert).toHaveLength(1)
    expect([...remove, upsert[0]?.id].sort()).toEqual([left, right].sort())
    expect(upsert[0]?.documents.sort()).toEqual(['a.txt', 'b.txt'])
  })

  it('finds a document by its whole text, its subjects and the countries it names', async () => {
    await applyClaims(search.store, {
      [SOURCE]: [
        {
          subject: 'Enterprise:Zincworks',
          predicate: 'LOCATED_IN',
          object: 'country/TH',
          quote: 'Steel dust. Steel dust! Steel dust of a smelter, and zinc.',
        },
        {
          subject: 'Enterprise:Zincworks',
          predicate: 'founded',
          value: { kind: 'date', text: 'May 1998', start: '1998-05', precision: 'month' },
        },
      ],
    })
    const { upsert, remove } = await buildRecords(search, [
      { kind: 'document', id: documentId(SOURCE) },
      { kind: 'document', id: 'doc-gone' },
    ])
    expect(remove).toEqual(['doc-gone'])
    expect(upsert[0]).toMatchObject({
      type: 'Document',
      aliases: ['zincworks'],
      concepts: ['waste-stream/steel-dust'],
      mentions: ['metal/zinc'],
      facets: { language: ['en'], country: ['TH'], year: ['1998'] },
      documents: [SOURCE],
    })
    expect(upsert[0]?.text).toContain('of a smelter')
  })

  it('reads no more often for many entities than for few', async () => {
    const claims = Array.from(
      { length: 60 },
      (_, n): Claim => ({ subject: `Enterprise:Works ${n}`, predicate: 'RECOVERS', object: 'metal/zinc' }),
    )
    await applyClaims(search.store, { [SOURCE]: claims })
    const countReads = async (count: number) => {
      let reads = 0
      const store = new Proxy(search.store, {
        get(target, name) {
          const member = Reflect.get(target, name)
          if (typeof member !== 'function') return member
          return (...given: unknown[]) => {
            reads += 1
            return member.apply(target, given)
          }
        },
      })
      const things = Array.from({ length: count }, (_, n) => ({
        kind: 'entity' as const,
        id: idOf('Enterprise', `Works ${n}`),
      }))
      expect((await buildRecords({ ...search, store }, things)).upsert).toHaveLength(count)
      return reads
    }
    expect(await countReads(60)).toBe(await countReads(2))
  })
})
