import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../graph/package-root.ts'
import { runCli } from '../../src/cli/run-cli.ts'
import { readConfig } from '../../src/config.ts'

export interface CliResult {
  code: number
  out: string
  err: string
}

/** Runs a command line in this process, on the given data folder. */
export async function runHere(data: string, ...args: string[]): Promise<CliResult> {
  return runUntil(new AbortController().signal, data, ...args)
}

/** The same, asked by `signal` to stop. */
export async function runUntil(signal: AbortSignal, data: string, ...args: string[]): Promise<CliResult> {
  const written = { out: '', err: '' }
  const code = await runCli(args, {
    config: () => readConfig({ CUPEL_DATA: data, CUPEL_WORKERS: '0', CUPEL_LOG: 'silent', PORT: '0' }),
    out: (text) => {
      written.out += text
    },
    err: (text) => {
      written.err += text
    },
    terminal: false,
    signal,
  })
  return { code, ...written }
}

/** Starts the built command line as a process of its own, as a user would. */
export function startCli(data: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const main = join(packageRoot(import.meta.url), 'dist', 'src', 'cli', 'main.js')
  return spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, CUPEL_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs the built command line to its end. */
export async function runProcess(data: string, args: string[], env: Record<string, string> = {}): Promise<CliResult> {
  const child = startCli(data, args, env)
  const written = { out: '', err: '' }
  child.stdout?.on('data', (chunk) => {
    written.out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    written.err += chunk
  })
  const code = await new Promise<number>((resolve) => child.on('close', (ended) => resolve(ended ?? -1)))
  return { code, ...written }
}
