import type { Logger } from 'pino'
import type { Writing } from '../../writing.ts'
import { logLag } from '../log-lag.ts'

/** Keeps the index up with what this and other processes write to the same data folder. */
export interface OutboxFollower {
  stop(): Promise<void>
}

/** Delivers every `everyMs`, never twice at once. A failure is logged and tried again at the next turn. */
export function followOutboxEvery(
  everyMs: number,
  writing: Pick<Writing, 'followOutbox'>,
  log: Logger,
): OutboxFollower {
  let running: Promise<void> | undefined

  async function deliver(): Promise<void> {
    try {
      const records = await writing.followOutbox()
      if (records > 0) log.debug({ event: 'indexed', records }, 'The search index followed the graph')
    } catch (error) {
      logLag(log)(error)
    }
  }

  const timer = setInterval(() => {
    running ??= deliver().finally(() => {
      running = undefined
    })
  }, everyMs)
  // Alone it does not keep the process alive.
  timer.unref()

  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
