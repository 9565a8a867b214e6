import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeExecutableSchema } from '@graphql-tools/schema'
import type { GraphQLSchema } from 'graphql'
import { packageRoot } from '../../graph/package-root.ts'
import type { ApiContext } from './api-context.ts'
import { createLoaders } from './create-loaders.ts'
import { conceptResolvers } from './resolvers/concept-resolvers.ts'
import { curateResolvers } from './resolvers/curate-resolvers.ts'
import { documentResolvers } from './resolvers/document-resolvers.ts'
import { entityResolvers } from './resolvers/entity-resolvers.ts'
import { enumResolvers } from './resolvers/enum-resolvers.ts'
import { graphResolvers } from './resolvers/graph-resolvers.ts'
import { ingestResolvers } from './resolvers/ingest-resolvers.ts'
import { legalityResolvers } from './resolvers/legality-resolvers.ts'
import { matchResolvers } from './resolvers/match-resolvers.ts'
import { interfaceResolvers } from './resolvers/node-resolvers.ts'
import { ontologyResolvers } from './resolvers/ontology-resolvers.ts'
import { queryResolvers } from './resolvers/query-resolvers.ts'
import { scalarResolvers } from './resolvers/scalar-resolvers.ts'
import { searchResolvers } from './resolvers/search-resolvers.ts'
import { statementResolvers } from './resolvers/statement-resolvers.ts'
import { refuseWrite } from './staff-token.ts'

type Resolve = (parent: unknown, args: never, context: ApiContext) => unknown

/** Every change needs the staff token, and what is answered after it is read anew. */
function guardMutations(mutations: Record<string, Resolve>): Record<string, Resolve> {
  const guard =
    (change: Resolve): Resolve =>
    async (parent, args, context) => {
      const refusal = refuseWrite(context.standing)
      if (refusal) throw refusal
      try {
        return await change(parent, args, context)
      } finally {
        context.loaders = createLoaders(context.services.store)
      }
    }
  return Object.fromEntries(Object.entries(mutations).map(([name, change]) => [name, guard(change)]))
}

/** The contract as it stands in `schema.graphql`. */
export function readTypeDefinitions(): string {
  return readFileSync(join(packageRoot(), 'schema.graphql'), 'utf8')
}

/** The contract with its resolvers. Throws where one answers nothing in the other. */
export function buildApiSchema(): GraphQLSchema {
  return makeExecutableSchema<ApiContext>({
    typeDefs: readTypeDefinitions(),
    resolvers: [
      scalarResolvers,
      enumResolvers,
      interfaceResolvers,
      entityResolvers,
      statementResolvers,
      documentResolvers,
      queryResolvers,
      searchResolvers,
      matchResolvers,
      legalityResolvers,
      graphResolvers,
      conceptResolvers,
      ontologyResolvers,
      { ...ingestResolvers, Mutation: guardMutations({ ...ingestResolvers.Mutation, ...curateResolvers.Mutation }) },
    ],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error', requireResolversForResolveType: 'error' },
  })
}
