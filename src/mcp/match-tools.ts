import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { findCountry } from '../../graph/values/country.ts'
import { renderMatch } from '../match/render/render-match.ts'
import { renderMatchText } from '../match/render/render-match-text.ts'
import { renderWhyNotText } from '../match/render/render-why-not-text.ts'
import type { Services } from '../services.ts'
import { answerTool, READ_ONLY, refuseTool } from './answer-tool.ts'

const NEED = z
  .string()
  .max(10_000)
  .describe('the need in a sentence: waste or metal, how much a year, where: "20,000 t of EAF dust a year in Viet Nam"')
const COUNTRY = z
  .string()
  .max(100)
  .optional()
  .describe('country of the need, by ISO 3166-1 code or name; wins over one in the text')

/** `match` and `why-not`. */
export function addMatchTools(server: McpServer, services: Services): void {
  server.registerTool(
    'match',
    {
      title: 'Match a need',
      description:
        'Who can treat a waste or recover a metal: technologies with the plant or project that proves them and the enterprise behind, scored by criterion with the quotes behind each; near misses with why not; what no document answers.',
      inputSchema: { need: NEED, country: COUNTRY, limit: z.int().min(1).max(50).default(5) },
      annotations: READ_ONLY,
    },
    async ({ need, country, limit }) => {
      const place = readCountry(country)
      if (place === null) return refuseCountry(country)
      const answer = await services.match({ text: need, limit, ...place })
      return answerTool(renderMatchText(answer), renderMatch(answer))
    },
  )
  server.registerTool(
    'why-not',
    {
      title: 'Why not',
      description:
        'Why a technology, plant or firm is not among the matches of a need: the one criterion it falls at, the words behind it, and what would change it.',
      inputSchema: {
        need: NEED,
        candidate: z.string().max(200).describe('name or id of the technology, plant, project or firm'),
        country: COUNTRY,
      },
      annotations: READ_ONLY,
    },
    async ({ need, candidate, country }) => {
      const place = readCountry(country)
      if (place === null) return refuseCountry(country)
      const answer = await services.whyNot({ text: need, candidate, ...place })
      return answerTool(renderWhyNotText(answer), answer)
    },
  )
}

function readCountry(text: string | undefined): { country?: string } | null {
  if (text === undefined || text.trim() === '') return {}
  const found = findCountry(/^[a-z]{2}$/i.test(text.trim()) ? text.toUpperCase() : text)
  return found && { country: found.code }
}

function refuseCountry(text: string | undefined) {
  const message = `“${text}” is no country known here; expected an ISO 3166-1 code or a name such as VN or “Viet Nam”.`
  return refuseTool('unknown-country', message)
}
