import type { GraphPath } from '../../../graph/store/graph-store.ts'
import type { ApiContext } from '../api-context.ts'
import { checkRange } from '../request-error.ts'

const MOST_STARTS = 20
const MOST_HOPS = 3
const MOST_ENTITIES = 500
const LONGEST_PATH = 6
const MOST_PATHS = 20

interface GraphArguments {
  around: string[]
  hops: number
  limit: number
}

async function graph(_: unknown, { around, hops, limit }: GraphArguments, { services, loaders }: ApiContext) {
  checkRange('around', around.length, 1, MOST_STARTS)
  checkRange('hops', hops, 1, MOST_HOPS)
  checkRange('limit', limit, 1, MOST_ENTITIES)
  const { entities, statements, truncated } = await services.store.subgraph(around, { hops, limit })
  for (const entity of entities) loaders.entity.prime(entity.id, entity)
  return { nodes: entities, edges: statements, truncated }
}

interface PathsArguments {
  from: string
  to: string
  maxHops: number
  first: number
}

function paths(_: unknown, { from, to, maxHops, first }: PathsArguments, { services }: ApiContext) {
  checkRange('maxHops', maxHops, 1, LONGEST_PATH)
  checkRange('first', first, 1, MOST_PATHS)
  return services.store.paths(from, to, { maxHops, limit: first })
}

export const graphResolvers = {
  Query: { graph, paths },
  GraphPath: {
    length: ({ statements }: GraphPath) => statements.length,
    nodes: ({ entities }: GraphPath, _: unknown, { loaders }: ApiContext) => loaders.entity.loadMany(entities),
    edges: ({ statements }: GraphPath, _: unknown, { loaders }: ApiContext) => loaders.statement.loadMany(statements),
  },
}
