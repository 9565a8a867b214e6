import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import type { GraphRecord } from '../../../graph/store/graph-store.ts'
import { type CliContext, CliError, EXIT, type ExitCode } from '../cli-context.ts'
import { withServices } from '../with-services.ts'

export function addImportCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('import')
    .description('Read an export into an empty graph, all of it or nothing.')
    .argument('<file>', 'a file written by `cupel export`')
    .option('--json', 'print what was read as one JSON object')
    .action(async (file: string, options: { json?: boolean }) => {
      await withServices(context, async (services) => {
        const counts = await services.import(readRecords(file))
        await services.followOutbox()
        context.out(
          options.json
            ? `${JSON.stringify(counts)}\n`
            : `${counts.documents} documents, ${counts.entities} entities and ${counts.statements} statements imported\n`,
        )
        end(EXIT.ok)
      })
    })
}

async function* readRecords(file: string): AsyncGenerator<GraphRecord> {
  let number = 0
  try {
    for await (const line of createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number++
      if (line !== '') yield JSON.parse(line) as GraphRecord
    }
  } catch (cause) {
    const where = cause instanceof SyntaxError ? `line ${number} is not JSON` : (cause as Error).message
    throw new CliError(
      `${file} could not be imported: ${where}. Nothing was changed; expected a whole file written by \`cupel export\`.`,
      { cause },
    )
  }
}
