import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { documentId } from '../../../graph/identity.ts'
import { parseTableMapping, type TableMapping } from '../../../ingest/extract/table/table-mapping.ts'
import type { IngestReport } from '../../../ingest/ingest-report.ts'
import type { Services } from '../../services.ts'
import { type CliContext, CliError, EXIT, type ExitCode } from '../cli-context.ts'
import { loadSources } from '../load-sources.ts'
import { createProgressLine } from '../progress-line.ts'
import { renderPlan } from '../render-plan.ts'
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
    .option('--as <prefix>', 'put this before each source name, to keep two folders with equal file names apart', '')
    .option('--mapping <file>', 'JSON file that says what the columns of a table mean')
    .option('--json', 'print one JSON object')
    .action(async (paths: string[], options: Options) => {
      const mapping = options.mapping === undefined ? undefined : await readMapping(options.mapping)
      await withServices(
        context,
        async (services) => {
          const reports = await ingestPaths(services, paths, context, options)
          const totals = countReports(reports)
          if (options.json) context.out(`${JSON.stringify({ documents: reports, totals })}\n`)
          else {
            for (const { plan } of reports) if (plan) context.out(renderPlan(plan))
            context.out(`${describeTotals(totals)}\n`)
          }
          end(totals.rejected > 0 ? EXIT.partial : EXIT.ok)
        },
        { mapping },
      )
    })
}

async function readMapping(file: string): Promise<TableMapping> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new CliError(`The mapping file ${file} could not be read: ${(cause as Error).message}`, { cause })
  })
  return parseTableMapping(text)
}

/** Ingests files and folders with progress on standard error; what could not be opened is among the reports. */
export async function ingestPaths(
  services: Services,
  paths: string[],
  context: CliContext,
  options: Pick<Options, 'dryRun' | 'as'>,
): Promise<IngestReport[]> {
  const reports: IngestReport[] = []
  const progress = createProgressLine(context)
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
  const sources = loadSources(paths, options.as, refuse)
  for await (const report of services.ingest(sources, {
    dryRun: options.dryRun,
    onProgress: progress.show,
    signal: context.signal,
  }))
    reports.push(report)
  progress.end()
  return reports
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

export function describeTotals({
  documents,
  added,
  revised,
  unchanged,
  rejected,
  entities,
  statements,
}: Totals): string {
  return `${documents} documents: ${added} added, ${revised} revised, ${unchanged} unchanged, ${rejected} rejected; ${entities} entities, ${statements} statements`
}
