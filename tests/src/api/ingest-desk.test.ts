import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../../ingest/read/source-document.ts'
import { createIngestDesk } from '../../../src/api/ingest-desk.ts'
import type { Services } from '../../../src/services.ts'
import { type Library, openLibrary } from '../../support/open-library.ts'
import { composeReport } from '../../support/reports.ts'

let library: Library
beforeAll(async () => {
  library = await openLibrary({})
})
afterAll(() => library.close())

/** The real services, with a gate before each document that the test opens. */
function gateServices() {
  const open: { source: string; finish: () => void }[] = []
  async function* wait(sources: AsyncIterable<SourceDocument>) {
    for await (const document of sources) {
      await new Promise<void>((finish) => open.push({ source: document.source, finish }))
      yield document
    }
  }
  const services: Services = {
    ...library.services,
    ingest: (sources, options) => library.services.ingest(wait(sources), options),
  }
  return { services, open }
}

let number = 0
/** A document nobody has seen yet. */
const composeSource = () => ({ source: `${++number}.txt`, bytes: new TextEncoder().encode(composeReport(number)) })

const arrive = (open: unknown[], count: number) => expect.poll(() => open.length, { timeout: 20_000 }).toBe(count)

describe('the ingest desk', () => {
  it('takes one document after the other', async () => {
    const { services, open } = gateServices()
    const desk = createIngestDesk(services, { waiting: 5, onProgress: () => {}, explain: String, onLag: () => {} })
    const [one, other] = [desk.ingest(composeSource()), desk.ingest(composeSource())]
    await arrive(open, 1)
    expect(desk.depth).toBe(2)
    open[0]?.finish()
    expect((await one).status).toBe('added')
    await arrive(open, 2)
    expect(desk.depth).toBe(1)
    open[1]?.finish()
    expect((await other).status).toBe('added')
    expect(desk.depth).toBe(0)
  })

  it('refuses a document where too many wait', async () => {
    const { services, open } = gateServices()
    const desk = createIngestDesk(services, { waiting: 1, onProgress: () => {}, explain: String, onLag: () => {} })
    const kept = [desk.ingest(composeSource()), desk.ingest(composeSource())]
    await expect(desk.ingest(composeSource())).rejects.toMatchObject({ extensions: { code: 'busy' } })
    for (const turn of [0, 1]) {
      await arrive(open, turn + 1)
      open[turn]?.finish()
    }
    expect(await Promise.all(kept)).toHaveLength(2)
  })

  it('finishes what is in hand when it stops, and refuses what waits', async () => {
    const { services, open } = gateServices()
    const desk = createIngestDesk(services, { waiting: 5, onProgress: () => {}, explain: String, onLag: () => {} })
    const [inHand, waiting] = [desk.ingest(composeSource()), desk.ingest(composeSource())]
    const refused = expect(waiting).rejects.toMatchObject({ extensions: { code: 'stopping' } })
    await arrive(open, 1)
    const stopped = desk.stop(20_000)
    open[0]?.finish()
    expect((await inHand).status).toBe('added')
    await refused
    await stopped
    await expect(desk.ingest(composeSource())).rejects.toMatchObject({ extensions: { code: 'stopping' } })
  })

  it('does not wait longer than its grace', async () => {
    const { services, open } = gateServices()
    const desk = createIngestDesk(services, { waiting: 5, onProgress: () => {}, explain: String, onLag: () => {} })
    const late = desk.ingest(composeSource())
    await arrive(open, 1)
    await desk.stop(20)
    expect(desk.depth).toBe(1)
    open[0]?.finish()
    await late.catch(() => {})
  })
})
