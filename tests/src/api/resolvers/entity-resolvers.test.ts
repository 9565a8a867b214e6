import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_LISTED } from '../../../../graph/entity.ts'
import { documentId } from '../../../../graph/identity.ts'
import { openReadingClient, type ReadingClient } from '../../../support/open-reading-client.ts'
import { composeReports } from '../../../support/reports.ts'

const REPORTS = composeReports(5)

let client: ReadingClient

beforeAll(async () => {
  client = await openReadingClient(REPORTS)
})
afterAll(() => client.library.close())

const findEnterprise = async (name: string) =>
  (
    await client.read('query ($name: String) { entities(name: $name, type: Enterprise) { nodes { id name } } }', {
      name,
    })
  ).entities.nodes[0]

describe('an entity', () => {
  it('says what documents say of it, in words that stand at their offsets', async () => {
    const { id } = await findEnterprise('Nordmetall A0 GmbH')
    const { entity } = await client.read(
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
    const { entity } = await client.read(
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
    const { entity } = await client.read(
      '{ entity(id: "waste-stream/steel-dust") { in: neighbours(relations: [TREATS], direction: IN) { edges { statement { predicate } direction } } out: neighbours(relations: [TREATS], direction: OUT) { nodes { id } } } }',
    )
    expect(new Set(entity.in.edges.map((edge: object) => JSON.stringify(edge)))).toEqual(
      new Set(['{"statement":{"predicate":"TREATS"},"direction":"IN"}']),
    )
    expect(entity.out.nodes).toEqual([])
  })

  it('has its place, by way of where it is said to lie', async () => {
    const { id } = await findEnterprise('Nordmetall A0 GmbH')
    const { entity } = await client.read(
      'query ($id: ID!) { entity(id: $id) { ... on Located { country { name countryCode } city { name country { countryCode } } } } }',
      { id },
    )
    expect(entity).toEqual({
      country: { name: 'Germany', countryCode: 'DE' },
      city: { name: 'Duisburg', country: { countryCode: 'DE' } },
    })
  })

  it('of the world brings its concept with codes', async () => {
    const { entity } = await client.read(
      '{ entity(id: "waste-stream/steel-dust") { ... on WasteStream { concept { id codes { scheme code verified inferred } entity { id } } } } }',
    )
    expect(entity.concept).toMatchObject({ id: 'waste-stream/steel-dust', entity: { id: 'waste-stream/steel-dust' } })
    expect(entity.concept.codes).toContainEqual(
      expect.objectContaining({ scheme: 'EU_LOW', verified: expect.any(Boolean) }),
    )
  })
})

describe('a document', () => {
  it('is found by id and by source, and brings its text, statements and entities', async () => {
    const id = documentId('report-001.txt')
    const fields =
      '{ id source title language mediaType pages problems { code } version ingestedAt textLength text(start: 5, length: 10) statements(first: 3) { nodes { id evidence { document { id } } } pageInfo { hasNextPage } } entities(type: Enterprise) { totalCount nodes { name } } }'
    const { byId, bySource } = await client.read(
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
    expect(await client.fail('{ document { id } }')).toEqual(['one-expected'])
    expect(await client.fail('{ document(id: "x", source: "y") { id } }')).toEqual(['one-expected'])
  })

  it.each(['start: -1', 'length: 0', 'length: 100001'])('refuses a range past its ends: %s', async (range) => {
    expect(await client.fail(`{ documents(first: 1) { nodes { text(${range}) } } }`)).toEqual(['out-of-range'])
  })
})

describe('the graph', () => {
  it('gives a neighbourhood whose edges join its nodes', async () => {
    const { graph } = await client.read(
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
    const { paths } = await client.read(
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
      expect(await client.fail(`{ graph(around: ["x"], ${args}) { truncated } }`), args).toEqual(['out-of-range'])
    }
    expect(await client.fail('{ graph(around: []) { truncated } }')).toEqual(['out-of-range'])
    expect(await client.fail('{ paths(from: "x", to: "y", maxHops: 9) { length } }')).toEqual(['out-of-range'])
  })

  it('has nothing around what there is not', async () => {
    const { status } = await client.ask(
      '{ graph(around: ["ent-nothing"]) { nodes { id } } paths(from: "ent-nothing", to: "country/DE") { length } }',
    )
    expect(status).toBe(200)
  })

  it('counts what it holds', async () => {
    const { counts } = await client.read(
      '{ counts { documents entities statements evidence judgements indexed unindexed } }',
    )
    expect(counts).toMatchObject({ documents: 5, unindexed: 0 })
    expect(counts.indexed).toBeGreaterThan(5)
  })
})

describe('an entity that more documents mention than it lists', () => {
  it('counts and pages through all of them', async () => {
    const count = MAX_LISTED + 5
    const many = await openReadingClient(
      Object.fromEntries(
        Array.from({ length: count }, (_, number) => [`note-${number}.txt`, `Note ${number} is on zinc.`]),
      ),
    )
    const sources: string[] = []
    for (let after: string | null = null; ; ) {
      const { entity } = await many.read(
        'query ($after: String) { entity(id: "metal/zinc") { corroboration documents(first: 40, after: $after) { totalCount nodes { source } pageInfo { hasNextPage endCursor } } } }',
        { after },
      )
      expect([entity.corroboration, entity.documents.totalCount]).toEqual([count, count])
      sources.push(...entity.documents.nodes.map(({ source }: { source: string }) => source))
      if (!entity.documents.pageInfo.hasNextPage) break
      after = entity.documents.pageInfo.endCursor
    }
    expect(new Set(sources).size).toBe(count)
    expect(sources).toHaveLength(count)
    await many.library.close()
  })
})
