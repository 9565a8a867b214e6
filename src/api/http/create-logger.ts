import { destination, type Logger, pino } from 'pino'
import type { Config } from '../../config.ts'

/**
 * JSON lines on standard error. Fields of every line: `time` (ISO 8601), `level` (word), `event` (kebab-case or one word,
 * stable), `msg`. The others depend on the event: `requestId`, `operation`, `field`, `status`, `ms` of `request`;
 * `reference`, `err` of `surprise`; `source`, `status`, `entities`, `statements` of `ingested`.
 */
export function createLogger(level: Config['logLevel'], write?: { write(line: string): void }): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    write ?? destination({ fd: 2, sync: true }),
  )
}
