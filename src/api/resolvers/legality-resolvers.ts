import type { CitedRule, LegalityAnswer, LegalityRequest } from '../../legality/legality.ts'
import type { ApiContext } from '../api-context.ts'
import { checkLength } from '../request-error.ts'

const LONGEST_WASTE = 2_000

type LegalityArguments = Required<Pick<LegalityRequest, 'waste' | 'from' | 'to' | 'purpose'>> & { on?: string | null }

function judge(
  _: unknown,
  { waste, from, to, purpose, on }: LegalityArguments,
  { services }: ApiContext,
): Promise<LegalityAnswer> {
  checkLength('waste', waste, LONGEST_WASTE)
  return services.legality({ waste, from, to, purpose, ...(on != null && { on }) })
}

export const legalityResolvers = {
  Query: { legality: judge },
  LegalityAnswer: {
    waste: ({ waste }: LegalityAnswer) => waste.text,
    concepts: ({ waste }: LegalityAnswer) => waste.concepts,
    codes: ({ waste }: LegalityAnswer) => waste.codes,
  },
  CitedRule: { verified: ({ status }: CitedRule) => status === 'verified' },
}
