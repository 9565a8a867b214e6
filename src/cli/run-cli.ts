import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { GraphError } from '../../graph/graph-error.ts'
import { packageRoot } from '../../graph/package-root.ts'
import { ConfigError } from '../config.ts'
import { type CliContext, CliError, EXIT, type ExitCode } from './cli-context.ts'
import { addCheckCommand } from './commands/check.ts'
import { addDocumentsCommand, addWithdrawCommand } from './commands/documents.ts'
import { addEvaluateCommand } from './commands/evaluate.ts'
import { addExportCommand } from './commands/export.ts'
import { addExtractCommand } from './commands/extract.ts'
import { addImportCommand } from './commands/import.ts'
import { addIngestCommand } from './commands/ingest.ts'
import { addLegalityCommand } from './commands/legality.ts'
import { addMatchCommand } from './commands/match.ts'
import { addMcpCommand } from './commands/mcp.ts'
import { addReadCommand } from './commands/read.ts'
import { addReindexCommand } from './commands/reindex.ts'
import { addSearchCommand } from './commands/search.ts'
import { addServeCommand } from './commands/serve.ts'

const COMMANDS = [
  addIngestCommand,
  addReadCommand,
  addExtractCommand,
  addSearchCommand,
  addMatchCommand,
  addLegalityCommand,
  addServeCommand,
  addMcpCommand,
  addDocumentsCommand,
  addWithdrawCommand,
  addExportCommand,
  addImportCommand,
  addCheckCommand,
  addReindexCommand,
  addEvaluateCommand,
]

const EPILOGUE = `
Exit codes: 0 all done; 1 nothing done (wrong usage, unusable environment, a store that does not open, no such file);
2 some input refused and the rest kept, or findings of check.

The data folder is .cupel in the working directory, or CUPEL_DATA. Try:
  cupel ingest ./documents        read a folder into the graph
  cupel search "steel dust"       find technologies, enterprises, projects, documents
  cupel match "20,000 t of EAF dust a year in Viet Nam"
  cupel serve                     GraphQL at http://127.0.0.1:4000/graphql`

/** All commands with their help; `end` receives the exit code. */
export function createProgram(context: CliContext, end: (code: ExitCode) => void): Command {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }
  const program = new Command('cupel')
    .description('Parts facts from documents about metal recycling, every fact with the words it came from.')
    .version(version)
    .showHelpAfterError('Add --help to see what this command takes.')
    .configureOutput({ writeOut: context.out, writeErr: context.err })
    .addHelpText('after', EPILOGUE)
    .exitOverride()
  for (const add of COMMANDS) add(program, context, end)
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)
  return program
}

/** Runs one command line (without node and script) and resolves with its exit code. Expected failures are printed, not thrown. */
export async function runCli(args: readonly string[], context: CliContext): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok
  try {
    await createProgram(context, (ended) => {
      code = ended
    }).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    // Commander has printed its own complaint, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.failed
    if (error instanceof CliError || error instanceof ConfigError || error instanceof GraphError || hasCode(error))
      context.err(`${error.message}\n`)
    else
      context.err(
        `${error instanceof Error ? error.stack : String(error)}\nThis is a fault of Cupel; please report it.\n`,
      )
    return EXIT.failed
  }
}

/** The small error families of other folders carry a stable code; so do errors of the operating system. */
function hasCode(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
