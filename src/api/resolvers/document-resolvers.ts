import type { DocumentProblem, DocumentRecord } from '../../../graph/document.ts'
import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { ApiContext } from '../api-context.ts'
import { connectStorePage, type ForwardArguments } from '../paging/connection.ts'
import { checkRange } from '../request-error.ts'

const MOST_TEXT = 100_000

async function loadText({ id, version }: DocumentRecord, { loaders }: ApiContext): Promise<string> {
  return (await loaders.version.load({ document: id, hash: version }))?.text ?? ''
}

export const documentResolvers = {
  Document: {
    textLength: async (document: DocumentRecord, _: unknown, context: ApiContext) =>
      (await loadText(document, context)).length,
    async text(document: DocumentRecord, { start, length }: { start: number; length: number }, context: ApiContext) {
      checkRange('start', start, 0, Number.MAX_SAFE_INTEGER)
      checkRange('length', length, 1, MOST_TEXT)
      return (await loadText(document, context)).slice(start, start + length)
    },
    statements: ({ id }: DocumentRecord, args: ForwardArguments, { services }: ApiContext) =>
      connectStorePage(args, (page) => services.store.statementsIn(id, page)),
    async entities(
      { id }: DocumentRecord,
      args: ForwardArguments & { type?: EntityType | null },
      { services }: ApiContext,
    ) {
      const filter = { document: id, ...(args.type ? { type: args.type } : {}) }
      const connection = await connectStorePage(args, (page) => services.store.listEntities(filter, page))
      return { ...connection, countAll: () => services.store.countEntities(filter) }
    },
  },
  DocumentProblem: { fatal: ({ fatal }: DocumentProblem) => fatal ?? false },
  DocumentConnection: { totalCount: (connection: { countAll?: () => unknown }) => connection.countAll?.() },
}
