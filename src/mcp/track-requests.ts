import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js'

/** Requests in hand. */
export interface RequestTracker {
  /** Resolves once each request is answered or called off, at the latest after so many milliseconds. */
  settle(longest: number): Promise<void>
}

/** Notes each request that comes in by a transport until its answer is sent. To be called before a server connects to it. */
export function trackRequests(transport: Transport): RequestTracker {
  const open = new Set<RequestId>()
  let onSettled = (): void => {}
  const close = (id: RequestId | undefined): void => {
    if (id !== undefined) open.delete(id)
    if (open.size === 0) onSettled()
  }
  const send = transport.send.bind(transport)
  transport.onmessage = (message: JSONRPCMessage) => {
    if (!('method' in message)) return
    if ('id' in message) open.add(message.id)
    else if (message.method === 'notifications/cancelled') close(message.params?.requestId as RequestId | undefined)
  }
  transport.send = async (message, options) => {
    await send(message, options)
    if (!('method' in message)) close(message.id)
  }
  return {
    settle: (longest) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, longest)
        onSettled = () => {
          clearTimeout(timer)
          resolve()
        }
        if (open.size === 0) onSettled()
      }),
  }
}
