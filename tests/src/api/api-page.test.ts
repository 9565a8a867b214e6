import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../graph/package-root.ts'
import { DEFAULT_API_LIMITS, MAX_PAGE } from '../../../src/api/api-limits.ts'
import { type RunningServer, serve } from '../../../src/api/serve.ts'
import { createGraphQLClient, type GraphQLClient } from '../../support/graphql-client.ts'
import { type Library, openLibrary } from '../../support/open-library.ts'

const TOKEN = 'a-token-for-the-staff'
const ROOT = packageRoot(import.meta.url)
const page = readFileSync(join(ROOT, 'docs/api.md'), 'utf8')
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map((match) => match[1] ?? '')

let library: Library
let server: RunningServer
let staff: GraphQLClient

beforeAll(async () => {
  const folder = join(ROOT, 'examples/library')
  library = await openLibrary(
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))])),
  )
  server = await serve(library.services, { host: '127.0.0.1', port: 0, token: TOKEN, logLevel: 'silent' })
  staff = createGraphQLClient((path, init) => fetch(server.url + path, init), TOKEN)
})
afterAll(async () => {
  await server.close()
  await library.close()
})

/** Whether an answer says anything: some list of it has items, or some text has words. */
function saysSomething(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.some(saysSomething)
  if (typeof answer === 'object' && answer !== null) return Object.values(answer).some(saysSomething)
  return typeof answer === 'string' && answer !== ''
}

async function findVariables(): Promise<Record<string, string>> {
  const { data } = await staff.ask(
    '{ entities(type: Enterprise, first: 2) { nodes { id } } documents(first: 1) { nodes { id statements(first: 1) { nodes { id } } } } }',
  )
  const [[left, right], [document]] = [data.entities.nodes, data.documents.nodes]
  return { left: left.id, right: right.id, statement: document.statements.nodes[0].id, document: document.id }
}

describe('the page on the API', () => {
  it.each(blocks('graphql').filter((query) => !query.startsWith('mutation')))(
    'asks what is answered: %s',
    async (query) => {
      const { data, errors } = await staff.ask(query)
      expect(errors).toEqual([])
      const silent = Object.entries(data).filter(([, answer]) => !saysSomething(answer))
      expect(silent).toEqual([])
    },
  )

  it.each(blocks('graphql').filter((query) => query.startsWith('mutation')))(
    'changes what can be changed: %s',
    async (query) => {
      const known = await findVariables()
      const [definition] = parse(query).definitions
      const names =
        definition && 'variableDefinitions' in definition
          ? (definition.variableDefinitions ?? []).map((each) => each.variable.name.value)
          : []
      const { data, errors } = await staff.ask(query, Object.fromEntries(names.map((name) => [name, known[name]])))
      expect(errors).toEqual([])
      expect(Object.values(data)).toEqual([expect.objectContaining({ errors: [] })])
    },
  )

  it.each(blocks('sh').filter((command) => !command.includes('-sN')))(
    'calls curl so that it works: %s',
    async (command) => {
      const here = command.replaceAll('http://127.0.0.1:4000', server.url)
      const { stdout } = await promisify(execFile)('sh', ['-c', here], {
        cwd: ROOT,
        env: { PATH: process.env.PATH, CUPEL_TOKEN: TOKEN },
      })
      const { data, errors } = JSON.parse(stdout)
      expect(errors).toBeUndefined()
      expect(saysSomething(data)).toBe(true)
    },
  )

  it('names every code the API refuses with', () => {
    const folder = join(ROOT, 'src/api')
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
    const codes = [...sources.matchAll(/(?:createRequestError|createUserError|refuseAs)\(\s*'([a-z-]+)'/g)].map(
      (match) => match[1] ?? '',
    )
    expect(codes.length).toBeGreaterThan(20)
    expect([...new Set(codes)].filter((code) => !page.includes(`\`${code}\``))).toEqual([])
  })

  it('names every limit with its value', () => {
    const table = page.slice(page.indexOf('## Limits'))
    const values = [...Object.values(DEFAULT_API_LIMITS), MAX_PAGE].map((value) => value.toLocaleString('en'))
    expect(values.filter((value) => !new RegExp(`\\| ${value}\\b`).test(table))).toEqual([])
  })

  it('names every metric and log event of ours', async () => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    const names = [...metrics.matchAll(/^# HELP (cupel_\w+)/gm)].map((match) => match[1] ?? '')
    expect(names.length).toBeGreaterThan(5)
    const folder = join(ROOT, 'src/api')
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
    const events = [...sources.matchAll(/event: '([a-z-]+)'/g)].map((match) => match[1] ?? '')
    expect([...names, ...events].filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })
})
