import type { EntityView } from '../../../graph/entity.ts'
import type { StatementView } from '../../../graph/statement.ts'
import { countryName } from '../../../graph/values/country.ts'
import { foldName } from '../../../graph/values/fold-name.ts'
import type { JudgeContext } from './judgement.ts'
import { listPlaces } from './list-places.ts'

/** Countries in which the firm or a plant of its stands, ISO 3166-1 alpha-2. */
export function listFirmCountries(firm: EntityView, context: JudgeContext): Set<string> {
  return new Set(listFirmPlaces(firm, context).map(({ code }) => code))
}

/** Those of them that the words of a statement name, by country, city or plant. */
export function listNamedCountries({ evidence }: StatementView, firm: EntityView, context: JudgeContext): Set<string> {
  const words = evidence.map(({ quote }) => ` ${foldName(quote)} `)
  const named = listFirmPlaces(firm, context).filter(({ names }) =>
    names.some((name) => words.some((quote) => quote.includes(` ${foldName(name)} `))),
  )
  return new Set(named.map(({ code }) => code))
}

function listFirmPlaces(firm: EntityView, { facts, counts }: JudgeContext): { code: string; names: string[] }[] {
  const plants = facts
    .from(firm.id, 'OPERATES')
    .filter(counts)
    .flatMap(({ objectEntity }) => facts.entity(objectEntity) ?? [])
  return [firm, ...plants].flatMap((part) =>
    listPlaces(part, facts, counts).map(({ code, statement }) => {
      const place = facts.entity(statement?.objectEntity)
      const names = [countryName(code), place?.name, ...(place?.aliases ?? []), ...(part === firm ? [] : [part.name])]
      return { code, names: names.filter((name) => name !== undefined && name !== null && name !== '') as string[] }
    }),
  )
}
