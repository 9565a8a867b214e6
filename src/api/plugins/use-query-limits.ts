import { EnvelopArmor } from '@escape.tech/graphql-armor'
import type { GraphQLError, ValidationContext } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ApiLimits } from '../api-limits.ts'

/** Gives the refusals of graphql-armor a stable code and the status of a bad request. */
function refuseAs(code: string) {
  return (_: ValidationContext | null, error: GraphQLError) => {
    Object.assign(error.extensions, { code, http: { status: 400 } })
  }
}

/** Refuses queries that are too long, too deep or repeat themselves by aliases or directives, before any resolver runs. */
export function useQueryLimits(limits: ApiLimits): Plugin[] {
  const armor = new EnvelopArmor({
    maxTokens: { n: limits.tokens, onReject: [refuseAs('too-many-tokens')] },
    maxDepth: { n: limits.depth, onReject: [refuseAs('too-deep')] },
    maxAliases: { n: limits.aliases, onReject: [refuseAs('too-many-aliases')] },
    maxDirectives: { n: limits.directives, onReject: [refuseAs('too-many-directives')] },
    costLimit: { enabled: false },
    // The contract is public: suggestions help and give nothing away.
    blockFieldSuggestion: { enabled: false },
  })
  return armor.protect().plugins as Plugin[]
}
