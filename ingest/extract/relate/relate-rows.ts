import type { EntityType, PredicateName } from '../../../graph/ontology/ontology.ts'
import type { ResolvedSentence } from '../merge/resolve-mentions.ts'
import type { Claim } from './claim.ts'

/** What a cell says of the company its row begins with. */
const SAYS: Partial<Record<EntityType, PredicateName>> = {
  City: 'LOCATED_IN',
  Country: 'LOCATED_IN',
  WasteStream: 'TREATS',
  Metal: 'RECOVERS',
  Technology: 'OFFERS',
}

/**
 * Rows written with bars in running text ("Umbra Ltd | Pune, India | dross | 18,000 t/a"): each company opens a row. Rows of
 * tables are left to those who know their headers.
 */
export function* relateRows({ sentence, places, quantities }: ResolvedSentence): Generator<Claim> {
  if (sentence.passage.kind === 'table-row') return
  const bars = sentence.tokens.filter(({ fold }) => fold === '|').length
  const owners = places.filter(({ type, reference }) => type === 'Enterprise' && !reference)
  if (bars < 2 || owners.length === 0 || bars < owners.length) return
  for (const [index, owner] of owners.entries()) {
    const end = owners[index + 1]?.start ?? sentence.end
    const evidence = { start: owner.start, end }
    const row = { subject: owner.key, modality: 'asserted' as const, score: 0.85, evidence }
    for (const { type, key, start, adjective } of places) {
      const predicate = SAYS[type]
      if (predicate && !adjective && start > owner.end && start < end)
        yield { ...row, predicate, object: key, rule: 'row-cell' }
    }
    for (const { kind, value, start } of quantities) {
      if (kind === 'mass' && start > owner.end && start < end)
        yield { ...row, predicate: 'capacity', value, rule: 'row-capacity' }
    }
  }
}
