import type { CriterionName, EntityRef, Match, MatchAnswer, NearMiss, Need } from '../match.ts'

interface RenderedMatch {
  technology: string | null
  project: string | null
  enterprise: string | null
  country: string | null
  score: number
  criteria: {
    name: CriterionName
    score: number | null
    because: string
    evidence: { document: string; quote: string; page?: number }[]
  }[]
  missing: string[]
}

/** The fixed form of `cupel match --json`: names in place of references, quotes with the source of their document. */
export interface RenderedAnswer {
  need: Need
  matches: RenderedMatch[]
  nearMisses: (RenderedMatch & Pick<NearMiss, 'failed' | 'wouldNeed' | 'whyNot'>)[]
  notes: string[]
}

export function renderMatch({ need, matches, nearMisses, notes }: MatchAnswer): RenderedAnswer {
  return {
    need,
    matches: matches.map(renderOne),
    nearMisses: nearMisses.map((miss) => ({
      ...renderOne(miss),
      failed: miss.failed,
      wouldNeed: miss.wouldNeed,
      whyNot: miss.whyNot,
    })),
    notes: notes ?? [],
  }
}

function renderOne({ technology, project, enterprise, country, score, criteria, missing }: Match): RenderedMatch {
  return {
    technology: nameOf(technology),
    project: nameOf(project),
    enterprise: nameOf(enterprise),
    country: nameOf(country),
    score,
    criteria: criteria.map(({ name, score, because, evidence }) => ({
      name,
      score,
      because,
      evidence: evidence.map(({ document, quote, page }) => ({ document, quote, ...(page !== undefined && { page }) })),
    })),
    missing,
  }
}

function nameOf(entity: EntityRef | null): string | null {
  return entity?.name ?? null
}
