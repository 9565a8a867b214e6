import { PROPERTIES, RELATIONS } from '../../../graph/ontology/ontology.ts'
import type { Evidence, StatementView } from '../../../graph/statement.ts'
import type { ApiContext } from '../api-context.ts'
import { MAX_PAGE } from '../api-limits.ts'
import { checkRange } from '../request-error.ts'

const LABELS: Record<string, { label: string }> = { ...RELATIONS, ...PROPERTIES }

const MOST_CONTEXT = 2_000

async function loadContext(
  { document, version, start, end, quote }: Evidence,
  { before, after }: { before: number; after: number },
  { loaders }: ApiContext,
) {
  checkRange('before', before, 0, MOST_CONTEXT)
  checkRange('after', after, 0, MOST_CONTEXT)
  const reading = await loaders.version.load({ document, hash: version })
  if (!reading) return null
  const { text } = reading
  return { before: text.slice(Math.max(0, start - before), start), quote, after: text.slice(end, end + after) }
}

export const statementResolvers = {
  Statement: {
    label: ({ predicate }: StatementView) => LABELS[predicate]?.label ?? predicate,
    subject: ({ subjectEntity }: StatementView, _: unknown, { loaders }: ApiContext) =>
      loaders.entity.load(subjectEntity),
    object: ({ objectEntity }: StatementView, _: unknown, { loaders }: ApiContext) =>
      objectEntity === undefined ? null : loaders.entity.load(objectEntity),
    evidence: ({ evidence }: StatementView, { first }: { first: number }) =>
      evidence.slice(0, checkRange('first', first, 0, MAX_PAGE)),
  },
  Evidence: {
    document: ({ document }: Evidence, _: unknown, { loaders }: ApiContext) => loaders.document.load(document),
    context: loadContext,
  },
}
