import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderBlobs } from '../../graph/blobs/folder-blobs.ts'
import { GraphError } from '../../graph/graph-error.ts'
import type { GraphStore } from '../../graph/store/graph-store.ts'
import { openSqliteGraphStore } from '../../graph/store/sqlite/open-sqlite-graph-store.ts'
import { parseTableMapping } from '../../ingest/extract/table/table-mapping.ts'
import type { IngestReport } from '../../ingest/ingest-report.ts'
import { type Pipeline, receiveDocument, settleDocument, withdrawDocument } from '../../ingest/pipeline.ts'
import { composePrepare } from '../../src/compose-prepare.ts'
import { makeFolder } from '../support/make-folder.ts'
import { composeReport } from '../support/reports.ts'

const prepare = composePrepare()

let folder: string
let remove: () => Promise<void>
const open: GraphStore[] = []
beforeEach(async () => {
  ;({ folder, remove } = await makeFolder())
})
afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
  await remove()
})

let stores = 0
async function openPipeline(): Promise<Pipeline> {
  const store = await openSqliteGraphStore({ file: join(folder, `graph-${stores++}.sqlite`) })
  open.push(store)
  return {
    store,
    blobs: new FolderBlobs(join(folder, 'originals')),
    prepare,
    fingerprint: 'test',
    now: () => '2026-01-01T00:00:00.000Z',
  }
}

async function ingest(pipeline: Pipeline, source: string, text: string): Promise<IngestReport> {
  return settleDocument(pipeline, await receiveDocument(pipeline, { source, bytes: new TextEncoder().encode(text) }))
}

async function exportAll({ store }: Pipeline): Promise<string> {
  const lines = []
  for await (const record of store.export()) lines.push(JSON.stringify(record))
  return lines.join('\n')
}

/** Sentences that say something, shared between documents so that they corroborate and resolve to one another. */
const SENTENCES = [
  'Nordmetall GmbH treats steel dust and recovers zinc at its plant in Duisburg, Germany.',
  'The plant has a capacity of 110,000 tonnes of steel dust a year.',
  'Anna Berger, chief executive of Nordmetall GmbH, opened the line in 2019.',
  'Siam Recycling Co., Ltd. of Rayong, Thailand, treats aluminium dross.',
  'Siam Recycling Co., Ltd. plans to build a plant for salt slag in Hanoi.',
  'The International Conference on Slag was held in Kunming, China, from 3 to 5 May 2024.',
  'Viet Nam, Thailand and Indonesia are members of the Mekong Metals Network.',
  'Nordmetall GmbH does not treat lead-acid batteries.',
]
const texts = fc.subarray(SENTENCES, { minLength: 1 }).map((sentences) => sentences.join('\n\n'))
const corpus = fc.uniqueArray(fc.tuple(fc.constantFrom('a.txt', 'b.txt', 'c.txt'), texts), {
  selector: ([source]) => source,
  minLength: 1,
  maxLength: 3,
})

describe('the pipeline', () => {
  it('ingests twice as once, for any documents', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, async (documents) => {
        const [once, twice] = [await openPipeline(), await openPipeline()]
        for (const [source, text] of documents) await ingest(once, source, text)
        for (const [source, text] of [...documents, ...documents]) await ingest(twice, source, text)
        expect(await exportAll(twice)).toBe(await exportAll(once))
      }),
      { numRuns: 12 },
    )
  })

  it('withdraws to where it was before, for any documents', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, texts, async (documents, extra) => {
        const pipeline = await openPipeline()
        for (const [source, text] of documents) await ingest(pipeline, source, text)
        const before = await exportAll(pipeline)
        const { id } = await ingest(pipeline, 'extra.txt', extra)
        await withdrawDocument(pipeline, id)
        expect(await exportAll(pipeline)).toBe(before)
      }),
      { numRuns: 12 },
    )
  })

  it('gives every quote at its offsets, whatever the text', async () => {
    const strange = fc.array(
      fc.oneof(
        fc.constantFrom(...SENTENCES),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom('\u00a0', '\r\n', '钢铁粉尘', '😀', 'e\u0301'),
      ),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(strange, async (pieces) => {
        const pipeline = await openPipeline()
        const report = await ingest(pipeline, 'strange.txt', pieces.join(' '))
        if (report.status === 'rejected') return
        const version = await pipeline.store.documentVersion(report.id)
        const { items } = await pipeline.store.statementsIn(report.id, { limit: 100 })
        for (const { evidence } of items)
          for (const { start, end, quote } of evidence) expect(version?.text.slice(start, end)).toBe(quote)
      }),
      { numRuns: 40 },
    )
  })

  it('supersedes what a revised document no longer says, and takes it back when it says it again', async () => {
    const pipeline = await openPipeline()
    const { id } = await ingest(pipeline, 'r.txt', composeReport(1))
    const before = await pipeline.store.counts()
    const shorter = composeReport(1).replace(' The plant has a capacity of 11,000 tonnes of steel dust a year.', '')
    expect((await ingest(pipeline, 'r.txt', shorter)).status).toBe('revised')
    const { statements } = (await pipeline.store.footprint(id)) ?? { statements: [] }
    expect(statements.map(({ statement }) => statement.predicate)).not.toContain('capacity')
    expect(statements.length).toBeLessThan(before.statements)
    await ingest(pipeline, 'r.txt', composeReport(1))
    expect((await pipeline.store.footprint(id))?.statements.length).toBe(before.statements)
  })

  it('keeps a curator’s decision through withdrawal and return of the document', async () => {
    const pipeline = await openPipeline()
    const { id } = await ingest(pipeline, 'r.txt', composeReport(1))
    const [first] = (await pipeline.store.statementsIn(id, { limit: 1 })).items
    await pipeline.store.decide({
      statement: first?.id ?? '',
      status: 'rejected',
      by: 'curator',
      at: '2026-01-02T00:00:00.000Z',
      reason: 'misread',
    })
    await withdrawDocument(pipeline, id)
    await ingest(pipeline, 'r.txt', composeReport(1))
    expect((await pipeline.store.statements([first?.id ?? '']))[0]?.status).toBe('rejected')
  })

  it('makes its plan anew when another process changed the document meanwhile', async () => {
    const pipeline = await openPipeline()
    const arrived = await receiveDocument(pipeline, {
      source: 'r.txt',
      bytes: new TextEncoder().encode(composeReport(1)),
    })
    let meddled = false
    const meddling: Pipeline = {
      ...pipeline,
      store: new Proxy(pipeline.store, {
        get: (target, name) => {
          if (name !== 'apply' || meddled) return Reflect.get(target, name).bind?.(target) ?? Reflect.get(target, name)
          return async (plan: Parameters<GraphStore['apply']>[0]) => {
            meddled = true
            await ingest(pipeline, 'r.txt', composeReport(2))
            return target.apply(plan)
          }
        },
      }),
    }
    expect((await settleDocument(meddling, arrived)).status).toBe('revised')
    expect(meddled).toBe(true)
  })

  it('refuses to withdraw what is not there', async () => {
    await expect(withdrawDocument(await openPipeline(), 'doc-nothing')).rejects.toThrow(GraphError)
  })

  it('keeps the mapping a table was read by, until another is given', async () => {
    const pipeline = await openPipeline()
    const table = 'Betrieb;Durchsatz\nNordmetall GmbH;110,5\nZinkwerk Ost GmbH;20\n'
    const read = (durchsatz: unknown) =>
      parseTableMapping(JSON.stringify({ rows: 'Enterprise', columns: { Betrieb: 'name', Durchsatz: durchsatz } }))
    const mapping = read({ means: 'capacity', unit: 't/a' })
    const mapped = await ingest({ ...pipeline, mapping }, 'betriebe.csv', table)
    expect(mapped).toMatchObject({ status: 'added', statements: 2 })
    expect(await ingest(pipeline, 'betriebe.csv', table)).toMatchObject({ status: 'unchanged', statements: 2 })
    const longer = `${table}Bleiwerk West GmbH;7\n`
    expect(await ingest(pipeline, 'betriebe.csv', longer)).toMatchObject({ status: 'revised', statements: 3 })
    expect(await ingest({ ...pipeline, mapping: read('ignore') }, 'betriebe.csv', longer)).toMatchObject({
      statements: 0,
    })
  })
})
