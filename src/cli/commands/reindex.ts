import type { Command } from 'commander'
import { countThings } from '../../count-things.ts'
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts'
import { withServices } from '../with-services.ts'

export function addReindexCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('reindex')
    .description('Build the search index anew from the graph, aside, and swap it in; searching goes on meanwhile.')
    .option('--json', 'print one JSON object')
    .action(async (options: { json?: boolean }) => {
      await withServices(context, async (services) => {
        const { reindex } = await import('../../search/reindex.ts')
        await reindex(services)
        const records = await services.index.count()
        context.out(options.json ? `${JSON.stringify({ records })}\n` : `${countThings(records, 'record')} indexed\n`)
        end(EXIT.ok)
      })
    })
}
