import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ServeErrorCode = 'port-taken' | 'port-forbidden' | 'host-unusable' | 'cannot-listen'

/** Why the server could not start, and how to mend it. */
export class ServeError extends Error {
  readonly code: ServeErrorCode

  constructor(code: ServeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ServeError'
    this.code = code
  }
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): ServeError {
  const options = { cause: error }
  switch (error.code) {
    case 'EADDRINUSE':
      return new ServeError(
        'port-taken',
        `Port ${port} of ${host} is taken by another program. Stop it, or set PORT to another number (0 takes a free one).`,
        options,
      )
    case 'EACCES':
      return new ServeError(
        'port-forbidden',
        `This user may not listen on port ${port}. Set PORT to a number of 1024 or more.`,
        options,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ServeError(
        'host-unusable',
        `This machine has no address ${host}. Set HOST to one of its own, such as 127.0.0.1.`,
        options,
      )
    default:
      return new ServeError('cannot-listen', `The server cannot listen on ${host}:${port}: ${error.message}`, options)
  }
}

/** Resolves with the address the server can be called at. Rejects with a `ServeError`. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)))
    server.listen({ host, port, exclusive: true }, resolve)
  })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${name}:${address.port}`
}
