import type { EntityView } from '../../../graph/entity.ts'
import type { StatementView } from '../../../graph/statement.ts'
import type { Facts } from '../gather/facts.ts'
import type { Counts } from '../gather/find-concerns.ts'

export interface ChainPlace {
  /** ISO 3166-1 alpha-2. */
  code: string
  of: EntityView
  /** Absent where only the entity's own record gives the country. */
  statement?: StatementView
}

/** Where a plant or firm is said to be; without any such words, the country of its record. */
export function listPlaces(part: EntityView, facts: Facts, counts: Counts): ChainPlace[] {
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
