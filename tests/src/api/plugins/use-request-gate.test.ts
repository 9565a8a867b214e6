import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../../../src/api/create-api.ts'
import { buildUpload, createGraphQLClient, type GraphQLClient, type Send } from '../../../support/graphql-client.ts'
import { type Library, openLibrary } from '../../../support/open-library.ts'

const TOKEN = 'a-token-for-the-staff'
const HEADER = { 'graphql-require-preflight': '1' }
const JSON_TYPE = { 'content-type': 'application/json' }

let library: Library
let send: Send
let staff: GraphQLClient
let anyone: GraphQLClient

beforeAll(async () => {
  library = await openLibrary({})
  const api = createApi(library.services, { token: TOKEN, limits: { bodyBytes: 10_000, uploadBytes: 50_000 } })
  send = async (path, init) => api.fetch(`http://localhost${path}`, init)
  staff = createGraphQLClient(send, TOKEN)
  anyone = createGraphQLClient(send)
})
afterAll(() => library.close())

const codeOf = ({ errors }: { errors: { extensions?: Record<string, unknown> }[] }) => errors[0]?.extensions?.code

describe('a request another site could have forged', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'TEXT/plain; charset=utf-8'])(
    'is refused without the header: %s',
    async (type) => {
      const answer = await staff.post('{"query":"{ __typename }"}', { 'content-type': type })
      expect(answer.status).toBe(403)
      expect(codeOf(answer)).toBe('preflight-required')
    },
  )

  it('is refused as an upload, token or not', async () => {
    for (const client of [staff, anyone]) {
      const answer = await client.post(buildUpload('a.txt', 'Text'))
      expect(answer.status).toBe(403)
      expect(codeOf(answer)).toBe('preflight-required')
    }
  })

  it('cannot change anything by GET', async () => {
    const query = 'mutation { withdrawDocument(id: "doc-1") { errors { code } } }'
    const response = await send(`/graphql?query=${encodeURIComponent(query)}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    })
    expect(response.status).toBe(405)
  })

  it('gets no word that lets a page of another origin read the answer', async () => {
    const response = await send('/graphql?query=%7B__typename%7D', { headers: { origin: 'https://elsewhere.example' } })
    expect(response.status).toBe(200)
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('a page of another origin', () => {
  it('may call where the server names its origin, and only then', async () => {
    const api = createApi(library.services, { origins: ['https://app.example'] })
    const allow = async (origin: string) =>
      (await api.fetch('http://localhost/graphql?query=%7B__typename%7D', { headers: { origin } })).headers.get(
        'access-control-allow-origin',
      )
    expect(await allow('https://app.example')).toBe('https://app.example')
    expect(await allow('https://elsewhere.example')).not.toBe('https://elsewhere.example')
    expect(await allow('https://elsewhere.example')).not.toBe('*')
  })
})

describe('an upload', () => {
  it('is refused before it is read without the staff token', async () => {
    expect(await anyone.upload('a.txt', 'Text')).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'token-required' } }],
    })
    const wrong = createGraphQLClient(send, 'a-token-of-somebody-else')
    expect(await wrong.upload('a.txt', 'Text')).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'token-wrong' } }],
    })
  })

  it.each([
    ['no parts', () => new FormData()],
    ['operations that are no JSON', () => formOf({ operations: '{', map: '{}' })],
    ['operations that are null', () => formOf({ operations: 'null', map: '{"0":["variables.file"]}' })],
    ['operations that are a number', () => formOf({ operations: '5', map: '{"0":["variables.file"]}' })],
    [
      'operations that are a file',
      () => {
        const form = formOf({ map: '{}' })
        form.set('operations', new Blob(['{}']))
        return form
      },
    ],
    ['a map that is no list', () => formOf({ operations: '{"query":"{ __typename }"}', map: '{"0":5}' })],
    ['a map that is null', () => formOf({ operations: '{"query":"{ __typename }"}', map: '{"0":null}' })],
    ['a map of numbers', () => formOf({ operations: '{"query":"{ __typename }"}', map: '{"0":[5]}' })],
    ['a map to the prototype', () => formOf({ operations: '{"query":""}', map: '{"0":["__proto__.polluted"]}' })],
    ['a list of operations', () => formOf({ operations: '[{"query":"{ __typename }"}]', map: '{}' })],
  ])('with %s is a bad request', async (_, build) => {
    const answer = await staff.post(build(), HEADER)
    expect(answer.status).toBe(400)
    expect(answer.errors[0]?.message).not.toMatch(/TypeError|undefined|\.js|at /)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('with a broken body is a bad request', async () => {
    const answer = await staff.post('--x\r\nnonsense', { ...HEADER, 'content-type': 'multipart/form-data; boundary=x' })
    expect(answer.status).toBe(400)
    const unbounded = await staff.post('nonsense', { ...HEADER, 'content-type': 'multipart/form-data' })
    expect(unbounded.status).toBe(400)
  })

  it('of a text where a file is expected says how to send one', async () => {
    const query = 'mutation ($file: File!) { ingestDocument(file: $file) { errors { code } } }'
    const answer = await staff.ask(query, { file: 'a.txt' })
    expect(answer.status).toBe(400)
    expect(answer.errors[0]?.message).toContain('multipart')
  })
})

function formOf(parts: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(parts)) form.set(name, value)
  return form
}

describe('a body', () => {
  it('without a file is refused past its limit', async () => {
    const answer = await anyone.post(JSON.stringify({ query: `{ __typename } #${'x'.repeat(20_000)}` }), {
      ...JSON_TYPE,
      'content-length': '20100',
    })
    expect(answer.status).toBe(413)
    expect(codeOf(answer)).toBe('body-too-large')
  })

  it.each([
    '',
    '{',
    'null',
    '5',
    '"text"',
    '{}',
    '{"query":5}',
    '{"query":""}',
    '{"query":"{"}',
    '{"query":"{ nothing }"}',
    '{"query":"{ __typename }","variables":"text"}',
    '{"query":"{ __typename }","variables":[1]}',
    '{"query":"{ __typename }","operationName":"Other"}',
    '{"query":"{ __typename }","unknown":1}',
  ])('that is no request is a bad request: %j', async (body) => {
    const answer = await anyone.post(body, JSON_TYPE)
    expect(answer.status).toBe(400)
    expect(answer.errors.length).toBeGreaterThan(0)
    expect(JSON.stringify(answer.errors)).not.toMatch(/node_modules|TypeError/)
  })

  it('of several requests is refused: one request is one operation', async () => {
    const answer = await anyone.post(
      JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
      JSON_TYPE,
    )
    expect(answer.status).toBe(400)
    expect(answer.errors[0]?.message).toMatch(/[Bb]atch/)
  })
})
