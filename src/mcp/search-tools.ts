import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { ENTITY_TYPES, type EntityType } from '../../graph/ontology/ontology.ts'
import { renderAnswer } from '../search/render-answer.ts'
import type { Services } from '../services.ts'
import { answerTool, READ_ONLY } from './answer-tool.ts'

const TYPES = Object.keys(ENTITY_TYPES) as [EntityType, ...EntityType[]]

/** `search` and `suggest`. */
export function addSearchTools(server: McpServer, services: Services): void {
  server.registerTool(
    'search',
    {
      title: 'Search',
      description:
        'Find technologies, enterprises, plants, people, events, rules and documents by name, concept in any language, waste code (K061, A1160, 10 02 07*) or words. Each hit says why it was found and which documents speak of it.',
      inputSchema: {
        query: z.string().max(2_000).describe('for example "steel dust", 钢铁粉尘, "aluminium dross in Thailand"'),
        type: z.enum(TYPES).optional().describe('only things of this type'),
        limit: z.int().min(1).max(50).default(10),
      },
      annotations: READ_ONLY,
    },
    async ({ query, type, limit }) => {
      // Another process may have ingested since the index was last brought up to date.
      await services.followOutbox()
      const asked = { query, limit, ...(type && { type }) }
      const answer = await services.search(asked)
      return answerTool(renderAnswer(answer, asked, services.thesaurus), answer)
    },
  )
  server.registerTool(
    'suggest',
    {
      title: 'Suggest names',
      description: 'Names that begin with or resemble what was typed so far, best first, with their ids.',
      inputSchema: { prefix: z.string().max(200), limit: z.int().min(1).max(50).default(10) },
      annotations: READ_ONLY,
    },
    async ({ prefix, limit }) => {
      await services.followOutbox()
      const suggestions = await services.index.suggest(prefix, limit)
      const lines = suggestions.map(({ name, type, id }) => `${name} (${type}, ${id})`)
      return answerTool(lines.join('\n') || 'Nothing begins like this.', { suggestions })
    },
  )
}
