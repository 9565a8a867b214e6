import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../../../src/api/create-api.ts'
import { createGraphQLClient, type GraphQLClient } from '../../../support/graphql-client.ts'
import { type Library, openLibrary } from '../../../support/open-library.ts'
import { composeReport } from '../../../support/reports.ts'

const TOKEN = 'a-token-for-the-staff'
const WITHDRAW =
  'mutation ($id: ID!) { withdrawDocument(id: $id) { report { source status document { id } } errors { code message path } } }'

let library: Library
let staff: GraphQLClient
let anyone: GraphQLClient

beforeAll(async () => {
  library = await openLibrary({})
  const api = createApi(library.services, { token: TOKEN, limits: { uploadBytes: 20_000 } })
  const send = async (path: string, init: RequestInit) => api.fetch(`http://localhost${path}`, init)
  staff = createGraphQLClient(send, TOKEN)
  anyone = createGraphQLClient(send)
})
afterAll(() => library.close())

async function upload(name: string, content: BlobPart, source?: string) {
  const { status, data, errors } = await staff.upload(name, content, { source })
  expect({ status, errors }).toEqual({ status: 200, errors: [] })
  return data.ingestDocument
}

describe('an upload', () => {
  it('adds a document that is found at once, changes nothing the second time, and is revised by other content', async () => {
    const added = await upload('report.txt', composeReport(1))
    expect(added).toMatchObject({ report: { source: 'report.txt', status: 'ADDED', problems: [] }, errors: [] })
    expect(added.report.statements).toBeGreaterThan(0)
    const { data } = await anyone.ask('{ search(query: "Nordmetall B1") { nodes { name } } counts { unindexed } }')
    expect(data.search.nodes.map((hit: { name: string }) => hit.name)).toContain('Nordmetall B1 GmbH')
    expect(data.counts.unindexed).toBe(0)
    expect((await upload('report.txt', composeReport(1))).report).toMatchObject({
      status: 'UNCHANGED',
      statements: added.report.statements,
    })
    expect((await upload('report.txt', composeReport(2))).report).toMatchObject({
      status: 'REVISED',
      document: { id: added.report.document.id },
    })
  })

  it('is known by the source it is given', async () => {
    expect((await upload('any.txt', composeReport(3), 'inbox/2026/третий отчёт.txt')).report.source).toBe(
      'inbox/2026/третий отчёт.txt',
    )
  })

  it.each([
    ['an empty file', 'empty.txt', ''],
    ['a broken PDF', 'broken.pdf', '%PDF-1.7\nnothing'],
    ['bytes of no format', 'bytes.docx', new Uint8Array(2_000).fill(7)],
  ])('of %s is refused with what to mend, and leaves nothing', async (_, name, content) => {
    const { report, errors } = await upload(name, content)
    expect(report).toMatchObject({ status: 'REJECTED', document: null })
    expect(errors.length).toBeGreaterThan(0)
    for (const { code, message, path } of errors) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(code).not.toBe('internal')
      expect(message.length).toBeGreaterThan(20)
      expect(path).toEqual(['file'])
    }
    expect(
      (await anyone.ask('query ($s: String) { document(source: $s) { id } }', { s: name })).data.document,
    ).toBeNull()
  })

  it.each([
    ['source-expected', '  '],
    ['too-long', 'x'.repeat(501)],
    ['source-unusable', 'a\nb'],
    ['source-unusable', 'a\u0000b'],
  ])('is refused with %s where its source is not usable', async (code, source) => {
    expect(await upload('a.txt', 'Text', source)).toMatchObject({ report: null, errors: [{ code, path: ['source'] }] })
  })

  it('larger than the limit is refused', async () => {
    expect(await upload('large.txt', 'x'.repeat(20_001))).toMatchObject({
      report: null,
      errors: [{ code: 'file-too-large', path: ['file'] }],
    })
  })
})

describe('a withdrawal', () => {
  it('takes the document out, and says so when it is asked again', async () => {
    const { report } = await upload('leaving.txt', composeReport(7))
    const withdrawn = await staff.ask(WITHDRAW, { id: report.document.id })
    expect(withdrawn.data.withdrawDocument).toEqual({
      report: { source: 'leaving.txt', status: 'WITHDRAWN', document: null },
      errors: [],
    })
    const again = await staff.ask(WITHDRAW, { id: report.document.id })
    expect(again.data.withdrawDocument).toMatchObject({ report: null, errors: [{ code: 'not-found', path: ['id'] }] })
    const { data } = await anyone.ask('{ search(query: "Nordmetall H7") { nodes { name } } }')
    expect(data.search.nodes.map((hit: { name: string }) => hit.name)).not.toContain('Nordmetall H7 GmbH')
  })

  it.each(['', 'st-1', 'country/DE', '\u0000'])('of what is no document says so: %j', async (id) => {
    const { data } = await staff.ask(WITHDRAW, { id })
    expect(data.withdrawDocument).toMatchObject({ report: null, errors: [{ code: 'not-found' }] })
  })
})

describe('a change without the staff token', () => {
  it.each([
    'withdrawDocument(id: "doc-1")',
    'decideStatement(id: "st-1", status: REJECTED)',
    'judgeEntities(left: "a", right: "b", verdict: SAME)',
  ])('is refused: %s', async (field) => {
    const answer = await anyone.ask(`mutation { ${field} { errors { code } } }`)
    expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'token-required' } }] })
    expect(answer.data ?? null).toBeNull()
  })
})
