import { describe, expect, it } from 'vitest'
import { documentId, hashContent } from '../../../../graph/identity.ts'
import {
  buildPlan,
  claimId,
  ingest,
  named,
  planReading,
  tonnes,
  withdraw,
  worldly,
} from '../../../support/build-reading.ts'
import { exportLines } from '../../../support/read-whole.ts'
import type { OpenStore } from './store-factory.ts'

const zinc = worldly('metal/zinc', 'Metal', 'zinc')
const works = named('a.txt', 'Enterprise', 'Zinkwerk GmbH', { aliases: ['ZW'], country: 'DE' })
const recovers = { subject: works, predicate: 'RECOVERS', object: zinc } as const

export function describeDocuments(openStore: OpenStore): void {
  describe('documents', () => {
    it('gives a document back as it was written, with its text', async () => {
      await using test = await openStore()
      const plan = buildPlan({ source: 'a.txt', claims: [recovers] })
      await test.store.apply(plan)
      expect(await test.store.document(plan.document.id)).toEqual(plan.document)
      expect(await test.store.documentVersion(plan.document.id)).toEqual(plan.version)
      expect(await test.store.documentVersion(plan.document.id, plan.version?.hash)).toEqual(plan.version)
    })

    it('answers null for what is not there, in the place asked', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt' })
      expect(await test.store.document('doc-none')).toBeNull()
      expect(await test.store.documentVersion('doc-none')).toBeNull()
      expect(await test.store.documentVersion(documentId('a.txt'), 'none')).toBeNull()
      expect(await test.store.footprint('doc-none')).toBeNull()
      const [none, some] = await test.store.documents(['doc-none', documentId('a.txt')])
      expect([none, some?.source]).toEqual([null, 'a.txt'])
    })

    it('pages through documents in the order of their sources', async () => {
      await using test = await openStore()
      for (const source of ['c.txt', 'a.txt', 'e.txt', 'b.txt', 'd.txt']) await ingest(test.store, { source })
      const first = await test.store.listDocuments({ limit: 2 })
      const second = await test.store.listDocuments({ limit: 2, cursor: first.cursor })
      const third = await test.store.listDocuments({ limit: 2, cursor: second.cursor })
      expect([first, second, third].map(({ items }) => items.map(({ source }) => source))).toEqual([
        ['a.txt', 'b.txt'],
        ['c.txt', 'd.txt'],
        ['e.txt'],
      ])
      expect(third.cursor).toBeUndefined()
    })

    it('refuses a cursor and a limit it cannot read', async () => {
      await using test = await openStore()
      await expect(test.store.listDocuments({ limit: 5, cursor: 'nonsense' })).rejects.toMatchObject({
        code: 'invalid',
      })
      await expect(test.store.listDocuments({ limit: 0 })).rejects.toMatchObject({ code: 'invalid' })
    })

    it('pages through the documents that mention an entity', async () => {
      await using test = await openStore()
      for (const source of ['a.txt', 'b.txt', 'c.txt']) await ingest(test.store, { source, entities: [zinc] })
      await ingest(test.store, { source: 'd.txt' })
      const expected = ['a.txt', 'b.txt', 'c.txt'].map(documentId).sort()
      const first = await test.store.documentsOf('metal/zinc', { limit: 2 })
      const rest = await test.store.documentsOf('metal/zinc', { limit: 2, cursor: first.cursor })
      expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(expected)
      expect(await test.store.documentsOf('metal/none', { limit: 2 })).toEqual({ items: [] })
    })

    it('shows the footprint: entities as this document names them, statements with its own words only', async () => {
      await using test = await openStore()
      const said = { subject: zinc, predicate: 'description', value: { kind: 'text', text: 'A metal.' } } as const
      await ingest(
        test.store,
        { source: 'a.txt', claims: [{ ...said, confidence: 0.6, quote: 'Zinc is a metal.' }], entities: [works] },
        {
          source: 'b.txt',
          claims: [{ ...said, confidence: 0.9, quote: 'Zn: a metal.' }],
          entities: [{ ...zinc, name: 'Zn' }],
        },
      )
      const footprint = await test.store.footprint(documentId('a.txt'))
      expect(footprint?.document.source).toBe('a.txt')
      expect(footprint?.entities).toEqual([works, zinc].sort((a, b) => (a.id < b.id ? -1 : 1)))
      expect(footprint?.statements).toMatchObject([{ statement: { id: claimId(said), confidence: 0.6 }, others: 1 }])
      expect(footprint?.statements[0]?.statement.evidence.map(({ quote }) => quote)).toEqual(['Zinc is a metal.'])
    })

    it('changes nothing on a plan that says so', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', claims: [recovers] })
      const before = await exportLines(test.store)
      const plan = buildPlan({ source: 'a.txt' })
      await test.store.apply({ ...plan, status: 'unchanged', assert: [], entities: [] })
      expect(await exportLines(test.store)).toEqual(before)
    })

    it('refuses a plan made against another state of the document, and leaves no trace of it', async () => {
      await using test = await openStore()
      const plan = buildPlan({ source: 'a.txt', claims: [recovers] })
      await expect(test.store.apply({ ...plan, expects: { version: 'x', fingerprint: 'y' } })).rejects.toMatchObject({
        code: 'plan-conflict',
      })
      await test.store.apply(plan)
      await expect(test.store.apply(plan)).rejects.toMatchObject({ code: 'plan-conflict' })
      const late = await planReading(test.store, { source: 'a.txt', fingerprint: 'test-2' })
      await test.store.apply(
        await planReading(test.store, { source: 'a.txt', claims: [recovers], fingerprint: 'test-3' }),
      )
      const before = await exportLines(test.store)
      await expect(test.store.apply(late)).rejects.toMatchObject({ code: 'plan-conflict' })
      expect(await exportLines(test.store)).toEqual(before)
    })

    it('keeps the text of an old version while evidence points into it, and no longer', async () => {
      await using test = await openStore()
      const capacity = { subject: works, predicate: 'capacity', value: tonnes(100) } as const
      await ingest(test.store, { source: 'a.txt', claims: [recovers, capacity] })
      const old = await test.store.documentVersion(documentId('a.txt'))
      await ingest(test.store, { source: 'a.txt', claims: [recovers] })
      expect(await test.store.documentVersion(documentId('a.txt'), old?.hash)).toEqual(old)
      await ingest(test.store, { source: 'a.txt', claims: [recovers, capacity], preface: 'New. ' })
      expect(await test.store.documentVersion(documentId('a.txt'), old?.hash)).toBeNull()
    })

    it('keeps any text whole, with every sign JavaScript knows', async () => {
      await using test = await openStore()
      const odd = 'NUL \u0000 lone \ud800 pair 😀 line \u2028 end'
      const claim = {
        subject: named('a.txt', 'Enterprise', odd),
        predicate: 'description',
        value: { kind: 'text', text: odd },
        quote: odd,
      } as const
      const plan = buildPlan({ source: 'a.txt', claims: [claim] })
      await test.store.apply(plan)
      expect((await test.store.documentVersion(plan.document.id))?.text).toBe(plan.version?.text)
      const [statement] = (await test.store.statementsIn(plan.document.id, { limit: 5 })).items
      expect(statement).toMatchObject({ value: { text: odd }, evidence: [{ quote: odd }] })
      expect((await test.store.entities([claim.subject.id]))[0]?.name).toBe(odd)
    })

    it('refuses a version whose hash is not that of its text', async () => {
      await using test = await openStore()
      const plan = buildPlan({ source: 'a.txt' })
      const version = { ...plan.version, hash: hashContent('other') } as NonNullable<typeof plan.version>
      await expect(
        test.store.apply({ ...plan, version, document: { ...plan.document, version: version.hash } }),
      ).rejects.toMatchObject({ code: 'invalid' })
      expect(await test.store.document(plan.document.id)).toBeNull()
    })

    it('refuses to withdraw what is not there', async () => {
      await using test = await openStore()
      const plan = buildPlan({ source: 'a.txt' })
      await expect(test.store.apply({ ...plan, status: 'withdrawn', version: undefined })).rejects.toMatchObject({
        code: 'not-found',
      })
    })

    it('forgets a withdrawn document with all that came from it', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', claims: [recovers] })
      await withdraw(test.store, 'a.txt')
      expect(await test.store.counts()).toEqual({
        documents: 0,
        entities: 0,
        statements: 0,
        evidence: 0,
        judgements: 0,
      })
      expect(await test.store.entities([works.id, zinc.id])).toEqual([null, null])
    })
  })
}
