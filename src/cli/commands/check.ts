import type { Command } from 'commander'
import type { OriginalFinding } from '../../check-originals.ts'
import { countThings } from '../../count-things.ts'
import type { Services } from '../../services.ts'
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts'
import { withServices } from '../with-services.ts'

export function addCheckCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('check')
    .description(
      'Verify the data folder: storage, every quote at its offsets, every reference, the bytes of every original, and that the search index says what the graph says.',
    )
    .option('--repair', 'mend the search index and remove originals that no document refers to')
    .option('--json', 'print one JSON object')
    .action(async (options: { repair?: boolean; json?: boolean }) => {
      await withServices(context, async (services) => {
        const findings: OriginalFinding[] = []
        const notes: OriginalFinding[] = []
        for await (const found of inspect(services, options.repair)) (found.note ? notes : findings).push(found)
        const clean = findings.length === 0
        const counts = await services.store.counts()
        if (options.json) context.out(`${JSON.stringify({ clean, findings, notes: notes.map(strip), counts })}\n`)
        else {
          for (const { code, message, id } of findings) context.out(`${code}${id ? ` ${id}` : ''}: ${message}\n`)
          for (const { message } of notes) context.out(`note: ${message}\n`)
          context.out(
            `${clean ? 'clean' : countThings(findings.length, 'finding')}: ${countThings(counts.documents, 'document')}, ${countThings(counts.entities, 'entity', 'entities')}, ${countThings(counts.statements, 'statement')}, ${countThings(counts.evidence, 'quote')}\n`,
          )
        }
        end(clean ? EXIT.ok : EXIT.partial)
      })
    })
}

async function* inspect(services: Services, repair?: boolean): AsyncGenerator<OriginalFinding> {
  await services.followOutbox()
  yield* services.store.check()
  yield* services.checkOriginals(repair)
  const { measureDrift, repairDrift } = await import('../../search/drift.ts')
  if (repair) await repairDrift(services)
  yield* await measureDrift(services)
}

function strip({ code, message }: OriginalFinding): Pick<OriginalFinding, 'code' | 'message'> {
  return { code, message }
}
