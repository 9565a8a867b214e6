import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { renderLegalityText } from '../legality/render-legality-text.ts'
import type { Services } from '../services.ts'
import { answerTool, READ_ONLY } from './answer-tool.ts'

export function addLegalityTool(server: McpServer, services: Services): void {
  const country = z.string().max(100).describe('ISO 3166-1 code or name in any language')
  server.registerTool(
    'legality',
    {
      title: 'May this waste be shipped?',
      description:
        'Whether a waste may be shipped from one country to another: lawful with prior informed consent, likely prohibited, not hazardous if …, or unknown; with every rule it rests on, its source, its day and whether it is out of date. No legal advice.',
      inputSchema: {
        waste: z.string().max(2_000).describe('in any language, or a waste code such as A1160 or 10 02 07*'),
        from: country,
        to: country,
        purpose: z.enum(['recovery', 'disposal']).default('recovery'),
        on: z.string().max(40).optional().describe('day of the shipment such as 2027-01-31; today unless given'),
      },
      annotations: READ_ONLY,
    },
    async ({ waste, from, to, purpose, on }) => {
      const answer = await services.legality({ waste, from, to, purpose, ...(on !== undefined && { on }) })
      return answerTool(renderLegalityText(answer), answer)
    },
  )
}
