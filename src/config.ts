import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

/** Every environment variable Cupel reads, with what it means; the documentation is checked against this table. */
export const ENVIRONMENT = {
  CUPEL_DATA: {
    schema: z.string().min(1).optional(),
    description: 'Folder of the graph, index and originals. Default: .cupel in the working directory.',
  },
  CUPEL_TOKEN: {
    schema: z.string().min(16, 'must have at least 16 characters').optional(),
    description: 'Staff token; writing over GraphQL is refused without one.',
  },
  CUPEL_WORKERS: {
    schema: z.coerce.number().int().min(0).max(64).optional(),
    description:
      'Worker threads that read and extract; 0 works in the main thread. Default: one fewer than the processors, at least one.',
  },
  CUPEL_LOG: {
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    description: 'Least level of log lines the server writes to standard error.',
  },
  HOST: { schema: z.string().min(1).default('127.0.0.1'), description: 'Address the server listens on.' },
  PORT: { schema: port.default(4000), description: 'Port the server listens on; 0 takes a free one.' },
} as const

export interface Config {
  dataFolder: string
  token?: string
  workers?: number
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
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
  for (const [name, { schema }] of Object.entries(ENVIRONMENT)) {
    const result = schema.safeParse(environment[name] || undefined)
    if (result.success) read[name] = result.data
    else {
      // A secret must not reach a log, however wrong it is.
      const given = name === 'CUPEL_TOKEN' ? 'given' : JSON.stringify(environment[name])
      problems.push(`${name} is ${given}: ${result.error.issues[0]?.message}`)
    }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  const given = read as { [Name in keyof typeof ENVIRONMENT]: z.infer<(typeof ENVIRONMENT)[Name]['schema']> }
  return {
    dataFolder: resolve((given.CUPEL_DATA ?? '.cupel').replace(/^~(?=\/|$)/, homedir())),
    token: given.CUPEL_TOKEN,
    workers: given.CUPEL_WORKERS,
    logLevel: given.CUPEL_LOG,
    host: given.HOST,
    port: given.PORT,
  }
}
