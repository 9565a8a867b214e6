import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Services } from '../services.ts'
import { createMcpServer } from './create-mcp-server.ts'

/** A question is some kilobytes at most; a client that sends more without a line break is cut off. */
const MOST_BUFFERED = 1_000_000

/** Serves on standard input and output until the input ends or `signal` asks to stop. */
export async function serveMcp(services: Services, signal: AbortSignal): Promise<void> {
  const server = createMcpServer(services)
  const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: MOST_BUFFERED })
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve)
    signal.addEventListener('abort', () => resolve(), { once: true })
    server.server.onclose = resolve
  })
  await server.connect(transport)
  if (!signal.aborted) await ended
  await server.close()
}
