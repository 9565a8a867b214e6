import type { Logger } from 'pino'

/** Notes that the index could not follow what the graph keeps. Nothing is lost: the outbox holds it for the next turn. */
export function logLag(log: Logger): (error: unknown) => void {
  return (error) =>
    log.warn({ event: 'index-behind', err: error }, 'The search index could not follow the graph; it is tried again')
}
