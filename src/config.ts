import { homedir } from 'node:os'
import { resolve } from 'node:path'

/** Reads one variable; what it throws says what was expected. Written out: a schema library takes longer to load than most commands to run. */
type Read<T> = (text: string) => T

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

function wholeNumber(least: number, most: number): Read<number> {
  return (text) => {
    const number = Number(text)
    if (text.trim() !== '' && Number.isInteger(number) && number >= least && number <= most) return number
    throw new RangeError(`expected a whole number from ${least} to ${most}`)
  }
}

function readToken(text: string): string {
  if (text.length < 16) throw new RangeError('must have at least 16 characters')
  return text
}

function readLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((each) => each === text)
  if (level) return level
  throw new RangeError(`expected one of ${LOG_LEVELS.join(', ')}`)
}

interface Variable<T> {
  read: Read<T>
  description: string
}

/** Every environment variable Cupel reads, with what it means; the documentation is checked against this table. */
export const ENVIRONMENT = {
  CUPEL_DATA: {
    read: (text: string) => text,
    description: 'Folder of the graph, index and originals. Default: .cupel in the working directory.',
  },
  CUPEL_TOKEN: {
    read: readToken,
    description: 'Staff token; writing over GraphQL is refused without one.',
  },
  CUPEL_WORKERS: {
    read: wholeNumber(0, 64),
    description:
      'Worker threads that read and extract; 0 reads, extracts and writes in the main thread. Default: one fewer than the processors, at least one.',
  },
  CUPEL_LOG: {
    read: readLogLevel,
    description: 'Least level of log lines the server writes to standard error. Default: info.',
  },
  HOST: { read: (text: string) => text, description: 'Address the server listens on. Default: 127.0.0.1.' },
  PORT: { read: wholeNumber(0, 65_535), description: 'Port the server listens on; 0 takes a free one. Default: 4000.' },
} as const satisfies Record<string, Variable<unknown>>

export interface Config {
  dataFolder: string
  token?: string
  workers?: number
  logLevel: LogLevel
  host: string
  port: number
}

export class ConfigError extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/** Reads the environment once. Throws one `ConfigError` that lists every problem. An empty variable counts as unset. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const read: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, { read: readOne }] of Object.entries(ENVIRONMENT)) {
    const text = environment[name]
    if (!text) continue
    try {
      read[name] = readOne(text)
    } catch (error) {
      // A secret must not reach a log, however wrong it is.
      problems.push(
        `${name} is ${name === 'CUPEL_TOKEN' ? 'given' : JSON.stringify(text)}: ${(error as Error).message}`,
      )
    }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  const given = read as { [Name in keyof typeof ENVIRONMENT]?: ReturnType<(typeof ENVIRONMENT)[Name]['read']> }
  return {
    dataFolder: resolve((given.CUPEL_DATA ?? '.cupel').replace(/^~(?=\/|$)/, homedir())),
    token: given.CUPEL_TOKEN,
    workers: given.CUPEL_WORKERS,
    logLevel: given.CUPEL_LOG ?? 'info',
    host: given.HOST ?? '127.0.0.1',
    port: given.PORT ?? 4000,
  }
}
