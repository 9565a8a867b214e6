import { documentId } from '../../../graph/identity.ts'
import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { EntityFilter } from '../../../graph/store/graph-store.ts'
import type { ApiContext } from '../api-context.ts'
import { MAX_PAGE } from '../api-limits.ts'
import { connectStorePage, type ForwardArguments } from '../paging/connection.ts'
import { checkRange, createRequestError } from '../request-error.ts'
import { loadNode } from './node-resolvers.ts'

interface EntitiesArguments extends ForwardArguments {
  type?: EntityType | null
  name?: string | null
}

async function listEntities(_: unknown, args: EntitiesArguments, { services: { store }, loaders }: ApiContext) {
  const filter: EntityFilter = { ...(args.type ? { type: args.type } : {}), ...(args.name ? { name: args.name } : {}) }
  const connection = await connectStorePage(args, (page) => store.listEntities(filter, page))
  for (const entity of connection.nodes) loaders.entity.prime(entity.id, entity)
  return { ...connection, countAll: () => store.countEntities(filter) }
}

async function listDocuments(_: unknown, args: ForwardArguments, { services: { store }, loaders }: ApiContext) {
  const connection = await connectStorePage(args, (page) => store.listDocuments(page))
  for (const document of connection.nodes) loaders.document.prime(document.id, document)
  return { ...connection, countAll: async () => (await store.counts()).documents }
}

function findDocument(
  _: unknown,
  { id, source }: { id?: string | null; source?: string | null },
  { loaders }: ApiContext,
) {
  if ((id == null) === (source == null)) {
    throw createRequestError('one-expected', 'Exactly one of `id` and `source` is expected.')
  }
  return loaders.document.load(id ?? documentId(source ?? ''))
}

async function countAll(_: unknown, __: unknown, { services: { store, index } }: ApiContext) {
  const [counts, indexed, unindexed] = await Promise.all([store.counts(), index.count(), store.outboxDepth()])
  return { ...counts, indexed, unindexed }
}

export const queryResolvers = {
  Query: {
    node: (_: unknown, { id }: { id: string }, { loaders }: ApiContext) => loadNode(id, loaders),
    nodes(_: unknown, { ids }: { ids: string[] }, { loaders }: ApiContext) {
      checkRange('ids', ids.length, 0, MAX_PAGE)
      return ids.map((id) => loadNode(id, loaders))
    },
    entity: (_: unknown, { id }: { id: string }, { loaders }: ApiContext) => loaders.entity.load(id),
    entities: listEntities,
    document: findDocument,
    documents: listDocuments,
    counts: countAll,
  },
}
