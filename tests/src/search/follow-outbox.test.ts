import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentId, sourceEntityId } from '../../../graph/identity.ts'
import { buildRecords } from '../../../src/search/build-record.ts'
import { compareWithGraph, measureDrift, repairDrift } from '../../../src/search/drift.ts'
import { followOutbox } from '../../../src/search/follow-outbox.ts'
import { listThings } from '../../../src/search/list-things.ts'
import { reindex } from '../../../src/search/reindex.ts'
import type { SearchIndex, SearchRecord } from '../../../src/search/search-index.ts'
import { arbitraryHistory, happen } from '../../support/arbitrary-history.ts'
import { applyClaims, type Claim } from '../../support/build-claims-plan.ts'
import { openTestSearch, type TestSearch } from '../../support/open-search.ts'

const CLAIMS: Claim[] = [
  { subject: 'Enterprise:Zincworks', predicate: 'OPERATES', object: 'Facility:Rayong works' },
  { subject: 'Facility:Rayong works', predicate: 'LOCATED_IN', object: 'country/TH' },
]
const idOf = (name: string, type: 'Enterprise' | 'Facility', source: string) =>
  sourceEntityId(documentId(source), type, name)

describe('followOutbox', () => {
  let search: TestSearch

  beforeEach(async () => {
    search = await openTestSearch()
  })
  afterEach(() => search[Symbol.asyncDispose]())

  const find = async (query: string) => (await search.index.search({ query, limit: 20 })).hits.map(({ name }) => name)

  /** The index as it is, put beside the index as a full rebuild makes it. */
  async function compareWithRebuilt() {
    const queries = ['zincworks', 'rayong', 'thailand', 'zinc', 'a.txt']
    const read = () => Promise.all(queries.map((query) => search.index.search({ query, limit: 20 })))
    const followed = await read()
    await reindex(search)
    return { followed, rebuilt: await read() }
  }

  it('delivers what the store queued, once', async () => {
    await applyClaims(search.store, { 'a.txt': CLAIMS })
    expect(await followOutbox(search)).toBeGreaterThan(0)
    expect(await find('zincworks')).toContain('Zincworks')
    expect(await search.store.outboxDepth()).toBe(0)
    expect(await followOutbox(search)).toBe(0)
  })

  it('ends where a full rebuild would, whatever the size of its batches', async () => {
    for (const batch of [1, 3, 100]) {
      await applyClaims(search.store, {
        [`batch-${batch}.txt`]: [
          ...CLAIMS,
          { subject: `Enterprise:Works ${batch}`, predicate: 'RECOVERS', object: 'metal/zinc' },
        ],
      })
      await followOutbox(search, { batch })
    }
    const { followed, rebuilt } = await compareWithRebuilt()
    expect(followed).toEqual(rebuilt)
  })

  it('brings an enterprise up to date when something is said of its plant', async () => {
    await applyClaims(search.store, { 'a.txt': CLAIMS })
    await followOutbox(search)
    const plant = idOf('Rayong works', 'Facility', 'a.txt')
    await applyClaims(search.store, {
      'b.txt': [{ subject: 'Facility:Rayong works', predicate: 'TREATS', object: 'waste-stream/steel-dust' }],
    })
    await search.store.judge([
      {
        left: plant,
        right: idOf('Rayong works', 'Facility', 'b.txt'),
        verdict: 'same',
        score: 1,
        reasons: [],
        by: 'staff',
        at: '2026-02-01T00:00:00.000Z',
      },
    ])
    await followOutbox(search)
    const { hits } = await search.index.search({
      query: '',
      filters: { wasteStream: ['waste-stream/steel-dust'] },
      limit: 9,
    })
    expect(hits.map(({ name }) => name)).toContain('Zincworks')
  })

  it('ends where a full rebuild would when an owner leans on more plants than one batch holds', async () => {
    await applyClaims(search.store, { 'a.txt': CLAIMS })
    await followOutbox(search)
    const plants = Array.from({ length: 8 }, (_, number) => `Facility:Plant ${number}`)
    await applyClaims(search.store, {
      'b.txt': plants.flatMap((plant): Claim[] => [
        { subject: 'Enterprise:Zincworks', predicate: 'OPERATES', object: plant },
        { subject: plant, predicate: 'TREATS', object: 'waste-stream/steel-dust' },
      ]),
    })
    await followOutbox(search, { batch: 2 })
    const { followed, rebuilt } = await compareWithRebuilt()
    expect(followed).toEqual(rebuilt)
    expect(await find('zincworks')).toContain('Zincworks')
  })

  it('leaves its entries where the index fails, and delivers them once their lease is over', async () => {
    await followOutbox(search)
    await applyClaims(search.store, { 'a.txt': CLAIMS })
    const broken: SearchIndex = { ...search.index, apply: () => Promise.reject(new Error('the disk is full')) }
    await expect(followOutbox({ ...search, index: broken }, { worker: 'first', leaseMs: 30 })).rejects.toThrow(
      'the disk is full',
    )
    expect(await search.store.outboxDepth()).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, 60))
    await followOutbox(search, { worker: 'second' })
    expect(await search.store.outboxDepth()).toBe(0)
    expect(await find('zincworks')).toContain('Zincworks')
  })

  it('fills an index made anew from the whole graph, not only from what is queued', async () => {
    await applyClaims(search.store, { 'a.txt': CLAIMS })
    const waiting = await search.store.claimOutbox('earlier', 100, 1_000)
    await search.store.acknowledgeOutbox(
      'earlier',
      waiting.map(({ sequence }) => sequence),
    )
    expect(await search.index.needsRebuild()).toBe(true)
    await followOutbox(search)
    expect(await find('zincworks')).toContain('Zincworks')
  })
})

describe('an index that follows', () => {
  /** What the index was given, beside giving it. */
  function watchIndex(index: SearchIndex, records: Map<string, SearchRecord>): SearchIndex {
    return {
      ...index,
      async apply(changes) {
        for (const id of changes.remove) records.delete(id)
        for (const record of changes.upsert) records.set(record.id, record)
        await index.apply(changes)
      },
    }
  }

  it('holds, record by record, what a rebuilt one holds, whatever came, changed, went and was judged', async () => {
    const arbitrarySteps = fc.tuple(
      arbitraryHistory,
      fc.array(fc.boolean(), { maxLength: 16 }),
      fc.constantFrom(1, 3, 200),
    )
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, async ([history, follows, batch]) => {
        await using search = await openTestSearch()
        await reindex(search)
        const followed = new Map<string, SearchRecord>()
        const watched = { ...search, index: watchIndex(search.index, followed) }
        for (const [step, happening] of history.entries()) {
          await happen(search.store, happening)
          if (follows[step]) await followOutbox(watched, { batch })
        }
        await followOutbox(watched, { batch })
        const rebuilt = new Map<string, SearchRecord>()
        for await (const page of listThings(search.store))
          for (const record of (await buildRecords(search, page)).upsert) rebuilt.set(record.id, record)
        expect(Object.fromEntries(followed)).toEqual(Object.fromEntries(rebuilt))
        expect(await measureDrift(search)).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})

describe('two followers', () => {
  it('fill a new index together without failing each other', async () => {
    await using search = await openTestSearch()
    await applyClaims(search.store, { 'a.txt': CLAIMS })
    await Promise.all([
      followOutbox(search, { worker: 'one', batch: 2 }),
      followOutbox(search, { worker: 'two', batch: 2 }),
    ])
    expect(await measureDrift(search)).toEqual([])
    expect(await search.store.outboxDepth()).toBe(0)
  })
})

describe('measureDrift', () => {
  let search: TestSearch

  beforeEach(async () => {
    search = await openTestSearch()
    await applyClaims(search.store, {
      'a.txt': CLAIMS,
      'b.txt': [{ subject: 'Enterprise:Planner', predicate: 'RECOVERS', object: 'metal/zinc', modality: 'planned' }],
    })
    await followOutbox(search)
  })
  afterEach(() => search[Symbol.asyncDispose]())

  it('finds none after delivery, though some entities have no record', async () => {
    expect(await measureDrift(search)).toEqual([])
  })

  it('finds what is missing and what is too much, and repairs that alone', async () => {
    const [lost] = await search.index.listIds('', 1)
    const stray = {
      id: 'ent-stray',
      type: 'Enterprise' as const,
      name: 'Stray',
      aliases: [],
      text: '',
      concepts: [],
      facets: {},
      documents: [],
      weight: 0,
    }
    await search.index.apply({ upsert: [stray], remove: [lost ?? ''] })
    const findings = await measureDrift(search)
    expect(findings.map(({ code, id }) => [code, id])).toEqual([
      ['search-missing', lost],
      ['search-surplus', 'ent-stray'],
    ])
    expect(await repairDrift(search)).toBe(2)
    expect(await compareWithGraph(search)).toEqual({ missing: [], surplus: [] })
  })
})
