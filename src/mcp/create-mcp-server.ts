import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { packageRoot } from '../../graph/package-root.ts'
import type { Services } from '../services.ts'
import { addEntityTool } from './entity-tool.ts'
import { addLegalityTool } from './legality-tool.ts'
import { addMatchTools } from './match-tools.ts'
import { addSearchTools } from './search-tools.ts'

const INSTRUCTIONS = `Cupel knows what documents say about metal recycling: technologies, plants, enterprises, experts, rules, and the words behind each claim.
Quote the words it gives and name their document. What it marks as missing, inferred, to verify or out of date, say so too. Its word on legality is no legal advice.`

/** A server of the Model Context Protocol that answers over the graph and changes nothing. The caller connects and closes it. */
export function createMcpServer(services: Services): McpServer {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }
  const server = new McpServer({ name: 'cupel', version }, { instructions: INSTRUCTIONS })
  addSearchTools(server, services)
  addMatchTools(server, services)
  addLegalityTool(server, services)
  addEntityTool(server, services)
  return server
}
