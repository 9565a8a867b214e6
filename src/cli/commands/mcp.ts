import type { Command } from 'commander'
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts'
import { withServices } from '../with-services.ts'

export function addMcpCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('mcp')
    .description(
      'Answer an assistant over standard input and output by the Model Context Protocol: search, suggest, match, why-not, legality, entity. Reads only.',
    )
    .action(async () => {
      await withServices(context, async (services) => {
        const { serveMcp } = await import('../../mcp/serve-mcp.ts')
        context.err(
          'Speaking the Model Context Protocol on standard input and output; end of input or Ctrl+C stops it.\n',
        )
        await serveMcp(services, context.signal)
        end(EXIT.ok)
      })
    })
}
