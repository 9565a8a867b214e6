import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { Services } from '../services.ts'
import { createMcpServer } from './create-mcp-server.ts'
import { trackRequests } from './track-requests.ts'

/** A question is some kilobytes at most; a client that sends more without a line break is cut off. */
const MOST_BUFFERED = 1_000_000
/** How long answers are waited for once the input has ended, in milliseconds. */
const LONGEST_WAIT = 30_000

/**
 * Serves on standard input and output until the input ends or `signal` asks to stop. What was asked before the end of input
 * is answered, within half a minute: questions may come from a pipe.
 */
export async function serveMcp(services: Services, signal: AbortSignal): Promise<void> {
  const server = createMcpServer(services)
  const transport: Transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: MOST_BUFFERED })
  const requests = trackRequests(transport)
  const closed = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
    server.server.onclose = resolve
  })
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve)
  })
  await server.connect(transport)
  if (!signal.aborted) {
    await Promise.race([closed, ended])
    await Promise.race([closed, requests.settle(LONGEST_WAIT)])
  }
  await server.close()
}
