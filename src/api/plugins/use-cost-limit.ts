import {
  type ExecutionArgs,
  type FragmentDefinitionNode,
  type GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { createRequestError } from '../request-error.ts'
import { measureCost } from './measure-cost.ts'

function checkCost(
  { schema, document, operationName, variableValues }: ExecutionArgs,
  most: number,
): GraphQLError | null {
  const operation = getOperationAST(document, operationName)
  if (!operation) return null
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  )
  const variables = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variableValues }).coerced
  // Unusable variables are reported by the execution.
  if (!variables) return null
  const cost = measureCost({ schema, operation, fragments, variables })
  if (cost <= most) return null
  const message = `This operation may cost ${cost} objects; at most ${most} are allowed. Ask for smaller pages (\`first\`), fewer levels, or fewer of \`match\`, \`paths\`, \`graph\` and \`search\` at once.`
  return createRequestError('too-costly', message, 400)
}

/**
 * Refuses an operation before it runs where its page sizes multiply, or its questions add up, past the limit. Ours, because graphql-armor's cost rule
 * sees page sizes written as literals only, neither variables nor defaults.
 */
export function useCostLimit(most: number): Plugin {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const error = checkCost(args, most)
      if (error) setResultAndStopExecution({ errors: [error] })
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const error = checkCost(args, most)
      if (error) setResultAndStopExecution({ errors: [error] })
    },
  }
}
