import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentId } from '../../../graph/identity.ts'
import { createApi } from '../../../src/api/create-api.ts'
import { EXAMPLE_QUERIES } from '../../../src/api/example-queries.ts'
import { createGraphQLClient, type GraphQLClient } from '../../support/graphql-client.ts'
import { type Library, openLibrary } from '../../support/open-library.ts'
import { composeReports } from '../../support/reports.ts'

const REPORTS = composeReports(5)

let library: Library
let client: GraphQLClient

beforeAll(async () => {
  library = await openLibrary(REPORTS)
  const api = createApi(library.services)
  client = createGraphQLClient(async (path, init) => api.fetch(`http://localhost${path}`, init))
})
afterAll(() => library.close())

/** The data of a query that must have no errors. */
// biome-ignore lint/suspicious/noExplicitAny: answers are as many-shaped as queries.
async function read(query: string, variables?: Record<string, unknown>): Promise<any> {
  const { data, errors } = await client.ask(query, variables)
  expect(errors).toEqual([])
  return data
}

/** The codes of a query's errors. */
async function fail(query: string, variables?: Record<string, unknown>): Promise<unknown[]> {
  const { errors, status } = await client.ask(query, variables)
  expect(status).toBeLessThan(500)
  expect(JSON.stringify(errors)).not.toMatch(/node_modules|\.ts:|SQLITE/)
  return errors.map((error) => error.extensions?.code)
}

const findEnterprise = async (name: string) =>
  (await read('query ($name: String) { entities(name: $name, type: Enterprise) { nodes { id name } } }', { name }))
    .entities.nodes[0]

describe('an entity', () => {
  it('says what documents say of it, in words that stand at their offsets', async () => {
    const { id } = await findEnterprise('Nordmetall A0 GmbH')
    const { entity } = await read(
      `query ($id: ID!) {
        entity(id: $id) {
          __typename type name corroboration
          documents { totalCount nodes { source } }
          statements(first: 50) {
            nodes {
              subject { id } predicate label object { name }
              value { __typename text ... on Quantity { value unit per } }
              modality status confidence origin corroboration
              evidence { quote start end version page document { version text(length: 100000) } context(before: 5, after: 5) { before quote after } }
            }
          }
        }
      }`,
      { id },
    )
    expect(entity).toMatchObject({
      __typename: 'Enterprise',
      type: 'Enterprise',
      name: 'Nordmetall A0 GmbH',
      corroboration: 1,
    })
    expect(entity.documents).toEqual({ totalCount: 1, nodes: [{ source: 'report-000.txt' }] })
    const { nodes } = entity.statements
    expect(nodes.map((each: { predicate: string }) => each.predicate)).toEqual(
      expect.arrayContaining(['TREATS', 'RECOVERS']),
    )
    for (const { evidence, status, origin } of nodes) {
      expect([status, origin]).toEqual(['PROPOSED', 'DOCUMENT'])
      expect(evidence.length).toBeGreaterThan(0)
      for (const { quote, start, end, version, document, context } of evidence) {
        expect(version).toBe(document.version)
        expect(document.text.slice(start, end)).toBe(quote)
        expect(document.text).toContain(context.before + context.quote + context.after)
      }
    }
  })

  it('has its neighbours, each with the statement and side that relate it', async () => {
    const { entity } = await read(
      '{ entity(id: "waste-stream/steel-dust") { id neighbours(first: 100) { edges { direction node { id type } statement { predicate subject { id } object { id } } } } } }',
    )
    const { edges } = entity.neighbours
    expect(edges.length).toBeGreaterThanOrEqual(5)
    for (const { direction, node, statement } of edges) {
      const [own, other] =
        direction === 'OUT' ? [statement.subject, statement.object] : [statement.object, statement.subject]
      expect(own.id).toBe(entity.id)
      expect(other.id).toBe(node.id)
    }
  })

  it('has only the neighbours asked for', async () => {
    const { entity } = await read(
      '{ entity(id: "waste-stream/steel-dust") { in: neighbours(relations: [TREATS], direction: IN) { edges { statement { predicate } direction } } out: neighbours(relations: [TREATS], direction: OUT) { nodes { id } } } }',
    )
    expect(new Set(entity.in.edges.map((edge: object) => JSON.stringify(edge)))).toEqual(
      new Set(['{"statement":{"predicate":"TREATS"},"direction":"IN"}']),
    )
    expect(entity.out.nodes).toEqual([])
  })

  it('has its place, by way of where it is said to lie', async () => {
    const { id } = await findEnterprise('Nordmetall A0 GmbH')
    const { entity } = await read(
      'query ($id: ID!) { entity(id: $id) { ... on Located { country { name countryCode } city { name country { countryCode } } } } }',
      { id },
    )
    expect(entity).toEqual({
      country: { name: 'Germany', countryCode: 'DE' },
      city: { name: 'Duisburg', country: { countryCode: 'DE' } },
    })
  })

  it('of the world brings its concept with codes', async () => {
    const { entity } = await read(
      '{ entity(id: "waste-stream/steel-dust") { ... on WasteStream { concept { id codes { scheme code verified inferred } entity { id } } } } }',
    )
    expect(entity.concept).toMatchObject({ id: 'waste-stream/steel-dust', entity: { id: 'waste-stream/steel-dust' } })
    expect(entity.concept.codes).toContainEqual(
      expect.objectContaining({ scheme: 'EU_LOW', verified: expect.any(Boolean) }),
    )
  })
})

describe('a global id', () => {
  it('gives back the object it was read from, whatever it is', async () => {
    const { search } = await read(
      '{ search(query: "Nordmetall", first: 3) { nodes { id entity { __typename id statements(first: 2) { nodes { __typename id } } } } } documents(first: 2) { nodes { __typename id } } }',
    )
    const { documents } = await read('{ documents(first: 2) { nodes { __typename id } } }')
    const things = [
      ...documents.nodes,
      ...search.nodes.flatMap(({ entity }: { entity: { statements: { nodes: object[] } } | null }) =>
        entity ? [entity, ...entity.statements.nodes] : [],
      ),
    ].map(({ __typename, id }) => ({ __typename, id }))
    const { nodes } = await read('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids: things.map(({ id }) => id),
    })
    expect(nodes).toEqual(things)
    const { node } = await read('query ($id: ID!) { node(id: $id) { __typename id } }', { id: things[0]?.id })
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
      await read(
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
    const all = (await read('{ entities(first: 100) { totalCount nodes { id } } }')).entities
    const walked: string[] = []
    for (let after: string | null = null; ; ) {
      const { entities } = await read(
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
        expect(await fail(`{ ${field(`first: ${size}`)} }`), `${size}`).toEqual(['out-of-range'])
      for (const after of ['', 'x', 'AAAA', 'eyJ9'])
        expect(await fail(`{ ${field(`after: "${after}"`)} }`), after).toEqual(['invalid-cursor'])
    },
  )

  it('refuses a cursor that nobody gave out, though it is well formed', async () => {
    const after = Buffer.from(JSON.stringify(['s', 'no cursor of the store', 0])).toString('base64url')
    expect(await fail('query ($after: String) { documents(after: $after) { nodes { id } } }', { after })).toHaveLength(
      1,
    )
    const far = Buffer.from(JSON.stringify(['o', 9_000_000])).toString('base64url')
    expect(
      await fail('query ($after: String) { search(query: "zinc", after: $after) { nodes { id } } }', { after: far }),
    ).toEqual(['invalid-page'])
  })
})

describe('a document', () => {
  it('is found by id and by source, and brings its text, statements and entities', async () => {
    const id = documentId('report-001.txt')
    const fields =
      '{ id source title language mediaType pages problems { code } version ingestedAt textLength text(start: 5, length: 10) statements(first: 3) { nodes { id evidence { document { id } } } pageInfo { hasNextPage } } entities(type: Enterprise) { totalCount nodes { name } } }'
    const { byId, bySource } = await read(
      `query ($id: ID) { byId: document(id: $id) ${fields} bySource: document(source: "report-001.txt") ${fields} }`,
      { id },
    )
    expect(byId).toEqual(bySource)
    expect(byId).toMatchObject({
      id,
      source: 'report-001.txt',
      language: 'en',
      mediaType: 'text/plain',
      problems: [],
      entities: { totalCount: 1, nodes: [{ name: 'Nordmetall B1 GmbH' }] },
    })
    expect(byId.text).toHaveLength(10)
    expect(byId.textLength).toBeGreaterThan(100)
    for (const { evidence } of byId.statements.nodes)
      expect(evidence.map((each: { document: object }) => each.document)).toContainEqual({ id })
  })

  it('is asked for in exactly one way', async () => {
    expect(await fail('{ document { id } }')).toEqual(['one-expected'])
    expect(await fail('{ document(id: "x", source: "y") { id } }')).toEqual(['one-expected'])
  })

  it.each(['start: -1', 'length: 0', 'length: 100001'])('refuses a range past its ends: %s', async (range) => {
    expect(await fail(`{ documents(first: 1) { nodes { text(${range}) } } }`)).toEqual(['out-of-range'])
  })
})

describe('a search', () => {
  it('finds by concept in any language and by code, and says why', async () => {
    for (const query of ['steel dust', 'EAFD', 'K061', '钢铁粉尘']) {
      const { search } = await read(
        'query ($query: String!) { search(query: $query, first: 100) { totalCount analysis { concepts { id matched concept { label } } words } nodes { id type name score why { kind query matched } entity { id } document { id } } } }',
        { query },
      )
      expect(search.analysis.concepts.length, query).toBeGreaterThan(0)
      expect(
        search.nodes.map((each: { name: string }) => each.name),
        query,
      ).toContain('Nordmetall A0 GmbH')
      for (const { id, type, why, entity, document } of search.nodes) {
        expect(type === 'Document' ? document : entity).toEqual({ id })
        expect(why.length).toBeGreaterThan(0)
      }
    }
  })

  it('counts facets with labels, and filters by them', async () => {
    const { search } = await read(
      '{ search(query: "Nordmetall", first: 1) { totalCount facets { name values { value label count } } } }',
    )
    const facets = new Map(search.facets.map((facet: { name: string; values: object[] }) => [facet.name, facet.values]))
    expect(facets.get('TYPE')).toContainEqual({ value: 'Enterprise', label: 'Enterprise', count: 5 })
    const filtered = await read(
      '{ search(query: "Nordmetall", filters: { type: [Enterprise] }, first: 100) { totalCount nodes { type } } }',
    )
    expect(filtered.search.totalCount).toBe(5)
    expect(filtered.search.nodes.every((hit: { type: string }) => hit.type === 'Enterprise')).toBe(true)
    const typed = await read('{ search(query: "Nordmetall", type: Person) { nodes { type } } }')
    expect(typed.search.nodes.every((hit: { type: string }) => hit.type === 'Person')).toBe(true)
  })

  it('refuses what is no query', async () => {
    expect(await fail('query ($query: String!) { search(query: $query) { totalCount } }', { query: '' })).toEqual([
      'query-empty',
    ])
    expect(
      await fail('query ($query: String!) { search(query: $query) { totalCount } }', { query: 'x'.repeat(5_000) }),
    ).toEqual(['query-too-long'])
  })

  it.each(['"', '*', 'NEAR(', 'a AND', '- -', 'name:x', '\u0000', '💥', ') OR (', "'; --", '「」', '\ud800'])(
    'survives %j',
    async (query) => {
      const { status } = await client.ask(
        'query ($query: String!) { search(query: $query) { totalCount } suggest(prefix: $query) { name } }',
        { query },
      )
      expect(status).toBe(200)
    },
  )

  it('suggests names as they are typed', async () => {
    const { suggest } = await read('{ suggest(prefix: "Nordmetall B", first: 3) { id type name } }')
    expect(suggest[0]).toMatchObject({ type: 'Enterprise', name: 'Nordmetall B1 GmbH' })
    expect(await fail('{ suggest(prefix: "a", first: 101) { id } }')).toEqual(['out-of-range'])
  })
})

describe('a match', () => {
  it('answers a need with reasons that quote documents', async () => {
    const { match } = await read(
      `{ match(text: "We have 5,000 t of steel dust a year in Germany") {
        need { wasteStreams { id matched concept { label } } quantity { value unit } country { code } }
        matches { score enterprise { id name entity { id } } technology { name } country { name } missing
          criteria { name score because evidence { quote source page document { source } statement { id } } } }
      } }`,
    )
    expect(match.need).toMatchObject({
      wasteStreams: [{ id: 'waste-stream/steel-dust' }],
      quantity: { value: 5_000, unit: 't' },
      country: { code: 'DE' },
    })
    expect(match.matches.length).toBeGreaterThan(0)
    const [best] = match.matches
    expect(best.enterprise.entity).toEqual({ id: best.enterprise.id })
    const quotes = best.criteria.flatMap((criterion: { evidence: object[] }) => criterion.evidence)
    expect(quotes.length).toBeGreaterThan(0)
    for (const { quote, source, document, statement } of quotes) {
      expect(REPORTS[source]).toContain(quote)
      expect(document).toEqual({ source })
      expect(statement).not.toBeNull()
    }
  })

  it('refuses a country there is not and a text that is a book', async () => {
    expect(await fail('{ match(text: "steel dust", country: "XX") { notes } }')).toEqual(['unknown-country'])
    expect(await fail('query ($text: String!) { match(text: $text) { notes } }', { text: 'x'.repeat(20_000) })).toEqual(
      ['too-long'],
    )
    expect(await fail('{ match(text: "steel dust", first: 1000000) { notes } }')).toEqual(['out-of-range'])
  })
})

describe('the graph', () => {
  it('gives a neighbourhood whose edges join its nodes', async () => {
    const { graph } = await read(
      '{ graph(around: ["waste-stream/steel-dust"], hops: 2, limit: 12) { truncated nodes { id } edges { subject { id } object { id } } } }',
    )
    const ids = graph.nodes.map(({ id }: { id: string }) => id)
    expect(ids).toContain('waste-stream/steel-dust')
    expect(ids.length).toBeLessThanOrEqual(12)
    expect(graph.truncated).toBe(true)
    for (const { subject, object } of graph.edges) {
      expect(ids).toContain(subject.id)
      expect(ids).toContain(object.id)
    }
  })

  it('gives the ways between two entities, step by step', async () => {
    const [from, to] = [await findEnterprise('Nordmetall A0 GmbH'), await findEnterprise('Nordmetall B1 GmbH')]
    const { paths } = await read(
      'query ($from: ID!, $to: ID!) { paths(from: $from, to: $to) { length nodes { id } edges { subject { id } object { id } } } }',
      { from: from.id, to: to.id },
    )
    expect(paths.length).toBeGreaterThan(0)
    for (const { length, nodes, edges } of paths) {
      expect([nodes.length, edges.length]).toEqual([length + 1, length])
      expect([nodes[0].id, nodes.at(-1).id]).toEqual([from.id, to.id])
      for (const [step, { subject, object }] of edges.entries()) {
        expect([subject.id, object.id].sort()).toEqual([nodes[step].id, nodes[step + 1].id].sort())
      }
    }
  })

  it('refuses hops, limits and starts out of range', async () => {
    for (const args of ['hops: 0', 'hops: 9', 'limit: 0', 'limit: 1000000']) {
      expect(await fail(`{ graph(around: ["x"], ${args}) { truncated } }`), args).toEqual(['out-of-range'])
    }
    expect(await fail('{ graph(around: []) { truncated } }')).toEqual(['out-of-range'])
    expect(await fail('{ paths(from: "x", to: "y", maxHops: 9) { length } }')).toEqual(['out-of-range'])
  })

  it('has nothing around what there is not', async () => {
    const { status } = await client.ask(
      '{ graph(around: ["ent-nothing"]) { nodes { id } } paths(from: "ent-nothing", to: "country/DE") { length } }',
    )
    expect(status).toBe(200)
  })

  it('counts what it holds', async () => {
    const { counts } = await read('{ counts { documents entities statements evidence judgements indexed unindexed } }')
    expect(counts).toMatchObject({ documents: 5, unindexed: 0 })
    expect(counts.indexed).toBeGreaterThan(5)
  })
})

describe('the vocabulary', () => {
  it('is found by label and by code', async () => {
    const { byLabel, byCode } = await read(
      '{ byLabel: concepts(label: "steel dust") { id label(language: "zh") } byCode: concepts(code: "K061") { id broader { id } narrower { id } related { id } labels { text language kind } } }',
    )
    expect(byLabel[0].id).toBe('waste-stream/steel-dust')
    expect(byLabel[0].label).toMatch(/\p{Script=Han}/u)
    expect(byCode.map((each: { id: string }) => each.id)).toContain('waste-stream/eaf-dust')
    expect(await fail('{ concepts { id } }')).toEqual(['one-expected'])
  })

  it('lists types, relations and properties with labels', async () => {
    const { ontology } = await read(
      '{ ontology { types { name label plural description located } relations { name label inverse from to symmetric qualifiers } properties { name label description value of } } }',
    )
    expect(ontology.types).toContainEqual(
      expect.objectContaining({ name: 'WasteStream', plural: 'Waste streams', located: false }),
    )
    expect(ontology.relations).toContainEqual(
      expect.objectContaining({ name: 'PARTNER_OF', symmetric: true, qualifiers: ['role', 'period'] }),
    )
    expect(ontology.properties).toContainEqual(expect.objectContaining({ name: 'capacity', value: 'QUANTITY' }))
  })
})

describe('the examples of GraphiQL', () => {
  it.each(EXAMPLE_QUERIES.filter(({ query }) => !query.includes('mutation')))(
    'run: $query',
    async ({ query, variables }) => {
      const data = await read(query, variables)
      expect(JSON.stringify(data).length).toBeGreaterThan(100)
    },
  )
})
