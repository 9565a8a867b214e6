import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Candidate } from '../recognise/candidate.ts'
import type { Cluster } from './merge-mentions.ts'

/** Gives each cluster its type, fullest name and confidence; drops what only weak rules saw once. */
export function unifyClusters(clusters: readonly Cluster[]): Cluster[] {
  const kept: Cluster[] = []
  for (const cluster of clusters) {
    const { entity, candidates } = cluster
    const voters = candidates.filter(({ rule }) => rule !== 'named-again')
    if (voters.length === 0) continue
    entity.type = voteType(voters)
    entity.name = chooseName(cluster)
    entity.aliases = [...new Set([...entity.aliases, ...candidates.map(({ name }) => name)])].filter(
      (alias) => alias !== entity.name,
    )
    entity.country ??= candidates.find(({ country }) => country)?.country
    entity.confidence = confidenceOf(voters, candidates.length)
    if (entity.confidence >= 0.6) kept.push(cluster)
  }
  return kept
}

/** Rules that see a name but only guess what bears it. */
const WEAK_VOTES: Record<string, number> = {
  'company-acts': 0.2,
  'company-head': 0.6,
  'lower-company-head': 0.5,
  initials: 0.7,
}

function voteType(candidates: readonly Candidate[]): EntityType {
  const votes = new Map<EntityType, number>()
  for (const { type, score, rule } of candidates)
    votes.set(type, (votes.get(type) ?? 0) + score ** 2 * (WEAK_VOTES[rule] ?? 1))
  return [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best))[0]
}

/** World things keep their first name in the text; of others the fullest form stands. */
function chooseName({ entity, candidates }: Cluster): string {
  const named = candidates.filter(
    ({ rule, adjective, type }) => rule !== 'named-again' && !adjective && type === entity.type,
  )
  if (entity.worldId !== undefined) return named[0]?.name ?? entity.name
  let best = named[0]?.name ?? entity.name
  for (const { name, score } of named) if (name.length > best.length && score > 0.7) best = name
  return best
}

/** Chance that at least one rule was right, weaker for rules that agree only with themselves. */
function confidenceOf(voters: readonly Candidate[], mentions: number): number {
  const byRule = new Map<string, number>()
  for (const { rule, score } of voters) byRule.set(rule, Math.max(byRule.get(rule) ?? 0, score))
  let doubt = 1
  for (const score of byRule.values()) doubt *= 1 - score
  if (mentions > 1) doubt *= 0.85
  return Math.min(0.99, 1 - doubt)
}
