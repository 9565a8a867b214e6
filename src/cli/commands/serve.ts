import { join } from 'node:path'
import type { Command } from 'commander'
import { packageRoot } from '../../../graph/package-root.ts'
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts'
import { withServices } from '../with-services.ts'
import { countReports, describeTotals, ingestPaths } from './ingest.ts'

export function addServeCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('serve')
    .description('Serve GraphQL with GraphiQL at /graphql, and /health, /ready and /metrics, until stopped.')
    .option('--examples', 'first ingest the example library that comes with Cupel')
    .action(async (options: { examples?: boolean }) => {
      const config = context.config()
      await withServices(context, async (services) => {
        if (options.examples) {
          const { reports } = await ingestPaths(services, [join(packageRoot(), 'examples', 'library')], context, {
            as: '',
          })
          context.err(`${describeTotals(countReports(reports))}\n`)
        }
        // Stopped while the examples were read.
        if (context.signal.aborted) return
        const [{ serve }, { openWriterThread }] = await Promise.all([
          import('../../api/serve.ts'),
          import('../../open-writer-thread.ts'),
        ])
        const writing = config.workers === 0 ? undefined : openWriterThread(config, services)
        const server = await serve(services, config, { writing })
        context.err(`Cupel answers at ${server.url}/graphql (Ctrl+C stops it)\n`)
        if (config.token === undefined)
          context.err(
            'Writing over GraphQL is off: set CUPEL_TOKEN to a secret of at least 16 characters to turn it on.\n',
          )
        await untilAborted(context.signal)
        await server.close()
        await writing?.close()
      })
      end(EXIT.ok)
    })
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}
