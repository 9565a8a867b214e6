import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { explainSystemError } from '../../../graph/explain-system-error.ts'
import { countThings } from '../../count-things.ts'
import { type CliContext, CliError, EXIT, type ExitCode } from '../cli-context.ts'
import { withServices } from '../with-services.ts'

export function addExportCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('export')
    .description(
      'Write the whole graph as JSON Lines: documents with their text, entities, statements with evidence, judgements, decisions.',
    )
    .option('--output <file>', 'write to this file instead of standard output; it appears only when complete')
    .option('--json', 'with --output: print what was written as one JSON object')
    .action(async (options: { output?: string; json?: boolean }) => {
      await withServices(context, async ({ store }) => {
        let records = 0
        async function* lines() {
          for await (const record of store.export()) {
            records++
            yield `${JSON.stringify(record)}\n`
          }
        }
        if (options.output === undefined) for await (const line of lines()) context.out(line)
        else {
          const unfinished = `${options.output}.part`
          try {
            await pipeline(lines(), createWriteStream(unfinished, { flush: true }))
            await rename(unfinished, options.output)
          } catch (cause) {
            await rm(unfinished, { force: true })
            throw cause instanceof Error && 'syscall' in cause ? refuse(options.output, cause) : cause
          }
          context.out(
            options.json
              ? `${JSON.stringify({ output: options.output, records })}\n`
              : `${countThings(records, 'record')} written to ${options.output}\n`,
          )
        }
        end(EXIT.ok)
      })
    })
}

function refuse(output: string, cause: Error): CliError {
  return new CliError(`The export cannot be written to ${output}: ${explainSystemError(cause)}.`, { cause })
}
