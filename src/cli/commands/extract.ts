import { parse } from 'node:path'
import type { Command } from 'commander'
import { renderExtraction } from '../../../ingest/extract/render-extraction.ts'
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts'
import { loadSources } from '../load-sources.ts'

export function addExtractCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('extract')
    .description('Show the entities, relations and facts Cupel finds in documents. Touches no graph.')
    .argument('<file...>', 'files or folders')
    .option('--json', 'print one JSON object, keyed by file name without extension')
    .action(async (paths: string[], options: { json?: boolean }) => {
      const { composePrepare } = await import('../../compose-prepare.ts')
      const prepare = composePrepare()
      const results: Record<string, ReturnType<typeof renderExtraction>> = {}
      let refused = false
      const complain = (source: string, { code, message }: { code: string; message: string }) => {
        refused = true
        context.err(`${source}: ${code}: ${message}\n`)
      }
      for await (const source of loadSources(paths, '', ({ source: name, problem }) => complain(name, problem))) {
        const { read, extraction } = await prepare(source)
        for (const problem of read.problems) if (problem.fatal) complain(source.source, problem)
        results[parse(source.source).name] = renderExtraction(extraction)
      }
      if (options.json) context.out(`${JSON.stringify(results)}\n`)
      else for (const [name, found] of Object.entries(results)) context.out(renderText(name, found))
      end(refused ? EXIT.partial : EXIT.ok)
    })
}

function renderText(name: string, { entities, relations, facts }: ReturnType<typeof renderExtraction>): string {
  return [
    name,
    ...entities.map(
      (entity) =>
        `  ${entity.type.padEnd(13)} ${entity.name}${entity.aliases.length > 0 ? ` (${entity.aliases.join(', ')})` : ''}`,
    ),
    ...relations.map(({ subject, predicate, object }) => `  ${subject} ${predicate} ${object}`),
    ...facts.map(({ subject, property, value }) => `  ${subject} ${property}: ${value}`),
    '',
  ].join('\n')
}
