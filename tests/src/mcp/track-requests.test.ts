import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { describe, expect, it } from 'vitest'
import { trackRequests } from '../../../src/mcp/track-requests.ts'

const LONG = 60_000

async function openPair() {
  const [client, transport] = InMemoryTransport.createLinkedPair()
  const requests = trackRequests(transport)
  await Promise.all([client.start(), transport.start()])
  return { client, transport, requests }
}

const ask = (id: number) => ({ jsonrpc: '2.0' as const, id, method: 'ping' })
const reply = (id: number) => ({ jsonrpc: '2.0' as const, id, result: {} })

describe('trackRequests', () => {
  it('settles at once where nothing was asked', async () => {
    const { requests } = await openPair()
    await requests.settle(LONG)
  })

  it('settles with the last answer', async () => {
    const { client, transport, requests } = await openPair()
    await client.send(ask(1))
    await client.send(ask(2))
    let settled = false
    const settling = requests.settle(LONG).then(() => {
      settled = true
    })
    await transport.send(reply(2))
    await new Promise(setImmediate)
    expect(settled).toBe(false)
    await transport.send(reply(1))
    await settling
  })

  it('waits for no answer to what was called off', async () => {
    const { client, requests } = await openPair()
    await client.send(ask(1))
    await client.send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } })
    await requests.settle(LONG)
  })

  it('gives up after the time it is given', async () => {
    const { client, requests } = await openPair()
    await client.send(ask(1))
    await requests.settle(5)
  })
})
