import type { EntityView } from '../../graph/entity.ts'
import { countryName } from '../../graph/values/country.ts'
import type { Cite } from './cite-evidence.ts'
import type { JudgedChain } from './judge/judge-chain.ts'
import type { Judgement } from './judge/judgement.ts'
import type { EntityRef, Match, NearMiss } from './match.ts'

/** A judged chain as the answer shows it. */
export function presentMatch({ chain, judgements, score, place }: JudgedChain, cite: Cite): Match {
  return {
    technology: refer(chain.technology),
    project: refer(chain.project),
    enterprise: refer(chain.enterprise),
    country: place ? { id: `country/${place.code}`, name: countryName(place.code) ?? place.code } : null,
    score,
    criteria: judgements.map(({ name, score, because, statements }) => ({
      name,
      score,
      because,
      evidence: cite(statements),
    })),
    missing: [...new Set(judgements.flatMap(({ missing }) => missing ?? []))],
  }
}

export function presentNearMiss(judged: JudgedChain, failed: Judgement, cite: Cite): NearMiss {
  const wouldNeed = failed.wouldNeed ?? ''
  const whyNot = `Falls at ${failed.name}: ${failed.because} It would need: ${wouldNeed}`
  return { ...presentMatch(judged, cite), failed: failed.name, wouldNeed, whyNot }
}

function refer(entity: EntityView | undefined): EntityRef | null {
  return entity ? { id: entity.id, name: entity.name } : null
}
