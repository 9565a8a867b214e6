import { documentId } from '../../../graph/identity.ts'
import { countryName } from '../../../graph/values/country.ts'
import type { EntityRef, MatchAnswer, MatchEvidence } from '../../match/match.ts'
import type { WhyNotAnswer } from '../../match/why-not.ts'
import type { ApiContext } from '../api-context.ts'
import { MAX_PAGE } from '../api-limits.ts'
import { checkLength, checkRange, createRequestError } from '../request-error.ts'

const LONGEST_NEED = 10_000
const LONGEST_NAME = 200

interface MatchArguments {
  text: string
  country?: string | null
  first: number
}

async function match(
  _: unknown,
  { text, country, first }: MatchArguments,
  { services }: ApiContext,
): Promise<MatchAnswer> {
  checkRange('first', first, 0, MAX_PAGE)
  checkLength('text', text, LONGEST_NEED)
  const code = readCountry(country)
  const answer = await services.match({ text, country: code, limit: Math.max(1, first) })
  return { ...answer, matches: answer.matches.slice(0, first), nearMisses: answer.nearMisses.slice(0, first) }
}

function readCountry(country: string | null | undefined): string | undefined {
  const code = country?.toUpperCase()
  if (code === undefined || countryName(code)) return code
  const message = `\`country\` is expected to be an ISO 3166-1 alpha-2 code such as VN, but is ${JSON.stringify(country?.slice(0, 40))}.`
  throw createRequestError('unknown-country', message)
}

interface WhyNotArguments {
  text: string
  candidate: string
  country?: string | null
}

function whyNot(
  _: unknown,
  { text, candidate, country }: WhyNotArguments,
  { services }: ApiContext,
): Promise<WhyNotAnswer> {
  checkLength('text', text, LONGEST_NEED)
  checkLength('candidate', candidate, LONGEST_NAME)
  const code = readCountry(country)
  return services.whyNot({ text, candidate, ...(code !== undefined && { country: code }) })
}

export const matchResolvers = {
  Query: { match, whyNot },
  MatchAnswer: { notes: ({ notes }: MatchAnswer) => notes ?? [] },
  EntityRef: {
    entity: ({ id }: EntityRef, _: unknown, { loaders }: ApiContext) => loaders.entity.load(id),
  },
  MatchEvidence: {
    source: ({ document }: MatchEvidence) => document,
    document: ({ document }: MatchEvidence, _: unknown, { loaders }: ApiContext) =>
      loaders.document.load(documentId(document)),
    statement: ({ statement }: MatchEvidence, _: unknown, { loaders }: ApiContext) => loaders.statement.load(statement),
  },
}
