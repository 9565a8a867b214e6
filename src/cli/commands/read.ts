import { basename } from 'node:path'
import type { Command } from 'commander'
import type { ReadDocument } from '../../../ingest/read/source-document.ts'
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts'
import { loadSources } from '../load-sources.ts'

/** The fixed form of `cupel read --json` for one document. */
function renderRead({
  title,
  language,
  mediaType,
  pages,
  text,
  problems,
}: Pick<ReadDocument, 'title' | 'language' | 'mediaType' | 'pages' | 'text' | 'problems'>) {
  return { title, language, mediaType, pages: pages.length, text, problems }
}

export function addReadCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('read')
    .description('Show the text Cupel reads from documents, in reading order. Touches no graph.')
    .argument('<file...>', 'files or folders')
    .option('--json', 'print one JSON object, keyed by file name')
    .action(async (paths: string[], options: { json?: boolean }) => {
      const { readDocument } = await import('../../../ingest/read/read-document.ts')
      const results: Record<string, ReturnType<typeof renderRead>> = {}
      let refused = false
      const keep = (source: string, read: Parameters<typeof renderRead>[0]) => {
        refused ||= read.problems.some((problem) => problem.fatal)
        for (const { code, message, page } of read.problems)
          context.err(`${source}: ${code}${page === undefined ? '' : `, page ${page}`}: ${message}\n`)
        if (options.json) results[basename(source)] = renderRead(read)
        else context.out(`${read.text}\n`)
      }
      const refuse = ({ source, problem }: { source: string; problem: ReadDocument['problems'][number] }) =>
        keep(source, {
          title: source,
          language: 'und',
          mediaType: 'application/octet-stream',
          pages: [],
          text: '',
          problems: [problem],
        })
      for await (const source of loadSources(paths, '', refuse)) keep(source.source, await readDocument(source))
      if (options.json) context.out(`${JSON.stringify(results)}\n`)
      end(refused ? EXIT.partial : EXIT.ok)
    })
}
