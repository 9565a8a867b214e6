import type { DocumentRecord } from '../../../graph/document.ts'
import type { EntityView } from '../../../graph/entity.ts'
import type { StatementView } from '../../../graph/statement.ts'
import type { Value } from '../../../graph/values/value.ts'
import type { Loaders } from '../create-loaders.ts'

type GraphNode = EntityView | DocumentRecord | StatementView

/**
 * The ids of the graph are global already: `doc-…` and `st-…` are made in `graph/identity.ts`, everything else is an entity.
 * They are given out as they are, so that one id serves GraphQL, the command line and exports.
 */
export async function loadNode(id: string, loaders: Loaders): Promise<GraphNode | null> {
  if (id.startsWith('doc-')) return loaders.document.load(id)
  if (id.startsWith('st-')) return loaders.statement.load(id)
  return loaders.entity.load(id)
}

function nameNodeType(node: GraphNode): string {
  if ('members' in node) return node.type
  return 'predicate' in node ? 'Statement' : 'Document'
}

const VALUE_TYPES: Record<Value['kind'], string> = {
  quantity: 'Quantity',
  date: 'DateValue',
  code: 'Code',
  text: 'Text',
}

/** Which object type stands behind an interface. */
export const interfaceResolvers = {
  Node: { __resolveType: nameNodeType },
  Value: { __resolveType: (value: Value) => VALUE_TYPES[value.kind] },
}
