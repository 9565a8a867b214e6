import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore } from '../../../graph/store/graph-store.ts'
import { createApi } from '../../../src/api/create-api.ts'
import { createGraphQLClient, type GraphQLClient } from '../../support/graphql-client.ts'
import { type Library, openLibrary } from '../../support/open-library.ts'
import { composeReports } from '../../support/reports.ts'

let library: Library
let client: GraphQLClient
let calls: string[]

beforeAll(async () => {
  library = await openLibrary(composeReports(12))
  const api = createApi({ ...library.services, store: countCalls(library.services.store) })
  client = createGraphQLClient(async (path, init) => api.fetch(`http://localhost${path}`, init))
})
afterAll(() => library.close())

/** The real store, with a note of each call. */
function countCalls(store: GraphStore): GraphStore {
  return new Proxy(store, {
    get(target, name) {
      const member = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        calls.push(String(name))
        return member.apply(target, args)
      }
    },
  })
}

async function countFor(query: string): Promise<string[]> {
  calls = []
  const { errors } = await client.ask(query)
  expect(errors).toEqual([])
  return [...calls]
}

const NESTED = (first: number) => `{
  entities(type: Enterprise, first: ${first}) {
    nodes {
      name
      ... on Located { country { name } city { name } }
      documents { nodes { title } }
      statements(first: 10) { nodes { subject { name } object { name } evidence { document { title } } } }
      neighbours(first: 10) { edges { node { name } statement { object { name } } } }
    }
  }
}`

describe('the loaders', () => {
  it('ask the store as often for twelve entities as for two', async () => {
    const two = await countFor(NESTED(2))
    const twelve = await countFor(NESTED(12))
    expect(twelve.filter((name) => name === 'listEntities')).toHaveLength(1)
    expect(twelve.length).toBeLessThanOrEqual(two.length + 1)
    expect(twelve.length).toBeLessThanOrEqual(12)
  })

  it('ask for no count that no one asked for', async () => {
    expect(await countFor('{ entities(first: 2) { nodes { name } } }')).toEqual(['listEntities'])
    expect(await countFor('{ entities(first: 2) { totalCount } }')).toEqual(['listEntities', 'countEntities'])
  })

  it('read each reading of a document once, however many quotes ask for it', async () => {
    const query =
      '{ document(source: "report-000.txt") { text statements { nodes { evidence { document { id } context { before } } } } } }'
    const names = await countFor(query)
    const quoted = JSON.stringify((await client.ask(query)).data).match(/doc-[0-9a-f]+/g) ?? []
    expect(quoted.length).toBeGreaterThan(new Set(quoted).size)
    expect(names.filter((name) => name === 'documentVersion')).toHaveLength(new Set(quoted).size)
  })
})
