import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { explainSystemError } from '../../../graph/explain-system-error.ts'
import { GraphError } from '../../../graph/graph-error.ts'
import type { GraphRecord } from '../../../graph/store/graph-store.ts'
import { countThings } from '../../count-things.ts'
import { type CliContext, CliError, EXIT, type ExitCode } from '../cli-context.ts'
import { withServices } from '../with-services.ts'

export function addImportCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('import')
    .description('Read an export into an empty graph, all of it or nothing.')
    .argument('<file>', 'a file written by `cupel export`')
    .option('--json', 'print what was read as one JSON object')
    .action(async (file: string, options: { json?: boolean }) => {
      // Before anything is opened or made: a misspelt name must leave no data folder behind.
      await requireReadable(file)
      await withServices(context, async (services) => {
        const counts = await services.import(readRecords(file)).catch((cause) => {
          throw cause instanceof GraphError ? refuse(file, cause.message, cause) : cause
        })
        await services.followOutbox()
        context.out(
          options.json
            ? `${JSON.stringify(counts)}\n`
            : `${countThings(counts.documents, 'document')}, ${countThings(counts.entities, 'entity', 'entities')} and ${countThings(counts.statements, 'statement')} imported\n`,
        )
        end(EXIT.ok)
      })
    })
}

function refuse(file: string, what: string, cause: unknown): CliError {
  return new CliError(`${file} was not imported, and nothing was changed. ${what}`, { cause })
}

async function requireReadable(file: string): Promise<void> {
  try {
    const handle = await open(file)
    const info = await handle.stat().finally(() => handle.close())
    if (info.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR', syscall: 'read' })
  } catch (cause) {
    throw refuse(file, `It cannot be read: ${explainSystemError(cause)}.`, cause)
  }
}

async function* readRecords(file: string): AsyncGenerator<GraphRecord> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  let number = 0
  for await (const line of lines) {
    number++
    if (line === '') continue
    let record: unknown
    try {
      record = JSON.parse(line)
    } catch {
      // Told below, like any other line that is no record.
    }
    if (typeof record !== 'object' || record === null || typeof (record as GraphRecord).kind !== 'string')
      throw new GraphError(
        'invalid',
        `Expected a whole file written by \`cupel export\`; line ${number} is no record of one: ${JSON.stringify(line.slice(0, 60))}.`,
      )
    yield record as GraphRecord
  }
}
