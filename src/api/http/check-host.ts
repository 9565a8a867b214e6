import { isIPv4 } from 'node:net'

/** What a program on this machine calls it. A browser that was led here by another site's name sends that name. */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]']

function isLoopback(address: string): boolean {
  const plain = address.toLowerCase().replace(/^::ffff:/, '')
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'))
}

/** Without the port, in lower case. */
function readName(header: string): string {
  return header.trim().toLowerCase().replace(/:\d*$/, '')
}

/**
 * Says whether a request may be answered by the `Host` it was sent to. Where the server listens on a loopback `address`,
 * only this machine's own names, that address and the configured `host` are: any site can have its name resolve to
 * 127.0.0.1, and its pages then count as of the same origin (DNS rebinding). Elsewhere every name is.
 */
export function createHostCheck(address: string, host: string): (header: string | undefined) => boolean {
  if (!isLoopback(address)) return () => true
  const bracket = (name: string) => (name.includes(':') ? `[${name}]` : name).toLowerCase()
  const names = new Set([...OWN_NAMES, bracket(address), bracket(host)])
  return (header) => header !== undefined && names.has(readName(header))
}
