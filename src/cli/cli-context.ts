import type { Config } from '../config.ts'

/** What a command needs of the outside, so that tests can run commands in their own process. */
export interface CliContext {
  /** Reads the environment, failing with all its problems at once. */
  config: () => Config
  /** Results, and nothing else. */
  out: (text: string) => void
  /** Progress, problems and hints. */
  err: (text: string) => void
  /** Whether `err` is a terminal, where a progress line may be redrawn. */
  terminal: boolean
  /** Ends long commands in an orderly way. */
  signal: AbortSignal
}

/** Exit codes, the same for every command. */
export const EXIT = {
  ok: 0,
  /** Nothing was done: wrong usage, an unusable environment, a store that does not open, none of the files named is there. */
  failed: 1,
  /** Some input was refused and the rest kept, `check` found something, or the search index could not follow. */
  partial: 2,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** An expected failure of a command; printed without a stack. */
export class CliError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CliError'
  }
}
