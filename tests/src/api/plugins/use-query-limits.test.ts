import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_API_LIMITS } from '../../../../src/api/api-limits.ts'
import { createApi } from '../../../../src/api/create-api.ts'
import { createGraphQLClient, type GraphQLClient } from '../../../support/graphql-client.ts'
import { type Library, openLibrary } from '../../../support/open-library.ts'

let library: Library
let client: GraphQLClient

beforeAll(async () => {
  library = await openLibrary({})
  const api = createApi(library.services)
  client = createGraphQLClient(async (path, init) => api.fetch(`http://localhost${path}`, init))
})
afterAll(() => library.close())

async function refuse(query: string, variables?: Record<string, unknown>): Promise<unknown> {
  const answer = await client.ask(query, variables)
  expect(answer.status).toBe(400)
  expect(answer.data ?? null).toBeNull()
  return answer.errors[0]?.extensions?.code
}

/** Documents within entities within documents … */
function nest(levels: number, inner = 'id'): string {
  let query = inner
  for (let level = 0; level < levels; level++) {
    query = level % 2 ? `documents(first: 1) { nodes { ${query} } }` : `entities(first: 1) { nodes { ${query} } }`
  }
  return `{ ${query} }`
}

describe('a query', () => {
  it('of the size clients send is answered', async () => {
    expect((await client.ask(getIntrospectionQuery({ descriptions: true }))).errors).toEqual([])
    const { errors, status } = await client.ask(
      '{ search(query: "zinc", first: 20) { edges { node { entity { name statements(first: 20) { edges { node { label evidence { quote document { title } context { before after } } } } } neighbours { nodes { name } } } } } } }',
    )
    expect({ errors, status }).toEqual({ errors: [], status: 200 })
  })

  it('is refused where it nests too deep, fragments included', async () => {
    expect(await refuse(nest(40))).toBe('too-deep')
    const fragments = Array.from(
      { length: 20 },
      (_, n) =>
        `fragment F${n} on Entity { documents(first: 1) { nodes { entities(first: 1) { nodes { ...F${n + 1} } } } } }`,
    )
    expect(await refuse(`{ entity(id: "x") { ...F0 } } ${fragments.join(' ')} fragment F20 on Entity { id }`)).toBe(
      'too-deep',
    )
  })

  it('is refused where it repeats a field under too many aliases', async () => {
    const aliases = Array.from({ length: DEFAULT_API_LIMITS.aliases + 1 }, (_, n) => `a${n}: counts { entities }`)
    expect(await refuse(`{ ${aliases.join(' ')} }`)).toBe('too-many-aliases')
    expect((await client.ask(`{ ${aliases.slice(1).join(' ')} }`)).errors).toEqual([])
  })

  it('is refused where it holds too many directives', async () => {
    expect(await refuse(`{ __typename ${'@include(if: true) '.repeat(200)} }`)).toBe('too-many-directives')
  })

  it('is refused where it is too long, before it is parsed whole', async () => {
    expect(await refuse(`{ ${'__typename '.repeat(5_000)} }`)).toBe('too-many-tokens')
    expect(await refuse(`{ ${'{'.repeat(30_000)}`)).toBeTruthy()
  })

  it('is refused where its pages multiply past the limit, by literals, variables or defaults', async () => {
    const inner = 'nodes { documents(first: $n) { nodes { entities(first: $n) { nodes { id } } } } }'
    expect(await refuse(`query ($n: Int!) { entities(first: $n) { ${inner} } }`, { n: 100 })).toBe('too-costly')
    expect(await refuse(`query ($n: Int! = 100) { entities(first: $n) { ${inner} } }`)).toBe('too-costly')
    expect(await refuse(`{ entities(first: 100) { ${inner.replaceAll('$n', '100')} } }`)).toBe('too-costly')
    expect((await client.ask(`query ($n: Int!) { entities(first: $n) { ${inner} } }`, { n: 5 })).errors).toEqual([])
  })

  it('is refused where it matches many needs at once, in words that say what costs so much', async () => {
    const needs = (count: number) =>
      `{ ${Array.from({ length: count }, (_, n) => `m${n}: match(text: "zinc ${n}") { matches { score } }`).join(' ')} }`
    expect(await refuse(needs(DEFAULT_API_LIMITS.aliases))).toBe('too-costly')
    expect((await client.ask(needs(DEFAULT_API_LIMITS.aliases))).errors[0]?.message).toContain('`match`')
    expect((await client.ask(needs(10))).errors).toEqual([])
  })

  it('is refused where fragments double at each level', async () => {
    const levels = Array.from({ length: 60 }, (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)
    expect(await refuse(`{ ...F0 } ${levels.join(' ')} fragment F60 on Query { counts { entities } }`)).toBeTruthy()
  })

  it('is refused where fragments go in circles', async () => {
    expect(await refuse('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).toBeTruthy()
  })

  it('is refused where it asks the schema of itself without end', async () => {
    let inner = 'name'
    for (let level = 0; level < 12; level++) inner = `fields { type { ${inner} } }`
    expect(await refuse(`{ __schema { types { ${inner} } } }`)).toBeTruthy()
  })
})
