import { expect } from 'vitest'
import { createApi } from '../../src/api/create-api.ts'
import { createGraphQLClient, type GraphQLClient } from './graphql-client.ts'
import { type Library, openLibrary } from './open-library.ts'

export interface ReadingClient extends GraphQLClient {
  /** The data of a query that must have no errors. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are as many-shaped as queries.
  read(query: string, variables?: Record<string, unknown>): Promise<any>
  /** The codes of a query's errors, which must tell nothing of the inside. */
  fail(query: string, variables?: Record<string, unknown>): Promise<unknown[]>
  library: Library
}

/** Speaks to the API in this process, on these documents in real services. */
export async function openReadingClient(documents: Record<string, string>): Promise<ReadingClient> {
  const library = await openLibrary(documents)
  const api = createApi(library.services)
  const client = createGraphQLClient(async (path, init) => api.fetch(`http://localhost${path}`, init))
  return {
    ...client,
    library,
    async read(query, variables) {
      const { data, errors } = await client.ask(query, variables)
      expect(errors).toEqual([])
      return data
    },
    async fail(query, variables) {
      const { errors, status } = await client.ask(query, variables)
      expect(status).toBeLessThan(500)
      expect(JSON.stringify(errors)).not.toMatch(/node_modules|[.]ts:|SQLITE/)
      return errors.map((error) => error.extensions?.code)
    },
  }
}
