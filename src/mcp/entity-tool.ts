import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { ENTITY_TYPES } from '../../graph/ontology/ontology.ts'
import type { Services } from '../services.ts'
import { answerTool, READ_ONLY, refuseTool } from './answer-tool.ts'
import { describeEntity } from './describe-entity.ts'

/** `entity`: what documents say of one thing. */
export function addEntityTool(server: McpServer, services: Services): void {
  server.registerTool(
    'entity',
    {
      title: 'What is known of one thing',
      description:
        'Everything documents say of one technology, enterprise, plant, person, event, waste or rule: each statement with the exact words and the document they stand in.',
      inputSchema: {
        entity: z.string().max(200).describe('id as other tools give it, or a name'),
        limit: z.int().min(1).max(100).default(30).describe('statements at most'),
      },
      annotations: READ_ONLY,
    },
    async ({ entity, limit }) => {
      const found = await describeEntity(services.store, entity, limit)
      if (!found) {
        return refuseTool('unknown-entity', `Nothing is known by the id or name “${entity}”. Try the search tool.`)
      }
      const { label } = ENTITY_TYPES[found.type]
      const lines = found.statements.flatMap(({ subject, predicate, object, modality, evidence }) => [
        `${subject} ${predicate} ${object}${modality === 'asserted' ? '' : ` (${modality})`}`,
        ...evidence.map(
          ({ quote, document, page }) => `  “${quote}” ${document}${page === undefined ? '' : `, p. ${page}`}`,
        ),
      ])
      return answerTool(`${found.name} (${label})\n${lines.join('\n')}\n`, found)
    },
  )
}
