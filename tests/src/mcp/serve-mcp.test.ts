import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../graph/package-root.ts'
import { runHere } from '../../support/cli.ts'
import { composeReports, writeFiles } from '../../support/reports.ts'

const main = join(packageRoot(import.meta.url), 'dist', 'src', 'cli', 'main.js')

let folder: string
let client: Client
let transport: StdioClientTransport

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cupel-mcp-'))
  const data = join(folder, 'data')
  await runHere(data, 'ingest', await writeFiles(join(folder, 'in'), composeReports(3)))
  transport = new StdioClientTransport({
    command: process.execPath,
    args: [main, 'mcp'],
    env: { PATH: process.env.PATH ?? '', CUPEL_DATA: data },
    stderr: 'pipe',
  })
  client = new Client({ name: 'test', version: '1' })
  await client.connect(transport)
})
afterAll(async () => {
  await client.close()
  await rm(folder, { recursive: true, force: true })
})

async function call(name: string, args: Record<string, unknown>) {
  const result = (await client.callTool({ name, arguments: args })) as CallToolResult
  const [first] = result.content
  // biome-ignore lint/suspicious/noExplicitAny: answers are as many-shaped as tools; tests say what they expect.
  return { ...result, text: first?.type === 'text' ? first.text : '', data: result.structuredContent as any }
}

describe('cupel mcp, asked by a client over standard input and output', () => {
  it('lists its tools, each described and reading only', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'entity',
      'legality',
      'match',
      'search',
      'suggest',
      'why-not',
    ])
    for (const { description, annotations } of tools) {
      expect(description?.length).toBeGreaterThan(40)
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
    }
  })

  it('has the tools that the guide lists', async () => {
    const { tools } = await client.listTools()
    const guide = readFileSync(join(packageRoot(), 'docs', 'guide.md'), 'utf8')
    const table = /\| tool \| answers \|\n.*\n(?<rows>(?:\|.*\n)+)/.exec(guide)?.groups?.rows ?? ''
    const listed = Array.from(table.matchAll(/^\| `(?<name>[^`]+)`/gm), ({ groups }) => groups?.name)
    expect(listed.sort()).toEqual(tools.map(({ name }) => name).sort())
  })

  it('searches, with the documents behind each hit', async () => {
    const { data, text } = await call('search', { query: '钢铁粉尘', limit: 5 })
    expect(data.hits.length).toBeGreaterThan(0)
    for (const hit of data.hits) expect(hit.documents.length).toBeGreaterThan(0)
    expect(text).toContain(data.hits[0].name)
  })

  it('suggests names', async () => {
    expect((await call('suggest', { prefix: 'Nordm' })).data.suggestions[0].name).toContain('Nordmetall')
  })

  it('matches a need, with quotes', async () => {
    const { data } = await call('match', { need: '8,000 t of steel dust a year', country: 'Viet Nam' })
    expect(data.need.country.code).toBe('VN')
    const waste = data.matches[0].criteria.find((each: { name: string }) => each.name === 'waste')
    expect(waste.evidence[0]).toMatchObject({ document: expect.any(String), quote: expect.stringMatching(/dust/i) })
  })

  it('says why not', async () => {
    const { data, text } = await call('why-not', {
      need: 'lead batteries in Viet Nam',
      candidate: 'Nordmetall A0 GmbH',
    })
    expect(data.outcome).toBe('no-tie')
    expect(data.evidence.length).toBeGreaterThan(0)
    expect(text).toContain('It would need')
  })

  it('judges a shipment', async () => {
    const { data, text } = await call('legality', { waste: 'A1160', from: 'DE', to: 'GH' })
    expect(data).toMatchObject({ verdict: 'likely-prohibited', notice: expect.stringContaining('no legal advice') })
    expect(text).toContain('The ban amendment')
  })

  it('tells what documents say of a thing, with their words', async () => {
    const { data } = await call('entity', { entity: 'Nordmetall A0 GmbH' })
    expect(data).toMatchObject({ type: 'Enterprise', name: 'Nordmetall A0 GmbH' })
    for (const { evidence } of data.statements) {
      expect(evidence[0]).toMatchObject({ document: expect.any(String), quote: expect.any(String) })
    }
    expect((await call('entity', { entity: data.id })).data.statements).toEqual(data.statements)
  })

  it.each([
    ['entity', { entity: 'Nobody Ltd' }, 'unknown-entity'],
    ['match', { need: 'steel dust', country: 'Atlantis' }, 'unknown-country'],
  ])('refuses what %s cannot answer, with a code', async (name, args, code) => {
    expect(await call(name, args)).toMatchObject({ isError: true, data: { code } })
  })

  it.each([
    ['match', {}],
    ['search', { query: 'x'.repeat(3_000) }],
    ['legality', { waste: 'A1160', from: 'DE', to: 'GH', purpose: 'fun' }],
    ['erase', {}],
  ])('refuses wrong arguments of %s and goes on', async (name, args) => {
    const refused = await call(name, args).then(
      ({ isError }) => isError,
      () => true,
    )
    expect(refused).toBe(true)
    expect((await call('suggest', { prefix: 'Nordm' })).isError).toBeFalsy()
  })

  it('answers all that was piped in before the input ended', () => {
    const ask = (id: number, method: string, params: object) => JSON.stringify({ jsonrpc: '2.0', id, method, params })
    const clientInfo = { name: 'pipe', version: '1' }
    const input = [
      ask(1, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo }),
      JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }),
      ask(2, 'tools/call', { name: 'search', arguments: { query: 'steel dust' } }),
      ask(3, 'tools/call', { name: 'match', arguments: { need: '8,000 t of steel dust a year' } }),
    ]
    const { stdout, status } = spawnSync(process.execPath, [main, 'mcp'], {
      input: `${input.join('\n')}\n`,
      env: { PATH: process.env.PATH ?? '', CUPEL_DATA: join(folder, 'data') },
      encoding: 'utf8',
      timeout: 50_000,
    })
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: number; result?: unknown })
    expect(answers.map(({ id, result }) => [id, result !== undefined]).sort()).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ])
    expect(status).toBe(0)
  })

  it('ends when the client leaves', async () => {
    const { pid } = transport
    await client.close()
    const isAlive = () => {
      try {
        return process.kill(pid ?? -1, 0)
      } catch {
        return false
      }
    }
    await expect.poll(isAlive, { timeout: 10_000 }).toBe(false)
  })
})
