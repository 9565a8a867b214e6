import type { EntityView } from '../../../graph/entity.ts'
import type { StatementView } from '../../../graph/statement.ts'
import type { Chain } from '../gather/chain.ts'
import type { Facts } from '../gather/facts.ts'
import type { Counts } from '../gather/find-concerns.ts'
import { compareCountries } from './world-regions.ts'

export interface ChainPlace {
  /** ISO 3166-1 alpha-2. */
  code: string
  of: EntityView
  /** Absent where only the entity's own record gives the country. */
  statement?: StatementView
}

const NEARNESS = { same: 0, subregion: 1, region: 2, elsewhere: 3 }

/**
 * Where the chain stands, nearest to `from` first: the plant's country where it is known, else its enterprise's. Which of an
 * enterprise's several countries a plant is in, nobody can tell.
 */
export function findChainPlaces(chain: Chain, facts: Facts, counts: Counts, from: string | undefined): ChainPlace[] {
  const own = chain.project ? listPlaces(chain.project, facts, counts) : []
  const places = own.length === 0 && chain.enterprise ? listPlaces(chain.enterprise, facts, counts) : own
  const countries = new Set(places.map(({ code }) => code))
  if (chain.project && own.length === 0 && countries.size > 1) return []
  return from ? places.sort((a, b) => rankNearness(from, a.code) - rankNearness(from, b.code)) : places
}

function rankNearness(from: string, to: string): number {
  return NEARNESS[compareCountries(from, to).nearness]
}

function listPlaces(part: EntityView, facts: Facts, counts: Counts): ChainPlace[] {
  const stated = facts
    .from(part.id, 'LOCATED_IN')
    .filter(counts)
    .flatMap((statement) => {
      const place = facts.entity(statement.objectEntity)
      const code = place?.type === 'Country' ? (place.country ?? place.id.replace(/^country\//, '')) : place?.country
      return code ? [{ code, of: part, statement }] : []
    })
  const recorded = part.country && stated.length === 0 ? [{ code: part.country, of: part }] : []
  return [...stated, ...recorded]
}
