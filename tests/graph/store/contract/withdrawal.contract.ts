import { describe, expect, it } from 'vitest'
import { documentId } from '../../../../graph/identity.ts'
import { type Claim, claimId, ingest, named, tonnes, withdraw, worldly } from '../../../support/build-reading.ts'
import { exportLines, findings } from '../../../support/read-whole.ts'
import type { OpenStore } from './store-factory.ts'

const zinc = worldly('metal/zinc', 'Metal', 'zinc')
const dust = worldly('waste-stream/eaf-dust', 'WasteStream', 'EAF dust')
const shared: Claim = { subject: dust, predicate: 'CONTAINS', object: zinc }
const works = named('a.txt', 'Enterprise', 'Zinkwerk')
const recovers: Claim = { subject: works, predicate: 'RECOVERS', object: zinc }

export function describeWithdrawal(openStore: OpenStore): void {
  describe('revision and withdrawal', () => {
    it('supersedes what the only document no longer says, with its old words as evidence', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', claims: [recovers, shared] })
      const [before] = await test.store.statements([claimId(recovers)])
      await ingest(test.store, { source: 'a.txt', claims: [shared], preface: 'Revised. ' })
      expect(await test.store.statements([claimId(recovers)])).toEqual([
        { ...before, status: 'superseded', corroboration: 0 },
      ])
      expect((await test.store.statementsIn(documentId('a.txt'), { limit: 9 })).items.map(({ id }) => id)).toEqual([
        claimId(shared),
      ])
      const [page] = await test.store.statementsOf([works.id], {}, { limit: 9 })
      expect(page?.items).toEqual([])
      expect(await findings(test.store)).toEqual([])
    })

    it('keeps a statement living while another document says it', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', claims: [shared] }, { source: 'b.txt', claims: [shared] })
      await ingest(test.store, { source: 'a.txt' })
      const [view] = await test.store.statements([claimId(shared)])
      expect(view).toMatchObject({ status: 'proposed', corroboration: 1 })
      expect(view?.evidence.map(({ document }) => document)).toEqual([documentId('b.txt')])
    })

    it('proposes a superseded statement again when a document says it again', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', claims: [shared] })
      await ingest(test.store, { source: 'a.txt' })
      expect((await test.store.statements([claimId(shared)]))[0]?.status).toBe('superseded')
      await ingest(test.store, { source: 'b.txt', claims: [shared] })
      const [view] = await test.store.statements([claimId(shared)])
      expect(view?.status).toBe('proposed')
      expect(view?.evidence.map(({ document }) => document)).toEqual([documentId('b.txt')])
    })

    it('gives back the confidence and wording of the others when the surest document goes', async () => {
      await using test = await openStore()
      const claim = (confidence: number, text: string): Claim => ({
        subject: dust,
        predicate: 'waste_generation',
        value: tonnes(5, text),
        confidence,
        quote: text,
      })
      await ingest(
        test.store,
        { source: 'a.txt', claims: [claim(0.5, '5 tonnes')] },
        { source: 'b.txt', claims: [claim(0.9, '5.0 t')] },
        { source: 'c.txt', claims: [claim(0.7, 'five tonnes')] },
      )
      const view = async () => (await test.store.statements([claimId(claim(1, ''))]))[0]
      expect(await view()).toMatchObject({ confidence: 0.9, value: { text: '5.0 t' }, corroboration: 3 })
      await withdraw(test.store, 'b.txt')
      expect(await view()).toMatchObject({ confidence: 0.7, value: { text: 'five tonnes' }, corroboration: 2 })
    })

    it('outlives revision and withdrawal with a curator’s decision', async () => {
      await using test = await openStore()
      const decision = {
        statement: claimId(recovers),
        status: 'accepted',
        by: 'ana',
        at: '2026-02-01T00:00:00.000Z',
      } as const
      await ingest(test.store, { source: 'a.txt', claims: [recovers] })
      await test.store.decide(decision)
      await ingest(test.store, { source: 'a.txt' })
      expect((await test.store.statements([claimId(recovers)]))[0]).toMatchObject({ status: 'accepted', decision })
      await withdraw(test.store, 'a.txt')
      expect(await test.store.statements([claimId(recovers)])).toEqual([null])
      await ingest(test.store, { source: 'a.txt', claims: [recovers] })
      expect((await test.store.statements([claimId(recovers)]))[0]).toMatchObject({ status: 'accepted', decision })
      expect(await findings(test.store)).toEqual([])
    })

    it('takes exactly what only the withdrawn document supported', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'b.txt', claims: [shared] })
      const before = await exportLines(test.store)
      await ingest(test.store, { source: 'a.txt', claims: [recovers, shared] })
      await withdraw(test.store, 'a.txt')
      expect(await exportLines(test.store)).toEqual(before)
    })

    it('takes what the withdrawn document said formerly, too', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', claims: [recovers, shared] })
      await ingest(test.store, { source: 'a.txt' })
      await withdraw(test.store, 'a.txt')
      expect(await test.store.counts()).toEqual({
        documents: 0,
        entities: 0,
        statements: 0,
        evidence: 0,
        judgements: 0,
      })
    })

    it('shows again as superseded what a document formerly said, when the one that still said it goes', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', claims: [shared] })
      await ingest(test.store, { source: 'a.txt' })
      const without = await exportLines(test.store)
      await ingest(test.store, { source: 'a.txt', claims: [shared] }, { source: 'b.txt', claims: [shared] })
      await ingest(test.store, { source: 'a.txt' })
      await withdraw(test.store, 'b.txt')
      expect(await exportLines(test.store)).toEqual(without)
    })

    it('decides by who supports a statement now, not when the plan was made', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', claims: [shared] })
      const footprint = await test.store.footprint(documentId('a.txt'))
      await ingest(test.store, { source: 'b.txt', claims: [shared] })
      const { document } = footprint as NonNullable<typeof footprint>
      await test.store.apply({
        status: 'withdrawn',
        document,
        expects: { version: document.version, fingerprint: document.fingerprint },
        entities: [],
        assert: [],
        retire: [{ change: 'remove', id: claimId(shared) }],
        judgements: [],
      })
      expect((await test.store.statements([claimId(shared)]))[0]).toMatchObject({
        status: 'proposed',
        corroboration: 1,
      })
    })
  })
}
