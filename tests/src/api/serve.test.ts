import { request } from 'node:http'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningServer, type ServeOptions, serve } from '../../../src/api/serve.ts'
import { openServices } from '../../../src/compose.ts'
import { createGraphQLClient, type Send } from '../../support/graphql-client.ts'
import { type Library, openLibrary } from '../../support/open-library.ts'
import { readEvents } from '../../support/read-events.ts'
import { composeReport } from '../../support/reports.ts'

const TOKEN = 'a-token-for-the-staff'
const PROGRESS = 'subscription { ingestProgress { source stage finished total report { status document { title } } } }'

let library: Library
let servers: RunningServer[]
let lines: Record<string, unknown>[]

beforeAll(async () => {
  library = await openLibrary({})
})
afterAll(() => library.close())
beforeEach(() => {
  servers = []
  lines = []
})
afterEach(() => Promise.all(servers.map((server) => server.close())))

const countDocuments = async () => (await library.services.store.counts()).documents

async function start(
  options: ServeOptions & { token?: string; port?: number } = {},
): Promise<{ send: Send; server: RunningServer }> {
  const log = pino({ base: undefined }, { write: (line: string) => lines.push(JSON.parse(line)) })
  const { token, port = 0, ...others } = options
  const server = await serve(library.services, { host: '127.0.0.1', port, token, logLevel: 'info' }, { log, ...others })
  servers.push(server)
  return { server, send: (path, init) => fetch(server.url + path, init) }
}

const staffOf = (send: Send) => createGraphQLClient(send, TOKEN)

async function follow(send: Send): Promise<AsyncGenerator<unknown>> {
  const response = await send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: PROGRESS }),
  })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  return readEvents(response)
}

describe('the server', () => {
  it('tells whether it lives and is ready, and its figures', async () => {
    const { send } = await start()
    expect(await (await send('/health', {})).json()).toEqual({ live: true })
    expect(await (await send('/ready', {})).json()).toEqual({ ready: true, behind: 0 })
    const metrics = await (await send('/metrics', {})).text()
    expect(metrics).toContain(`cupel_graph_items{kind="documents"} ${await countDocuments()}`)
    expect(metrics).toContain('cupel_outbox_depth 0')
  })

  it('leads from / to GraphiQL, and elsewhere says what there is', async () => {
    const { send } = await start()
    const root = await send('/', { redirect: 'manual' })
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql'])
    for (const path of ['/nothing', '/__proto__', '/constructor', '/graphql/..%2f', '//']) {
      expect((await send(path, {})).status, path).toBe(404)
    }
    expect((await send('/health', { method: 'POST' })).status).toBe(405)
    expect((await send('/health', { method: 'HEAD' })).status).toBe(200)
  })

  it('serves a GraphiQL that needs no network and may load nothing from one', async () => {
    const { send } = await start()
    const page = await send('/graphql', { headers: { accept: 'text/html' } })
    const html = await page.text()
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(html).not.toMatch(/<script[^>]+src=|<link[^>]+href="(?!data:)/)
    expect(html).toContain('What is known about steel dust?')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('sends headers that narrow what a browser may do', async () => {
    const { send } = await start()
    for (const path of ['/graphql?query=%7B__typename%7D', '/health', '/nothing']) {
      const { headers } = await send(path, {})
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('content-security-policy'), path).toBe("default-src 'none'; frame-ancestors 'none'")
      expect(headers.get('x-powered-by'), path).toBeNull()
    }
  })

  it('gives each request an id, keeps one that a proxy gave, and logs it', async () => {
    const { send } = await start()
    const client = createGraphQLClient(send)
    const own = await client.ask('query Any { counts { entities } }')
    expect(own.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    const given = await client.ask(
      '{ counts { entities } ontology { types { name } } }',
      {},
      { 'x-request-id': 'proxy-17' },
    )
    expect(given.headers.get('x-request-id')).toBe('proxy-17')
    const forged = await client.ask('{', {}, { 'x-request-id': 'a b"c' })
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(lines.filter((line) => line.event === 'request')).toMatchObject([
      {
        requestId: own.headers.get('x-request-id'),
        operation: 'query',
        field: 'counts',
        status: 200,
        ms: expect.any(Number),
      },
      { requestId: 'proxy-17', operation: 'query', field: 'several', status: 200 },
      { operation: 'none', field: 'none', status: 400 },
    ])
  })

  it('counts requests by what the contract names, not by what clients call them', async () => {
    const { send } = await start()
    const client = createGraphQLClient(send)
    for (let name = 0; name < 20; name++) await client.ask(`query Name${name} { alias${name}: counts { entities } }`)
    const metrics = await (await send('/metrics', {})).text()
    expect(metrics).toContain('cupel_graphql_requests_total{operation="query",field="counts",status="200"} 20')
    expect(metrics).not.toMatch(/Name1|alias1/)
  })

  it('says at its start that it takes no changes, where it has no token, and refuses them', async () => {
    const { send } = await start()
    expect(lines).toContainEqual(expect.objectContaining({ event: 'writing-disabled' }))
    const answer = await createGraphQLClient(send).ask('mutation { withdrawDocument(id: "doc-1") { errors { code } } }')
    expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code: 'writing-disabled' } }] })
  })

  it('answers nothing to a name that another site had resolve to this machine', async () => {
    const { server } = await start()
    const { hostname, port } = new URL(server.url)
    const ask = (path: string, host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        request({ hostname, port, path, headers: { host } }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
          .on('error', reject)
          .end()
      })
    for (const path of ['/', '/graphql?query=%7B__typename%7D', '/health', '/ready', '/metrics', '/nothing']) {
      expect(await ask(path, `rebound.example:${port}`), path).toBe(421)
      expect(await ask(path, `localhost:${port}`), path).not.toBe(421)
    }
  })

  it('answers every method without breaking', async () => {
    const { send } = await start()
    for (const method of ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
      const { status } = await send('/graphql', { method })
      expect(status, method).toBeLessThan(500)
      expect((await send('/graphql', { method })).headers.get('access-control-allow-origin'), method).toBeNull()
    }
  })

  it('says that its figures are not to be had where the store breaks', async () => {
    const counts = () => Promise.reject(new Error('secret place on the disk is gone'))
    const { services } = library
    library.services = {
      ...services,
      store: Object.assign(Object.create(services.store), { counts, outboxDepth: counts }),
    }
    const { send } = await start()
    const metrics = await send('/metrics', {})
    expect([metrics.status, await metrics.text()]).toEqual([500, expect.stringMatching(/logged as [0-9a-f-]{36}/)])
    const ready = await send('/ready', {})
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, because: 'store-silent' }])
    library.services = services
  })

  it('says which port is taken and how to take another', async () => {
    const { server } = await start()
    const port = Number(new URL(server.url).port)
    await expect(start({ port })).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining('PORT'),
    })
  })

  it('says that an address is not its own', async () => {
    const config = { host: '192.0.2.1', port: 0, logLevel: 'info' } as const
    await expect(serve(library.services, config, {})).rejects.toMatchObject({ code: 'host-unusable' })
  })
})

describe('an upload', () => {
  it('is told of step by step to whoever follows', async () => {
    const { send } = await start({ token: TOKEN })
    const events = await follow(send)
    const upload = staffOf(send).upload('report.txt', composeReport(1), { source: 'inbox/report.txt' })
    const stages: string[] = []
    for await (const event of events) {
      // biome-ignore lint/suspicious/noExplicitAny: the shape is checked below.
      const { ingestProgress: step } = (event as any).data
      expect(step.source).toBe('inbox/report.txt')
      stages.push(step.stage)
      if (step.stage !== 'DONE') continue
      expect(step.report).toMatchObject({ status: 'ADDED', document: { title: expect.stringContaining('Nordmetall') } })
      break
    }
    expect(stages).toEqual(['QUEUED', 'READING', 'APPLYING', 'DONE'])
    expect((await upload).data.ingestDocument.errors).toEqual([])
  })

  it('is followed by as many as the limit allows', async () => {
    const { send } = await start({ limits: { subscribers: 1 } })
    const first = await follow(send)
    const second = await send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: PROGRESS }),
    })
    expect(await second.text()).toContain('too-many-subscribers')
    await first.return(undefined)
  })

  it('past its size is refused, by its length or while it streams', async () => {
    const { send, server } = await start({ token: TOKEN, limits: { uploadBytes: 1_000_000 } })
    const large = 'x'.repeat(1_050_000)
    expect((await staffOf(send).upload('a.txt', large)).data.ingestDocument).toMatchObject({
      report: null,
      errors: [{ code: 'file-too-large', path: ['file'] }],
    })
    expect((await staffOf(send).upload('a.txt', 'x'.repeat(3_000_000))).status).toBe(413)
    const parts = `--b\r\ncontent-disposition: form-data; name="0"; filename="a"\r\n\r\n${'x'.repeat(3_000_000)}\r\n--b--`
    const headers = {
      authorization: `Bearer ${TOKEN}`,
      'graphql-require-preflight': '1',
      'content-type': 'multipart/form-data; boundary=b',
    }
    expect(await sendInChunks(server.url, headers, parts)).toBe(413)
  })

  it('does not open the door to large queries', async () => {
    const { send, server } = await start({ limits: { bodyBytes: 10_000 } })
    const body = JSON.stringify({ query: `{ __typename } #${'x'.repeat(20_000)}` })
    expect((await createGraphQLClient(send).post(body, { 'content-type': 'application/json' })).status).toBe(413)
    expect(await sendInChunks(server.url, { 'content-type': 'application/json' }, body)).toBe(411)
  })
})

/** Sends a body whose length is not told, as a stream does, and gives the status. */
function sendInChunks(url: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/graphql`, { method: 'POST', headers: { ...headers, 'transfer-encoding': 'chunked' } })
    sent.on('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    for (let at = 0; at < body.length; at += 50_000) sent.write(body.slice(at, at + 50_000))
    sent.end()
  })
}

describe('a second process on the same folder', () => {
  it('has its documents found by the server', async () => {
    const { send } = await start({ followEveryMs: 20 })
    const client = createGraphQLClient(send)
    const other = await openServices({ dataFolder: library.folder, workers: 0 })
    async function* one() {
      yield { source: 'other.txt', bytes: new TextEncoder().encode(composeReport(2)) }
    }
    for await (const report of other.ingest(one())) expect(report.status).toBe('added')
    await other.close()
    await expect
      .poll(
        async () =>
          (await client.ask('{ search(query: "Nordmetall C2") { nodes { name } } }')).data.search.nodes[0]?.name,
      )
      .toContain('Nordmetall C2')
  })

  it('has its writes followed even where it never indexed them itself', async () => {
    const { send } = await start({ followEveryMs: 20 })
    await library.services.store.refillOutbox()
    await expect.poll(async () => (await send('/ready', {}).then((response) => response.json())).behind).toBe(0)
  })
})

describe('a stop', () => {
  it('finishes the document in hand, ends streams, and takes nothing more', async () => {
    const before = await countDocuments()
    const { send, server } = await start({ token: TOKEN })
    const events = await follow(send)
    const upload = staffOf(send).upload('in-hand.txt', composeReport(3))
    await events.next()
    await server.close()
    expect((await upload).data.ingestDocument.report.status).toBe('ADDED')
    for await (const _ of events);
    await expect(send('/health', {})).rejects.toThrow()
    expect(lines.at(-1)).toMatchObject({ event: 'stopped' })
    expect(await countDocuments()).toBe(before + 1)
  })

  it('refuses uploads that wait, and says so', async () => {
    const before = await countDocuments()
    const { send, server } = await start({ token: TOKEN })
    const events = await follow(send)
    const uploads = [1, 2, 3].map((number) => staffOf(send).upload(`${number}.txt`, composeReport(number)))
    for (let queued = 0; queued < 3; ) {
      // biome-ignore lint/suspicious/noExplicitAny: only the stage matters.
      if (((await events.next()).value as any).data.ingestProgress.stage === 'QUEUED') queued++
    }
    await server.close()
    const answers = (await Promise.all(uploads)).map(({ data }) => data.ingestDocument)
    const kept = answers.filter(({ report }) => report?.status === 'ADDED').length
    expect(await countDocuments()).toBe(before + kept)
    expect(answers.filter(({ report }) => !report).map(({ errors }) => errors[0].code)).toEqual(
      Array.from({ length: 3 - kept }, () => 'stopping'),
    )
  })

  it('may be asked for twice', async () => {
    const { server } = await start()
    await Promise.all([server.close(), server.close()])
  })
})
