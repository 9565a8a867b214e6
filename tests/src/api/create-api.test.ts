import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLE_QUERIES } from '../../../src/api/example-queries.ts'
import { openReadingClient, type ReadingClient } from '../../support/open-reading-client.ts'
import { composeReports } from '../../support/reports.ts'

const REPORTS = composeReports(5)

let client: ReadingClient

beforeAll(async () => {
  client = await openReadingClient(REPORTS)
})
afterAll(() => client.library.close())

describe('a global id', () => {
  it('gives back the object it was read from, whatever it is', async () => {
    const { search } = await client.read(
      '{ search(query: "Nordmetall", first: 3) { nodes { id entity { __typename id statements(first: 2) { nodes { __typename id } } } } } documents(first: 2) { nodes { __typename id } } }',
    )
    const { documents } = await client.read('{ documents(first: 2) { nodes { __typename id } } }')
    const things = [
      ...documents.nodes,
      ...search.nodes.flatMap(({ entity }: { entity: { statements: { nodes: object[] } } | null }) =>
        entity ? [entity, ...entity.statements.nodes] : [],
      ),
    ].map(({ __typename, id }) => ({ __typename, id }))
    const { nodes } = await client.read('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids: things.map(({ id }) => id),
    })
    expect(nodes).toEqual(things)
    const { node } = await client.read('query ($id: ID!) { node(id: $id) { __typename id } }', { id: things[0]?.id })
    expect(node).toEqual(things[0])
  })

  it.each([
    '',
    'x',
    'doc-nothing',
    'st-nothing',
    'ent-nothing',
    'country/XX',
    '💥',
    'a'.repeat(500),
    '\u0000',
    "'; drop table entity; --",
  ])('of nothing gives null: %j', async (id) => {
    expect(
      await client.read(
        'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } entity(id: $id) { id } document(id: $id) { id } concept(id: $id) { id } }',
        { id },
      ),
    ).toEqual({
      node: null,
      nodes: [null],
      entity: null,
      document: null,
      concept: null,
    })
  })
})

describe('a list', () => {
  it('is walked page by page, without gaps and without repeats', async () => {
    const all = (await client.read('{ entities(first: 100) { totalCount nodes { id } } }')).entities
    const walked: string[] = []
    for (let after: string | null = null; ; ) {
      const { entities } = await client.read(
        'query ($after: String) { entities(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      )
      walked.push(...entities.nodes.map(({ id }: { id: string }) => id))
      if (!entities.pageInfo.hasNextPage) break
      after = entities.pageInfo.endCursor
    }
    expect(walked).toEqual(all.nodes.map(({ id }: { id: string }) => id))
    expect(all.totalCount).toBe(walked.length)
  })

  it.each(['entities', 'documents', 'search(query: "zinc"'])(
    'of %s takes sizes in its range and refuses others',
    async (list) => {
      const field = (args: string) =>
        `${list.includes('(') ? `${list}, ` : `${list}(`}${args}) { pageInfo { hasNextPage } edges { cursor } }`
      const none = await client.ask(`{ ${field('first: 0')} }`)
      expect(none.errors).toEqual([])
      expect(Object.values(none.data)).toEqual([{ pageInfo: { hasNextPage: true }, edges: [] }])
      for (const size of [-1, 101, 1_000_000])
        expect(await client.fail(`{ ${field(`first: ${size}`)} }`), `${size}`).toEqual(['out-of-range'])
      for (const after of ['', 'x', 'AAAA', 'eyJ9'])
        expect(await client.fail(`{ ${field(`after: "${after}"`)} }`), after).toEqual(['invalid-cursor'])
    },
  )

  it('refuses a cursor that nobody gave out, though it is well formed', async () => {
    const after = Buffer.from(JSON.stringify(['s', 'no cursor of the store', 0])).toString('base64url')
    expect(
      await client.fail('query ($after: String) { documents(after: $after) { nodes { id } } }', { after }),
    ).toHaveLength(1)
    const far = Buffer.from(JSON.stringify(['o', 9_000_000])).toString('base64url')
    expect(
      await client.fail('query ($after: String) { search(query: "zinc", after: $after) { nodes { id } } }', {
        after: far,
      }),
    ).toEqual(['invalid-page'])
  })
})

describe('the examples of GraphiQL', () => {
  it.each(EXAMPLE_QUERIES.filter((query) => !query.includes('mutation')))('run as they stand: %s', async (query) => {
    const data = await client.read(query)
    expect(JSON.stringify(data).length).toBeGreaterThan(100)
  })
})
