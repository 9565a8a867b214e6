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

/** Where the chain stands, nearest to `from` first: the plant's country where it is known, else its enterprise's. */
export function findChainPlaces(chain: Chain, facts: Facts, counts: Counts, from: string | undefined): ChainPlace[] {
  for (const part of [chain.project, chain.enterprise]) {
    const places = part ? listPlaces(part, facts, counts) : []
    if (places.length > 0) {
      return from
        ? places.sort(
            (a, b) =>
              NEARNESS[compareCountries(from, a.code).nearness] - NEARNESS[compareCountries(from, b.code).nearness],
          )
        : places
    }
  }
  return []
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
