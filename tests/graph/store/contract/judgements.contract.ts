import { describe, expect, it } from 'vitest'
import type { SourceEntity } from '../../../../graph/entity.ts'
import { documentId } from '../../../../graph/identity.ts'
import type { GraphStore } from '../../../../graph/store/graph-store.ts'
import { type Claim, claimId, ingest, judged, named, withdraw, worldly } from '../../../support/build-reading.ts'
import { exportLines, findings } from '../../../support/read-whole.ts'
import type { OpenStore } from './store-factory.ts'

const zinc = worldly('metal/zinc', 'Metal', 'zinc')
const of = (source: string, name = 'GEM', more: Partial<SourceEntity> = {}) => named(source, 'Enterprise', name, more)
const [a, b, c, d] = ['a.txt', 'b.txt', 'c.txt', 'd.txt'].map((source) => of(source)) as [
  SourceEntity,
  SourceEntity,
  SourceEntity,
  SourceEntity,
]

async function ingestAll(store: GraphStore, entities: readonly SourceEntity[] = [a, b, c, d]): Promise<void> {
  for (const [at, entity] of entities.entries())
    await ingest(store, { source: `${'abcd'[at]}.txt`, entities: [entity] })
}

/** The members of every entity, as sorted lists of letters. */
async function groups(store: GraphStore): Promise<string[]> {
  const letters = new Map([a, b, c, d].map(({ id }, at) => [id, 'abcd'[at] as string]))
  const { items } = await store.listEntities({}, { limit: 10 })
  return items
    .map(({ members }) =>
      members
        .map((id) => letters.get(id) ?? id)
        .sort()
        .join(''),
    )
    .sort()
}

export function describeJudgements(openStore: OpenStore): void {
  describe('judgements', () => {
    it('merges what is judged the same, under the smallest id, found by any member', async () => {
      await using test = await openStore()
      await ingestAll(test.store, [
        { ...a, aliases: ['Green'] },
        { ...b, country: 'CN' },
      ])
      await test.store.judge([judged(a, b, 'same')])
      const members = [a.id, b.id].sort()
      const [viaA, viaB] = await test.store.entities([a.id, b.id])
      expect(viaA).toEqual({
        id: members[0],
        type: 'Enterprise',
        name: 'GEM',
        aliases: ['Green'],
        country: 'CN',
        members,
        documents: ['a.txt', 'b.txt'].map(documentId).sort(),
        documentCount: 2,
      })
      expect(viaB).toEqual(viaA)
      expect(await test.store.countEntities({})).toBe(1)
      expect(await findings(test.store)).toEqual([])
    })

    it('puts a thing of the world before the members merged with it', async () => {
      await using test = await openStore()
      const metal = named('a.txt', 'Metal', 'Zink')
      await ingest(test.store, { source: 'a.txt', entities: [metal, zinc] })
      await test.store.judge([judged(metal, zinc, 'same')])
      expect((await test.store.entities([metal.id]))[0]).toMatchObject({
        id: zinc.id,
        name: 'zinc',
        aliases: ['Zink'],
        members: [zinc.id, metal.id],
      })
    })

    it('names a merged entity as most of its members do', async () => {
      await using test = await openStore()
      await ingestAll(test.store, [of('a.txt', 'GEM'), of('b.txt', 'GEM Co., Ltd.'), of('c.txt', 'GEM Co., Ltd.')])
      const ids = [of('a.txt').id, of('b.txt', 'GEM Co., Ltd.').id, of('c.txt', 'GEM Co., Ltd.').id] as const
      await test.store.judge([judged(ids[0], ids[1], 'same'), judged(ids[1], ids[2], 'same')])
      expect((await test.store.entities([ids[0]]))[0]).toMatchObject({ name: 'GEM Co., Ltd.', aliases: ['GEM'] })
    })

    it('answers statements and neighbours of all members under any of their ids', async () => {
      await using test = await openStore()
      const claims = (subject: SourceEntity): Claim[] => [{ subject, predicate: 'RECOVERS', object: zinc }]
      await ingest(test.store, { source: 'a.txt', claims: claims(a) }, { source: 'b.txt', claims: claims(b) })
      await test.store.judge([judged(a, b, 'same')])
      const canonical = [a.id, b.id].sort()[0]
      for (const id of [a.id, b.id]) {
        const [page] = await test.store.statementsOf([id], {}, { limit: 9 })
        expect(page?.items.map(({ subject }) => subject).sort()).toEqual([a.id, b.id].sort())
        expect(page?.items.map(({ subjectEntity, corroboration }) => [subjectEntity, corroboration])).toEqual([
          [canonical, 2],
          [canonical, 2],
        ])
        expect((await test.store.neighbours(id, {}, { limit: 9 })).items).toHaveLength(2)
      }
    })

    it('undoes a merge when the judgement is taken back, and restores what was', async () => {
      await using test = await openStore()
      await ingestAll(test.store)
      await test.store.judge([judged(a, b, 'same'), judged(c, d, 'same')])
      const before = await test.store.listEntities({}, { limit: 9 })
      await test.store.judge([judged(b, c, 'same', { by: 'ana' })])
      expect(await groups(test.store)).toEqual(['abcd'])
      await test.store.judge([judged(b, c, 'unsure', { by: 'ana' })])
      expect(await test.store.listEntities({}, { limit: 9 })).toEqual(before)
      expect(await findings(test.store)).toEqual([])
    })

    it('never joins a pair judged different, whatever leads from one to the other', async () => {
      await using test = await openStore()
      await ingestAll(test.store)
      await test.store.judge([judged(a, d, 'different', { by: 'ana' })])
      await test.store.judge([
        judged(a, b, 'same', { score: 0.95 }),
        judged(b, c, 'same', { score: 0.9 }),
        judged(c, d, 'same', { score: 0.92 }),
      ])
      expect(await groups(test.store)).toEqual(['ab', 'cd'])
      await test.store.judge([judged(a, d, 'unsure', { by: 'ana' })])
      expect(await groups(test.store)).toEqual(['abcd'])
      expect(await findings(test.store)).toEqual([])
    })

    it('comes to the same clusters in whatever order judgements arrive', async () => {
      const judgements = [
        judged(a, d, 'different'),
        judged(a, b, 'same', { score: 0.95 }),
        judged(b, c, 'same', { score: 0.9 }),
        judged(c, d, 'same', { score: 0.92 }),
        judged(b, d, 'same', { score: 0.5, by: 'ana' }),
      ]
      for (const order of [
        [0, 1, 2, 3, 4],
        [4, 3, 2, 1, 0],
        [2, 4, 0, 3, 1],
      ]) {
        await using test = await openStore()
        await ingestAll(test.store)
        for (const at of order) await test.store.judge([judgements[at] as (typeof judgements)[number]])
        expect(await groups(test.store)).toEqual(['a', 'bcd'])
        expect(await findings(test.store)).toEqual([])
      }
    })

    it('takes a curator’s word over a rule’s, and the last word of each', async () => {
      await using test = await openStore()
      await ingestAll(test.store, [a, b])
      await test.store.judge([judged(a, b, 'same')])
      await test.store.judge([judged(b, a, 'different', { by: 'ana', score: 0.1 })])
      expect(await groups(test.store)).toEqual(['a', 'b'])
      await test.store.judge([judged(a, b, 'same', { at: '2027-01-01T00:00:00.000Z' })])
      expect(await groups(test.store)).toEqual(['a', 'b'])
      await test.store.judge([judged(a, b, 'same', { by: 'ana' })])
      expect(await groups(test.store)).toEqual(['ab'])
      const [left, right] = [a.id, b.id].sort()
      expect(await test.store.judgements([b.id])).toMatchObject([
        { left, right, verdict: 'same', by: 'ana' },
        { left, right, verdict: 'same', by: 'rule:test' },
      ])
      expect(await test.store.judgements([c.id])).toEqual([])
    })

    it('refuses a judgement on one entity, or on one that is not there', async () => {
      await using test = await openStore()
      await ingestAll(test.store, [a, b])
      await expect(test.store.judge([judged(a, a, 'same')])).rejects.toMatchObject({ code: 'invalid' })
      await expect(test.store.judge([judged(a, b, 'same'), judged(a, 'ent-none', 'same')])).rejects.toMatchObject({
        code: 'not-found',
      })
      expect(await test.store.judgements([a.id])).toEqual([])
    })

    it('applies the judgements of a plan with it, and refuses those on entities that are gone', async () => {
      await using test = await openStore()
      await ingest(
        test.store,
        { source: 'a.txt', entities: [a] },
        { source: 'b.txt', entities: [b], judgements: [judged(b, a, 'same')] },
      )
      expect(await groups(test.store)).toEqual(['ab'])
      const late = ingest(test.store, { source: 'c.txt', entities: [c], judgements: [judged(c, d, 'same')] })
      await expect(late).rejects.toMatchObject({ code: 'plan-conflict' })
    })

    it('drops a rule’s judgement with its entity and splits what it held together', async () => {
      await using test = await openStore()
      await ingestAll(test.store, [a, b])
      const without = await exportLines(test.store)
      await ingest(test.store, {
        source: 'c.txt',
        entities: [c],
        judgements: [judged(c, a, 'same'), judged(c, b, 'same')],
      })
      expect(await groups(test.store)).toEqual(['abc'])
      await withdraw(test.store, 'c.txt')
      expect(await groups(test.store)).toEqual(['a', 'b'])
      expect(await exportLines(test.store)).toEqual(without)
    })

    it('keeps a curator’s judgement, which counts again when the entity comes back', async () => {
      await using test = await openStore()
      await ingestAll(test.store, [a, b])
      await test.store.judge([judged(a, b, 'same', { by: 'ana' })])
      await withdraw(test.store, 'b.txt')
      expect(await groups(test.store)).toEqual(['a'])
      await ingest(test.store, { source: 'b.txt', entities: [b] })
      expect(await groups(test.store)).toEqual(['ab'])
      expect(await findings(test.store)).toEqual([])
    })

    it('keeps a relation between two members out of the traversals and in the statements', async () => {
      await using test = await openStore()
      const partner: Claim = { subject: a, predicate: 'PARTNER_OF', object: of('a.txt', 'Other') }
      await ingest(test.store, { source: 'a.txt', claims: [partner] })
      await test.store.judge([judged(a, of('a.txt', 'Other'), 'same')])
      expect((await test.store.neighbours(a.id, {}, { limit: 9 })).items).toEqual([])
      for (const direction of ['in', 'out', undefined] as const) {
        const [page] = await test.store.statementsOf([a.id], { direction }, { limit: 9 })
        expect(page?.items.map(({ id }) => id)).toEqual([claimId(partner)])
      }
    })
  })
}
