import { type Command, InvalidArgumentError } from 'commander'
import { ENTITY_TYPES, type EntityType, isEntityType } from '../../../graph/ontology/ontology.ts'
import { FACETS, type Facet } from '../../search/search-index.ts'
import type { SearchQuery } from '../../search/search-query.ts'
import { type CliContext, EXIT, type ExitCode } from '../cli-context.ts'
import { parseCount } from '../parse-count.ts'
import { withServices } from '../with-services.ts'

interface Options {
  json?: boolean
  type?: EntityType
  limit: number
  page: number
  filter: Partial<Record<Facet, string[]>>
}

export function addSearchCommand(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command('search')
    .description(
      'Find entities and documents by name, concept in any language, waste code or words, and say why each was found.',
    )
    .argument('<query>', 'for example "steel dust", 钢铁粉尘, K061, "aluminium dross in Thailand"')
    .option('--type <type>', `only this type: ${Object.keys(ENTITY_TYPES).join(', ')}`, parseType)
    .option(
      '--filter <facet=value>',
      `only this value of a facet (${FACETS.join(', ')}); repeatable`,
      collectFilter,
      {},
    )
    .option('--limit <n>', 'at most this many hits', parseCount, 10)
    .option('--page <n>', 'the hits after those of the pages before', parseCount, 1)
    .option('--json', 'print one JSON object')
    .action(async (query: string, options: Options) => {
      await withServices(context, async (services) => {
        // Another process may have ingested since the index was last brought up to date.
        await services.followOutbox()
        const { type, filter: filters, limit, page } = options
        const asked: SearchQuery = { query, type, filters, limit, offset: (page - 1) * limit }
        const answer = await services.search(asked)
        const nextPage = page * limit < answer.total ? page + 1 : null
        if (options.json) context.out(`${JSON.stringify({ ...answer, nextPage })}\n`)
        else {
          const { renderAnswer } = await import('../../search/render-answer.ts')
          context.out(renderAnswer(answer, asked, services.thesaurus))
        }
        end(EXIT.ok)
      })
    })
}

function parseType(value: string): EntityType {
  const type = Object.keys(ENTITY_TYPES).find((each) => each.toLowerCase() === value.toLowerCase())
  if (type && isEntityType(type)) return type
  throw new InvalidArgumentError(`It must be one of ${Object.keys(ENTITY_TYPES).join(', ')}.`)
}

function collectFilter(value: string, filters: Partial<Record<Facet, string[]>>): Partial<Record<Facet, string[]>> {
  const [name, ...rest] = value.split('=')
  const facet = FACETS.find((each) => each === name)
  if (!facet || rest.length === 0)
    throw new InvalidArgumentError(
      `It must look like country=TH, with one of ${FACETS.join(', ')} before the equals sign.`,
    )
  return { ...filters, [facet]: [...(filters[facet] ?? []), rest.join('=')] }
}
