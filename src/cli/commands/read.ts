import { basename } from 'node:path'
import type { Command } from 'commander'
import type { ReadDocument } from '../../../ingest/read/source-document.ts'
import { chooseKey } from '../choose-key.ts'
import type { CliContext, ExitCode } from '../cli-context.ts'
import { judgeOutcome } from '../judge-outcome.ts'
import { loadSources } from '../load-sources.ts'
import { createTextPrinter } from '../text-printer.ts'

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
      const problems: ReadDocument['problems'][] = []
      const texts = createTextPrinter(context.out)
      const keep = (source: string, path: string, read: Parameters<typeof renderRead>[0]) => {
        problems.push(read.problems)
        for (const { code, message, page } of read.problems)
          context.err(`${source}: ${code}${page === undefined ? '' : `, page ${page}`}: ${message}\n`)
        if (options.json) results[chooseKey(results, basename(source), source, path)] = renderRead(read)
        else if (read.text) texts.print(source, read.text)
      }
      const refuse = ({ source, problem }: { source: string; problem: ReadDocument['problems'][number] }) =>
        keep(source, source, {
          title: source,
          language: 'und',
          mediaType: 'application/octet-stream',
          pages: [],
          text: '',
          problems: [problem],
        })
      for await (const { path, ...source } of loadSources(paths, { refuse, allowSameSource: true }))
        keep(source.source, path, await readDocument(source))
      texts.end()
      if (options.json) context.out(`${JSON.stringify(results)}\n`)
      end(judgeOutcome(problems))
    })
}
