import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

/** Objects a list without a page size is taken to hold. */
const UNSIZED_LIST = 5
/** No field gives more; one that is asked for more refuses by itself and says so better. */
const LARGEST_LIST = 500
/** Arguments that say how many objects a field gives. */
const SIZES = ['first', 'limit'] as const

/**
 * What finding the objects of a question costs besides making them, in objects: these fields read far more than they give.
 * By this one operation matches ten needs at most, and not the thirty that aliases would allow.
 */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['match', 1_900],
  ['whyNot', 1_900],
  ['paths', 600],
  ['graph', 300],
  ['legality', 300],
  ['search', 100],
])

export interface MeasuredOperation {
  schema: GraphQLSchema
  operation: OperationDefinitionNode
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** Coerced, defaults included. */
  variables: Record<string, unknown>
}

/**
 * How many objects an operation can make at most: each object is one, times the page sizes above it, as given by literals,
 * variables or defaults; questions that read much count their weight as well. The size of a page (`first` of a connection, `limit` of a neighbourhood) is that of each list
 * directly in it. Scalars are free. Each fragment is measured once for each page size it is spread in.
 */
export function measureCost({ schema, operation, fragments, variables }: MeasuredOperation): number {
  const measured = new Map<string, number>()

  function measureFragment(name: string, pageSize: number | undefined): number {
    const key = `${name} ${pageSize}`
    const known = measured.get(key)
    if (known !== undefined) return known
    // Set before the walk, so that a cycle (which validation refuses anyway) ends.
    measured.set(key, 0)
    const fragment = fragments.get(name)
    const cost = fragment ? measureSelections(fragment.selectionSet, fragment.typeCondition.name.value, pageSize) : 0
    measured.set(key, cost)
    return cost
  }

  function measureSelections(set: SelectionSetNode, typeName: string, pageSize: number | undefined): number {
    let cost = 0
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) cost += measureFragment(selection.name.value, pageSize)
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const inner = selection.typeCondition?.name.value ?? typeName
        cost += measureSelections(selection.selectionSet, inner, pageSize)
      } else if (selection.selectionSet) cost += measureField(selection, selection.selectionSet, typeName, pageSize)
    }
    return cost
  }

  function measureField(
    node: FieldNode,
    inner: SelectionSetNode,
    typeName: string,
    pageSize: number | undefined,
  ): number {
    const type = schema.getType(typeName)
    const field = type && 'getFields' in type ? type.getFields()[node.name.value] : undefined
    // Introspection is bounded by a rule of graphql-js.
    if (!field || !('args' in field)) return 0
    const args = getArgumentValues(field, node, variables)
    const asked = SIZES.map((name) => args[name]).find((size) => typeof size === 'number')
    const named = getNamedType(field.type).name
    const weight = type === schema.getQueryType() ? (WEIGHTS.get(node.name.value) ?? 0) : 0
    if (!isListType(getNullableType(field.type))) return weight + 1 + measureSelections(inner, named, asked)
    const given = Object.values(args).find((value) => Array.isArray(value))
    const count = asked ?? given?.length ?? pageSize ?? UNSIZED_LIST
    return weight + Math.min(Math.max(1, count), LARGEST_LIST) * (1 + measureSelections(inner, named, undefined))
  }

  const root = schema.getRootType(operation.operation)
  return root ? measureSelections(operation.selectionSet, root.name, undefined) : 0
}
