#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { readConfig } from '../config.ts'
import { runCli } from './run-cli.ts'

// V8 lets a small heap grow to a multiple before it collects what is dead: most of what a long ingestion would hold.
setFlagsFromString('--heap-growing-percent=30')

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The first asks for an orderly end; a second, when patience is out, ends at once.
  process.once(signal, () => stopping.abort())
}
// A reader that has seen enough (`cupel export | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCli(process.argv.slice(2), {
  config: () => readConfig(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  signal: stopping.signal,
})
