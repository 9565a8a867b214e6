import { type Command, InvalidArgumentError } from 'commander'
import { findCountry } from '../../../graph/values/country.ts'
import { renderMatch } from '../../match/render/render-match.ts'
import { renderMatchText } from '../../match/render/render-match-text.ts'
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts'
import { parseCount } from '../parse-count.ts'
import { withServices } from '../with-services.ts'

interface Options {
  json?: boolean
  country?: string
  limit: number
}

export function addMatchCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('match')
    .description(
      'Match a need to technologies, projects and enterprises, each criterion with the words behind it, near misses with why not.',
    )
    .argument('<text>', 'the need in a sentence, for example "20,000 t of EAF dust a year in Viet Nam"')
    .option(
      '--country <code>',
      'country of the need, as ISO 3166-1 code or name; wins over one in the text',
      parseCountry,
    )
    .option('--limit <n>', 'at most this many matches', parseCount, 10)
    .option('--json', 'print one JSON object')
    .action(async (text: string, options: Options) => {
      await withServices(context, async (services) => {
        const answer = await services.match({ text, country: options.country, limit: options.limit })
        context.out(options.json ? `${JSON.stringify(renderMatch(answer))}\n` : renderMatchText(answer))
        end(EXIT.ok)
      })
    })
}

function parseCountry(value: string): string {
  const country = findCountry(value)
  if (!country) throw new InvalidArgumentError('It must be a country of ISO 3166-1, for example VN or "Viet Nam".')
  return country.code
}
