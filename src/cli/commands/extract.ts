import { parse } from 'node:path'
import type { Command } from 'commander'
import type { DocumentProblem } from '../../../graph/document.ts'
import { renderExtraction } from '../../../ingest/extract/render-extraction.ts'
import { chooseKey } from '../choose-key.ts'
import type { CliContext, ExitCode } from '../cli-context.ts'
import { judgeOutcome } from '../judge-outcome.ts'
import { loadSources } from '../load-sources.ts'
import type { RefusedSource } from '../walk-sources.ts'

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
      const outcomes: DocumentProblem[][] = []
      const complain = (source: string, problems: DocumentProblem[]) => {
        outcomes.push(problems)
        for (const { code, message, fatal } of problems) if (fatal) context.err(`${source}: ${code}: ${message}\n`)
      }
      const refuse = ({ source, problem }: RefusedSource) => complain(source, [problem])
      for await (const { path, ...source } of loadSources(paths, { refuse, allowSameSource: true })) {
        const { read, extraction } = await prepare(source)
        complain(source.source, read.problems)
        const { name, base } = parse(source.source)
        results[chooseKey(results, name, base, source.source, path)] = renderExtraction(extraction)
      }
      if (options.json) context.out(`${JSON.stringify(results)}\n`)
      else for (const [name, found] of Object.entries(results)) context.out(renderText(name, found))
      end(judgeOutcome(outcomes))
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
