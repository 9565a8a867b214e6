import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { explainSystemError } from '../../../graph/explain-system-error.ts'
import { documentId } from '../../../graph/identity.ts'
import type { TableMapping } from '../../../ingest/extract/table/table-mapping.ts'
import type { IngestReport } from '../../../ingest/ingest-report.ts'
import { countThings } from '../../count-things.ts'
import type { Services } from '../../services.ts'
import { type CliContext, CliError, EXIT, type ExitCode } from '../cli-context.ts'
import { describeLag } from '../describe-lag.ts'
import { judgeOutcome } from '../judge-outcome.ts'
import { loadSources } from '../load-sources.ts'
import { createProgressLine } from '../progress-line.ts'
import { loadRetired, PLAN_LEGEND, renderPlan } from '../render-plan.ts'
import { withServices } from '../with-services.ts'

interface Options {
  json?: boolean
  dryRun?: boolean
  as: string
  mapping?: string
}

export function addIngestCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('ingest')
    .description(
      'Read documents into the graph. What has not changed is skipped; a revised document supersedes what it no longer says.',
    )
    .argument('<path...>', 'files or folders (PDF, HTML, DOCX, XLSX, CSV, JSON, Markdown, text)')
    .option('--dry-run', 'print exactly what would change and change nothing')
    .option(
      '--as <prefix>',
      'put this before each source name like a folder, to keep two folders with equal file names apart',
      '',
    )
    .option('--mapping <file>', 'JSON file that says what the columns of a table mean')
    .option('--json', 'print one JSON object')
    .action(async (paths: string[], options: Options) => {
      const mapping = options.mapping === undefined ? undefined : await readMapping(options.mapping)
      await withServices(
        context,
        async (services) => {
          const { reports, lagging } = await ingestPaths(services, paths, context, options)
          const totals = countReports(reports)
          if (options.json) context.out(`${JSON.stringify({ documents: reports, totals })}\n`)
          else {
            if (options.dryRun) context.out(PLAN_LEGEND)
            for (const { plan } of reports) if (plan) context.out(renderPlan(plan, await loadRetired(services, plan)))
            context.out(`${describeTotals(totals, options.dryRun)}\n`)
          }
          const outcome = judgeOutcome(reports.map(({ problems }) => problems))
          end(outcome === EXIT.ok && (lagging || context.signal.aborted) ? EXIT.partial : outcome)
        },
        { mapping },
      )
    })
}

async function readMapping(file: string): Promise<TableMapping> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new CliError(`The mapping file ${file} cannot be read: ${explainSystemError(cause)}.`, { cause })
  })
  const { parseTableMapping } = await import('../../../ingest/extract/table/table-mapping.ts')
  return parseTableMapping(text)
}

/** Ingests files and folders with progress on standard error; what could not be opened is among the reports. */
export async function ingestPaths(
  services: Services,
  paths: string[],
  context: CliContext,
  options: Pick<Options, 'dryRun' | 'as' | 'mapping'>,
): Promise<{ reports: IngestReport[]; lagging: boolean }> {
  const reports: IngestReport[] = []
  let lagging = false
  const progress = createProgressLine(context, options.dryRun)
  const refuse = ({ source, problem }: { source: string; problem: IngestReport['problems'][number] }) => {
    const report: IngestReport = {
      source,
      id: documentId(source),
      status: 'rejected',
      problems: [problem],
      entities: 0,
      statements: 0,
    }
    reports.push(report)
    progress.show({ source, stage: 'done', report, finished: reports.length, total: reports.length })
  }
  const sources = loadSources(paths, {
    prefix: options.as,
    except: options.mapping === undefined ? [] : [options.mapping],
    refuse,
  })
  for await (const report of services.ingest(sources, {
    dryRun: options.dryRun,
    onProgress: progress.show,
    onLag: (error) => {
      if (!lagging) context.err(describeLag(error, 'What is said to be added is kept'))
      lagging = true
    },
    signal: context.signal,
  }))
    reports.push(report)
  progress.end()
  if (context.signal.aborted)
    context.err('Stopped before the end. What is said to be added is kept; the same command goes on with the rest.\n')
  else if (reports.length === 0) context.err(`No file to read in ${paths.join(', ')}; hidden files are passed over.\n`)
  return { reports, lagging }
}

export type Totals = Record<IngestReport['status'], number> & {
  documents: number
  entities: number
  statements: number
}

export function countReports(reports: readonly IngestReport[]): Totals {
  const totals: Totals = {
    documents: reports.length,
    added: 0,
    unchanged: 0,
    revised: 0,
    rejected: 0,
    withdrawn: 0,
    entities: 0,
    statements: 0,
  }
  for (const { status, entities, statements } of reports) {
    totals[status]++
    totals.entities += entities
    totals.statements += statements
  }
  return totals
}

export function describeTotals(
  { documents, added, revised, unchanged, rejected, entities, statements }: Totals,
  dryRun = false,
): string {
  const would = dryRun ? 'Nothing was changed. Without --dry-run, of ' : ''
  const be = dryRun ? 'would be ' : ''
  return `${would}${countThings(documents, 'document')}: ${added} ${be}added, ${revised} revised, ${unchanged} unchanged, ${rejected} rejected; ${countThings(entities, 'entity', 'entities')}, ${countThings(statements, 'statement')}`
}
