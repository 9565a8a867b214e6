import { describe, expect, it } from 'vitest'
import type { IngestReport } from '../../../ingest/ingest-report.ts'
import { createIngestDesk } from '../../../src/api/ingest-desk.ts'
import type { Services } from '../../../src/services.ts'

/** Services whose ingestion goes on when the test says so. Nothing else of them is used. */
function createSlowServices() {
  const open: { source: string; finish: () => void }[] = []
  const services = {
    async *ingest(sources: AsyncIterable<{ source: string }>): AsyncIterable<IngestReport> {
      for await (const { source } of sources) {
        await new Promise<void>((finish) => open.push({ source, finish }))
        yield { source, id: source, status: 'added', problems: [], entities: 0, statements: 0 }
      }
    },
  } as unknown as Services
  return { services, open }
}

const sourceOf = (source: string) => ({ source, bytes: new Uint8Array() })
const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('the ingest desk', () => {
  it('takes one document after the other', async () => {
    const { services, open } = createSlowServices()
    const desk = createIngestDesk(services, { waiting: 5, onProgress: () => {} })
    const reports = ['a', 'b'].map((source) => desk.ingest(sourceOf(source)))
    await settle()
    expect(open.map(({ source }) => source)).toEqual(['a'])
    expect(desk.depth).toBe(2)
    open[0]?.finish()
    await settle()
    expect(open.map(({ source }) => source)).toEqual(['a', 'b'])
    open[1]?.finish()
    expect((await Promise.all(reports)).map(({ source }) => source)).toEqual(['a', 'b'])
  })

  it('refuses a document where too many wait', async () => {
    const { services, open } = createSlowServices()
    const desk = createIngestDesk(services, { waiting: 1, onProgress: () => {} })
    const kept = [desk.ingest(sourceOf('a')), desk.ingest(sourceOf('b'))]
    await expect(desk.ingest(sourceOf('c'))).rejects.toMatchObject({ extensions: { code: 'busy' } })
    for (const turn of [0, 1]) {
      await settle()
      open[turn]?.finish()
    }
    expect(await Promise.all(kept)).toHaveLength(2)
  })

  it('finishes what is in hand when it stops, and refuses what waits', async () => {
    const { services, open } = createSlowServices()
    const desk = createIngestDesk(services, { waiting: 5, onProgress: () => {} })
    const [inHand, waiting] = [desk.ingest(sourceOf('a')), desk.ingest(sourceOf('b'))]
    const refused = expect(waiting).rejects.toMatchObject({ extensions: { code: 'stopping' } })
    await settle()
    const stopped = desk.stop(10_000)
    open[0]?.finish()
    expect((await inHand).status).toBe('added')
    await refused
    await stopped
    await expect(desk.ingest(sourceOf('c'))).rejects.toMatchObject({ extensions: { code: 'stopping' } })
  })

  it('does not wait longer than its grace', async () => {
    const { services } = createSlowServices()
    const desk = createIngestDesk(services, { waiting: 5, onProgress: () => {} })
    desk.ingest(sourceOf('a')).catch(() => {})
    await settle()
    await desk.stop(20)
    expect(desk.depth).toBe(1)
  })
})
