import { setTimeout as delay } from 'node:timers/promises'
import type { Command } from 'commander'
import { measureDrift } from '../../search/drift.ts'
import type { Services } from '../../services.ts'
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts'
import { withServices } from '../with-services.ts'

export function addCheckCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('check')
    .description(
      'Verify the data folder: storage, every quote at its offsets, every reference, every original, and that the search index says what the graph says.',
    )
    .option('--repair', 'mend the search index and remove originals that no document refers to')
    .option('--json', 'print one JSON object')
    .action(async (options: { repair?: boolean; json?: boolean }) => {
      await withServices(context, async (services) => {
        await settleIndex(services)
        const findings = []
        for await (const finding of services.store.check()) findings.push(finding)
        for await (const finding of services.checkOriginals(options.repair)) findings.push(finding)
        for (const finding of await measureDrift(services)) findings.push(finding)
        const counts = await services.store.counts()
        if (options.json) context.out(`${JSON.stringify({ clean: findings.length === 0, findings, counts })}\n`)
        else {
          for (const { code, message, id } of findings) context.out(`${code}${id ? ` ${id}` : ''}: ${message}\n`)
          context.out(
            `${findings.length === 0 ? 'clean' : `${findings.length} findings`}: ${counts.documents} documents, ${counts.entities} entities, ${counts.statements} statements, ${counts.evidence} quotes\n`,
          )
        }
        end(findings.length === 0 ? EXIT.ok : EXIT.partial)
      })
    })
}

/** Delivers what waits. What another process delivers just now is no drift: it is given some seconds to end. */
async function settleIndex({ followOutbox, store }: Services): Promise<void> {
  await followOutbox()
  for (let tries = 0; tries < 50 && (await store.outboxDepth()) > 0; tries++) {
    await delay(100)
    await followOutbox()
  }
}
