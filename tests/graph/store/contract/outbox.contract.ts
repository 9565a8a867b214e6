import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { documentId } from '../../../../graph/identity.ts'
import type { GraphStore } from '../../../../graph/store/graph-store.ts'
import { type Claim, claimId, ingest, judged, named, withdraw, worldly } from '../../../support/build-reading.ts'
import type { OpenStore } from './store-factory.ts'

const zinc = worldly('metal/zinc', 'Metal', 'zinc')
const works = named('a.txt', 'Enterprise', 'Zinkwerk')
const recovers: Claim = { subject: works, predicate: 'RECOVERS', object: zinc }

/** Delivers everything and says what it was. */
async function drain(store: GraphStore): Promise<string[]> {
  const entries = await store.claimOutbox('drain', 1000, 60_000)
  await store.acknowledgeOutbox(
    'drain',
    entries.map(({ sequence }) => sequence),
  )
  return entries.map(({ id }) => id).sort()
}

export function describeOutbox(openStore: OpenStore): void {
  describe('outbox', () => {
    it('queues the document and every entity it mentions', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', claims: [recovers] })
      expect(await test.store.outboxDepth()).toBe(3)
      expect(await drain(test.store)).toEqual([documentId('a.txt'), works.id, zinc.id].sort())
      expect(await test.store.outboxDepth()).toBe(0)
      expect(await test.store.claimOutbox('w', 10, 1000)).toEqual([])
    })

    it('queues what a decision, a judgement, a revision and a withdrawal change', async () => {
      await using test = await openStore()
      const twin = named('b.txt', 'Enterprise', 'Zinkwerk')
      await ingest(test.store, { source: 'a.txt', claims: [recovers] }, { source: 'b.txt', entities: [twin] })
      await drain(test.store)
      await test.store.decide({
        statement: claimId(recovers),
        status: 'accepted',
        by: 'ana',
        at: '2026-01-01T00:00:00.000Z',
      })
      expect(await drain(test.store)).toEqual([documentId('a.txt'), works.id, zinc.id].sort())
      await test.store.judge([judged(works, twin, 'same')])
      expect(await drain(test.store)).toEqual(expect.arrayContaining([works.id, twin.id]))
      await test.store.judge([judged(works, twin, 'different')])
      expect(await drain(test.store)).toEqual(expect.arrayContaining([works.id, twin.id]))
      await ingest(test.store, { source: 'a.txt' })
      expect(await drain(test.store)).toEqual(expect.arrayContaining([documentId('a.txt'), works.id, zinc.id]))
      await withdraw(test.store, 'b.txt')
      expect(await drain(test.store)).toEqual(expect.arrayContaining([documentId('b.txt'), twin.id]))
    })

    it('keeps one waiting entry for a thing, however often it changes', async () => {
      await using test = await openStore()
      for (const fingerprint of ['1', '2', '3'])
        await ingest(test.store, { source: 'a.txt', claims: [recovers], fingerprint })
      expect(await test.store.outboxDepth()).toBe(3)
    })

    it('queues anew what changes while it is being delivered', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt' })
      const claimed = await test.store.claimOutbox('w1', 10, 60_000)
      await ingest(test.store, { source: 'a.txt', fingerprint: '2' })
      expect(await test.store.claimOutbox('w2', 10, 60_000)).toEqual([])
      await test.store.acknowledgeOutbox(
        'w1',
        claimed.map(({ sequence }) => sequence),
      )
      const later = await test.store.claimOutbox('w2', 10, 60_000)
      expect(later.map(({ id }) => id)).toEqual([documentId('a.txt')])
      expect(later[0]?.sequence).toBeGreaterThan(claimed[0]?.sequence as number)
    })

    it('shares the entries between workers, in order', async () => {
      await using test = await openStore()
      for (const source of ['a.txt', 'b.txt', 'c.txt']) await ingest(test.store, { source })
      const first = await test.store.claimOutbox('w1', 2, 60_000)
      const second = await test.store.claimOutbox('w2', 2, 60_000)
      expect([...first, ...second].map(({ id }) => id)).toEqual(['a.txt', 'b.txt', 'c.txt'].map(documentId))
      await test.store.acknowledgeOutbox(
        'w2',
        first.map(({ sequence }) => sequence),
      )
      expect(await test.store.outboxDepth()).toBe(3)
    })

    it('gives an entry to another worker once the lease is over, and then hears the first no more', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt' })
      const lost = await test.store.claimOutbox('w1', 10, 1)
      await delay(20)
      const taken = await test.store.claimOutbox('w2', 10, 60_000)
      expect(taken).toEqual(lost)
      await test.store.acknowledgeOutbox(
        'w1',
        lost.map(({ sequence }) => sequence),
      )
      expect(await test.store.outboxDepth()).toBe(1)
      await test.store.acknowledgeOutbox(
        'w2',
        taken.map(({ sequence }) => sequence),
      )
      expect(await test.store.outboxDepth()).toBe(0)
    })

    it('queues everything for a full reindex', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', claims: [recovers] })
      await drain(test.store)
      await test.store.refillOutbox()
      await test.store.refillOutbox()
      expect(await drain(test.store)).toEqual([documentId('a.txt'), works.id, zinc.id].sort())
    })

    it('takes calls that come at once, each of which sees whole changes only', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', claims: [recovers] })
      await drain(test.store)
      const [, depth, , claimed, counts] = await Promise.all([
        test.store.refillOutbox(),
        test.store.outboxDepth(),
        test.store.refillOutbox(),
        test.store.claimOutbox('w', 10, 60_000),
        test.store.counts(),
      ])
      expect([0, 3]).toContain(depth)
      expect([0, 3]).toContain(claimed.length)
      expect(counts).toMatchObject({ documents: 1 })
      expect(await test.store.outboxDepth()).toBe(3)
    })
  })
}
