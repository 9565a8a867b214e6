import { type Command, Option } from 'commander'
import type { Purpose } from '../../legality/legality.ts'
import { renderLegalityText } from '../../legality/render-legality-text.ts'
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts'
import { withServices } from '../with-services.ts'

interface Options {
  json?: boolean
  from: string
  to: string
  purpose: Purpose
  on?: string
}

/** What is wrong with the question itself; a waste nobody knows is an answer, a country or day that is none is wrong usage. */
const WRONG_USAGE = new Set(['unknown-country', 'former-country', 'invalid-date'])

export function addLegalityCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('legality')
    .description(
      'Say whether a waste may be shipped from one country to another, with the rules and entries it rests on. No legal advice.',
    )
    .argument('<waste>', 'in any language or by a code, for example "lead batteries", 钢铁粉尘, A1160, "10 02 07*"')
    .requiredOption('--from <country>', 'country of export, by ISO 3166-1 code or name')
    .requiredOption('--to <country>', 'country of import, by ISO 3166-1 code or name')
    .addOption(
      new Option('--purpose <purpose>', 'what is done with it there')
        .choices(['recovery', 'disposal'])
        .default('recovery'),
    )
    .option('--on <day>', 'day of the shipment such as 2026-03-31, today unless given')
    .option('--json', 'print one JSON object')
    .action(async (waste: string, { json, from, to, purpose, on }: Options) => {
      await withServices(context, async (services) => {
        const answer = await services.legality({ waste, from, to, purpose, ...(on !== undefined && { on }) })
        context.out(json ? `${JSON.stringify(answer)}\n` : renderLegalityText(answer))
        end(answer.problems.some(({ code }) => WRONG_USAGE.has(code)) ? EXIT.failed : EXIT.ok)
      })
    })
}
