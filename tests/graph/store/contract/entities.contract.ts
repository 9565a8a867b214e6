import { describe, expect, it } from 'vitest'
import { MAX_LISTED } from '../../../../graph/entity.ts'
import { documentId } from '../../../../graph/identity.ts'
import { ingest, judged, named, withdraw, worldly } from '../../../support/build-reading.ts'
import type { OpenStore } from './store-factory.ts'

const zinc = worldly('metal/zinc', 'Metal', 'zinc', { concept: 'metal/zinc' })
const works = named('a.txt', 'Enterprise', 'Zinkwerk Müller GmbH', {
  aliases: ['ZWM', 'Zinkwerk'],
  country: 'DE',
  keys: ['zinkwerk mueller'],
})
const other = named('b.txt', 'Enterprise', 'Kupferwerk AG', { aliases: ['KW'], country: 'AT' })

export function describeEntities(openStore: OpenStore): void {
  describe('entities', () => {
    it('gives an entity as its document names it', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', entities: [works] })
      const { keys: _, ...shown } = works
      expect(await test.store.entities([works.id])).toEqual([
        { ...shown, members: [works.id], documents: [documentId('a.txt')], documentCount: 1 },
      ])
    })

    it('answers in the order asked, null for what is not there', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', entities: [works, zinc] })
      const found = await test.store.entities([zinc.id, 'ent-none', works.id, zinc.id])
      expect(found.map((entity) => entity?.id ?? null)).toEqual([zinc.id, null, works.id, zinc.id])
      expect(await test.store.entities([])).toEqual([])
    })

    it('combines what several documents call a thing of the world: the most given name, the others as aliases', async () => {
      await using test = await openStore()
      const call = (name: string, aliases: string[] = []) => ({ ...zinc, name, aliases })
      await ingest(
        test.store,
        { source: 'a.txt', entities: [call('Zn')] },
        { source: 'b.txt', entities: [call('zinc', ['spelter'])] },
        { source: 'c.txt', entities: [call('zinc')] },
      )
      const [view] = await test.store.entities([zinc.id])
      expect(view).toMatchObject({ name: 'zinc', concept: 'metal/zinc' })
      expect([...(view?.aliases ?? [])].sort()).toEqual(['Zn', 'spelter'])
      expect(view?.documents).toEqual(['a.txt', 'b.txt', 'c.txt'].map(documentId).sort())
      await withdraw(test.store, 'b.txt')
      await withdraw(test.store, 'c.txt')
      expect((await test.store.entities([zinc.id]))[0]).toMatchObject({
        name: 'Zn',
        aliases: [],
        documents: [documentId('a.txt')],
      })
    })

    it('lists some and counts all of many documents, and of the members merged', async () => {
      await using test = await openStore()
      const sources = Array.from({ length: MAX_LISTED + 5 }, (_, at) => `${at}.txt`)
      for (const source of sources) await ingest(test.store, { source, entities: [zinc] })
      const [hub] = await test.store.entities([zinc.id])
      expect([hub?.documents.length, hub?.documentCount]).toEqual([MAX_LISTED, sources.length])
      const metal = named('0.txt', 'Metal', 'Zink')
      await ingest(
        test.store,
        { source: '0.txt', entities: [zinc, metal] },
        { source: 'more.txt', entities: [named('more.txt', 'Metal', 'Zink')] },
      )
      await test.store.judge([judged(zinc, metal, 'same'), judged(metal, named('more.txt', 'Metal', 'Zink'), 'same')])
      expect((await test.store.entities([zinc.id]))[0]).toMatchObject({ documentCount: sources.length + 1 })
    })

    it('lists in the order of ids, page by page, by type, name and document', async () => {
      await using test = await openStore()
      await ingest(
        test.store,
        { source: 'a.txt', entities: [works, zinc] },
        { source: 'b.txt', entities: [other, zinc] },
      )
      const ids = [works.id, other.id, zinc.id].sort()
      const first = await test.store.listEntities({}, { limit: 2 })
      const rest = await test.store.listEntities({}, { limit: 2, cursor: first.cursor })
      expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids)
      expect(rest.cursor).toBeUndefined()
      const list = async (filter: Parameters<typeof test.store.listEntities>[0]) => {
        const { items } = await test.store.listEntities(filter, { limit: 10 })
        expect(await test.store.countEntities(filter)).toBe(items.length)
        return items.map(({ id }) => id)
      }
      expect(await list({ type: 'Metal' })).toEqual([zinc.id])
      expect(await list({ type: 'Enterprise' })).toEqual([works.id, other.id].sort())
      expect(await list({ name: 'ZINKWERK muller gmbh' })).toEqual([works.id])
      expect(await list({ name: 'zwm' })).toEqual([works.id])
      expect(await list({ name: 'zinkwerk', type: 'Metal' })).toEqual([])
      expect(await list({ document: documentId('b.txt') })).toEqual([other.id, zinc.id].sort())
      expect(await list({ document: documentId('b.txt'), type: 'Enterprise', name: 'kw' })).toEqual([other.id])
      expect(await list({ document: 'doc-none' })).toEqual([])
    })

    it('finds candidates by folded name, alias or key, each once, with what resolution compares', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', entities: [works] }, { source: 'b.txt', entities: [other] })
      expect(await test.store.candidates(['zinkwerk', 'zwm', 'nothing'])).toEqual([{ ...works, canonical: works.id }])
      expect(await test.store.candidates(['zinkwerk mueller'])).toEqual([{ ...works, canonical: works.id }])
      expect(await test.store.candidates([])).toEqual([])
      await test.store.judge([judged(works, other, 'same')])
      const canonical = [works.id, other.id].sort()[0]
      const found = await test.store.candidates(['kupferwerk ag', 'zinkwerk'])
      expect(found.map((each) => each.canonical)).toEqual([canonical, canonical])
    })

    it('gives one candidate for all of a cluster that are named alike, the one of the least id', async () => {
      await using test = await openStore()
      const { type, name, id, ...rest } = works
      const [second, third] = [named('b.txt', type, name, rest), named('c.txt', type, name, rest)]
      await ingest(test.store, { source: 'a.txt', entities: [works, other, second, third] })
      const ids = [id, second.id, third.id].sort()
      expect((await test.store.candidates(['zinkwerk'])).map((each) => each.id)).toEqual(ids)
      await test.store.judge([
        judged(works, second, 'same'),
        judged(second, third, 'same'),
        judged(third, other, 'same'),
      ])
      const found = await test.store.candidates(['zinkwerk', 'kupferwerk ag'])
      expect(found.map((each) => each.id)).toEqual([ids[0], other.id].sort())
      const canonical = [...ids, other.id].sort()[0]
      expect(found.map((each) => each.canonical)).toEqual([canonical, canonical])
    })

    it('no longer finds an entity by a name its document dropped', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', entities: [works] })
      await ingest(test.store, {
        source: 'a.txt',
        entities: [{ ...works, aliases: ['Zinkwerk'] }],
        fingerprint: 'test-2',
      })
      expect(await test.store.candidates(['zwm'])).toEqual([])
      expect(await test.store.countEntities({ name: 'ZWM' })).toBe(0)
      expect((await test.store.entities([works.id]))[0]?.aliases).toEqual(['Zinkwerk'])
    })

    it('drops an entity nobody mentions any more', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', entities: [works, zinc] }, { source: 'b.txt', entities: [zinc] })
      await ingest(test.store, { source: 'a.txt', fingerprint: 'test-2' })
      expect((await test.store.entities([works.id, zinc.id])).map((entity) => entity?.documents)).toEqual([
        undefined,
        [documentId('b.txt')],
      ])
    })

    it('refuses an entity whose type is not the one its id has', async () => {
      await using test = await openStore()
      await ingest(test.store, { source: 'a.txt', entities: [zinc] })
      const plan = ingest(test.store, { source: 'b.txt', entities: [{ ...zinc, type: 'WasteStream' }] })
      await expect(plan).rejects.toMatchObject({ code: 'invalid' })
    })
  })
}
