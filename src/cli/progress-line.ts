import type { IngestProgress } from '../../ingest/ingest-report.ts'
import { countThings } from '../count-things.ts'
import type { CliContext } from './cli-context.ts'

/** Shows how far a run is: one redrawn line on a terminal, a plain line per document elsewhere. */
export function createProgressLine(
  { err, terminal }: Pick<CliContext, 'err' | 'terminal'>,
  dryRun = false,
): {
  show: (progress: IngestProgress) => void
  end: () => void
} {
  const clear = () => terminal && err('\r\u001b[K')
  return {
    show: ({ source, stage, report, finished, total }) => {
      if (report && report.status !== 'unchanged') {
        clear()
        const status = dryRun && report.status !== 'rejected' ? `would be ${report.status}` : report.status
        const found = `  ${countThings(report.entities, 'entity', 'entities')}, ${countThings(report.statements, 'statement')}`
        err(`${status.padEnd(9)} ${source}${report.status === 'rejected' ? '' : found}\n`)
        for (const { code, message, page, fatal } of report.problems.filter((problem) => problem.fatal || !terminal)) {
          err(`${fatal ? '  ! ' : '    '}${code}${page === undefined ? '' : `, page ${page}`}: ${message}\n`)
        }
      }
      if (terminal) err(`\r\u001b[K${finished}/${total} ${stage} ${source}`)
    },
    end: () => void clear(),
  }
}
