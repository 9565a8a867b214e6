import type { Chain } from '../gather/chain.ts'
import type { JudgeContext } from './judgement.ts'
import { listFigures } from './list-figures.ts'
import { listNamedCountries } from './list-firm-countries.ts'
import { type ChainPlace, listPlaces } from './list-places.ts'
import { compareCountries } from './world-regions.ts'

const NEARNESS = { same: 0, subregion: 1, region: 2, elsewhere: 3 }

/**
 * Where the chain stands, nearest to the need first: the plant's country where it is known, else its enterprise's. Which of
 * an enterprise's several countries a plant is in, nobody can tell. Where capacity is asked and only the enterprise's is
 * known, the place is one the figure speaks of, else the enterprise's home: near place and far capacity are two sites.
 */
export function findChainPlaces(chain: Chain, context: JudgeContext): ChainPlace[] {
  const { facts, counts, need } = context
  const from = need.country?.code
  const own = chain.project ? listPlaces(chain.project, facts, counts) : []
  const places = own.length === 0 && chain.enterprise ? listPlaces(chain.enterprise, facts, counts) : own
  const countries = new Set(places.map(({ code }) => code))
  if (chain.project && own.length === 0 && countries.size > 1) return []
  const sorted = from ? places.sort((a, b) => rankNearness(from, a.code) - rankNearness(from, b.code)) : places
  return own.length === 0 && countries.size > 1 && need.quantity ? keepWithCapacity(sorted, chain, context) : sorted
}

function keepWithCapacity(places: ChainPlace[], { enterprise }: Chain, context: JudgeContext): ChainPlace[] {
  const figures = enterprise ? listFigures(enterprise, context) : []
  if (!enterprise || figures.length === 0) return places
  const sites = places.filter(({ code }) =>
    figures.some(({ statement }) => listNamedCountries(statement, enterprise, context).has(code)),
  )
  if (sites.length > 0) return sites
  const home = places.filter(({ code }) => code === enterprise.country)
  return home.length > 0 ? home : places
}

function rankNearness(from: string, to: string): number {
  return NEARNESS[compareCountries(from, to).nearness]
}
