import type { Command } from 'commander'
import type { DocumentRecord } from '../../../graph/document.ts'
import { documentId } from '../../../graph/identity.ts'
import { countThings } from '../../count-things.ts'
import type { Services } from '../../services.ts'
import { type CliContext, CliError, EXIT, type ExitCode } from '../cli-context.ts'
import { describeLag } from '../describe-lag.ts'
import { withServices } from '../with-services.ts'

const PAGE = 500

async function* listAll({ store }: Services): AsyncGenerator<DocumentRecord> {
  let cursor: string | undefined
  do {
    const page = await store.listDocuments({ limit: PAGE, cursor })
    yield* page.items
    cursor = page.cursor
  } while (cursor !== undefined)
}

export function addDocumentsCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('documents')
    .description('List the documents in the graph.')
    .option('--json', 'print one JSON object')
    .action(async (options: { json?: boolean }) => {
      await withServices(context, async (services) => {
        const documents = []
        for await (const { id, source, title, language, pages, problems } of listAll(services)) {
          if (options.json) documents.push({ id, source, title, language, pages, problems })
          else
            context.out(
              `${id}  ${source}  ${title} (${language}, ${countThings(pages, 'page')}${problems.length > 0 ? `, ${countThings(problems.length, 'problem')}` : ''})\n`,
            )
        }
        if (options.json) context.out(`${JSON.stringify({ documents })}\n`)
        end(EXIT.ok)
      })
    })
}

export function addWithdrawCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('withdraw')
    .description('Take a document out of the graph, with exactly the statements that only it supported.')
    .argument('<document>', 'its source or id, as `cupel documents` lists them')
    .option('--json', 'print one JSON object')
    .action(async (document: string, options: { json?: boolean }) => {
      await withServices(context, async (services) => {
        const found = (await services.store.document(document)) ?? (await services.store.document(documentId(document)))
        if (!found) throw new CliError(`There is no document “${document}”. \`cupel documents\` lists those there are.`)
        const before = await services.store.counts()
        const report = await services.withdraw(found.id, {
          onLag: (error) => context.err(describeLag(error, 'It is withdrawn all the same')),
        })
        for (const { message } of report.problems) context.err(`${message}\n`)
        const after = await services.store.counts()
        const gone = before.statements - after.statements
        context.out(
          options.json
            ? `${JSON.stringify({ ...report, removed: { statements: gone } })}\n`
            : `${found.source} withdrawn, ${countThings(gone, 'statement')} gone with it\n`,
        )
        end(EXIT.ok)
      })
    })
}
