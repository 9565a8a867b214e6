import { describe, expect, it } from 'vitest'
import type { GraphRecord, GraphStore } from '../../../../graph/store/graph-store.ts'
import {
  type Claim,
  claimId,
  ingest,
  judged,
  named,
  tonnes,
  withdraw,
  worldly,
} from '../../../support/build-reading.ts'
import { exportLines, exportRecords, findings, streamOf } from '../../../support/read-whole.ts'
import type { OpenStore } from './store-factory.ts'

const zinc = worldly('metal/zinc', 'Metal', 'zinc')
const dust = worldly('waste-stream/eaf-dust', 'WasteStream', 'EAF dust')
const [a, b] = [
  named('a.txt', 'Enterprise', 'Zinkwerk', { country: 'DE' }),
  named('b.txt', 'Enterprise', 'Zinkwerk', { aliases: ['ZW'] }),
]
const amount = (text: string, confidence: number): Claim => ({
  subject: dust,
  predicate: 'waste_generation',
  value: tonnes(5, text),
  confidence,
  quote: `So: ${text}`,
})

/** A graph with everything an export can hold: forms, former mentions, supports of different strength, decisions, merges. */
async function fill(store: GraphStore): Promise<void> {
  await ingest(
    store,
    { source: 'a.txt', claims: [{ subject: a, predicate: 'RECOVERS', object: zinc }, amount('5 t', 0.5)] },
    {
      source: 'b.txt',
      claims: [{ subject: b, predicate: 'RECOVERS', object: { ...zinc, name: 'Zn' } }, amount('five tonnes', 0.9)],
      judgements: [judged(a, b, 'same')],
    },
    { source: 'c.txt', claims: [{ subject: dust, predicate: 'CONTAINS', object: zinc }] },
    { source: 'c.txt' },
  )
  const decided = { by: 'ana', at: '2026-02-01T00:00:00.000Z' }
  await store.decide({
    ...decided,
    statement: claimId({ subject: a, predicate: 'RECOVERS', object: zinc }),
    status: 'accepted',
    reason: 'seen it',
  })
  await store.decide({ ...decided, statement: claimId(amount('', 1)), status: 'rejected' })
}

export function describeExport(openStore: OpenStore): void {
  describe('export and import', () => {
    it('brings the whole graph into another store, equal to the last byte', async () => {
      await using from = await openStore()
      await using to = await openStore()
      await fill(from.store)
      const lines = await exportLines(from.store)
      expect(await to.store.import(streamOf(lines.map((line): GraphRecord => JSON.parse(line))))).toEqual(
        await from.store.counts(),
      )
      expect(await exportLines(to.store)).toEqual(lines)
      expect(await findings(to.store)).toEqual([])
      expect(await to.store.listEntities({}, { limit: 20 })).toEqual(await from.store.listEntities({}, { limit: 20 }))
      expect(await to.store.statementsOf([a.id, dust.id], {}, { limit: 20 })).toEqual(
        await from.store.statementsOf([a.id, dust.id], {}, { limit: 20 }),
      )
      expect(await to.store.outboxDepth()).toBe(3 + 3)
    })

    it('brings over what one document alone gave, so that it can be withdrawn there', async () => {
      await using from = await openStore()
      await using to = await openStore()
      await fill(from.store)
      await to.store.import(from.store.export())
      for (const { store } of [from, to]) await withdraw(store, 'b.txt')
      expect(await exportLines(to.store)).toEqual(await exportLines(from.store))
      expect((await to.store.statements([claimId(amount('', 1))]))[0]).toMatchObject({
        confidence: 0.5,
        value: { text: '5 t' },
      })
    })

    it('gives the same lines whatever order the graph was made in', async () => {
      await using one = await openStore()
      await using two = await openStore()
      const readings = [
        { source: 'a.txt', claims: [amount('5 t', 0.5)], entities: [a] },
        { source: 'b.txt', claims: [amount('five tonnes', 0.5)], entities: [b, { ...zinc, name: 'Zn' }] },
        { source: 'c.txt', entities: [zinc] },
      ]
      await ingest(one.store, ...readings)
      await ingest(two.store, ...readings.toReversed())
      expect(await exportLines(two.store)).toEqual(await exportLines(one.store))
    })

    it('opens with the format and ends with the number and checksum of the lines', async () => {
      await using test = await openStore()
      await fill(test.store)
      const records = await exportRecords(test.store)
      expect(records[0]).toEqual({ kind: 'header', format: 'cupel-graph', version: 1 })
      expect(records.at(-1)).toEqual({
        kind: 'footer',
        records: records.length - 1,
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
    })

    it.each<[string, string, (records: GraphRecord[]) => GraphRecord[]]>([
      ['cut off', 'invalid', (records) => records.slice(0, -1)],
      ['empty', 'invalid', () => []],
      ['without a line', 'invalid', (records) => records.filter(({ kind }) => kind !== 'judgement')],
      [
        'out of order',
        'invalid',
        (records) => [...records.slice(0, 1), ...records.slice(1, -1).toReversed(), ...records.slice(-1)],
      ],
      [
        'changed',
        'invalid',
        (records) =>
          records.map((record) =>
            record.kind === 'entity' ? { ...record, entity: { ...record.entity, name: 'Other' } } : record,
          ),
      ],
      [
        'of another format',
        'invalid',
        ([, ...rest]) => [{ kind: 'header', format: 'cupel-graph', version: 2 as 1 }, ...rest],
      ],
    ])('refuses an export that is %s, and stays empty', async (_, code, spoil) => {
      await using from = await openStore()
      await using to = await openStore()
      await fill(from.store)
      const records = spoil(await exportRecords(from.store))
      await expect(to.store.import(streamOf(records))).rejects.toMatchObject({ code })
      expect(await to.store.counts()).toEqual({ documents: 0, entities: 0, statements: 0, evidence: 0, judgements: 0 })
    })

    it('refuses to import into a graph that holds something', async () => {
      await using from = await openStore()
      await using to = await openStore()
      await fill(from.store)
      await ingest(to.store, { source: 'z.txt' })
      const before = await exportLines(to.store)
      await expect(to.store.import(from.store.export())).rejects.toMatchObject({ code: 'invalid' })
      expect(await exportLines(to.store)).toEqual(before)
    })

    it('leaves nothing behind when the stream fails half way', async () => {
      await using from = await openStore()
      await using to = await openStore()
      await fill(from.store)
      async function* failing(): AsyncGenerator<GraphRecord> {
        yield* (await exportRecords(from.store)).slice(0, 8)
        throw new Error('the line went dead')
      }
      await expect(to.store.import(failing())).rejects.toThrow('the line went dead')
      expect((await to.store.counts()).entities).toBe(0)
      await to.store.import(from.store.export())
      expect(await exportLines(to.store)).toEqual(await exportLines(from.store))
    })

    it('exports one state of the graph, whatever is written meanwhile', async () => {
      await using test = await openStore()
      await fill(test.store)
      const before = await exportLines(test.store)
      const seen: string[] = []
      for await (const record of test.store.export()) {
        if (seen.length === 1) await ingest(test.store, { source: 'new.txt', entities: [dust] })
        seen.push(JSON.stringify(record))
      }
      expect(seen).toEqual(before)
      expect(await exportLines(test.store)).not.toEqual(before)
    })

    it('lets go of the store when the reader stops early', async () => {
      await using test = await openStore()
      await fill(test.store)
      for await (const record of test.store.export()) if (record.kind === 'entity') break
      await ingest(test.store, { source: 'new.txt' })
      expect(await findings(test.store)).toEqual([])
    })
  })
}
