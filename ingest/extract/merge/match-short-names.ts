import type { Cluster } from './merge-mentions.ts'
import { nameKey } from './merge-mentions.ts'
import { nameParts, shortNames } from './short-names.ts'

/**
 * Pairs of clusters where one is called by a short form of the other's name, and of no third: "umbra aluminium" beside
 * "Hefei Umbra Aluminium Industry Co., Ltd.", "Lower River Network" beside "Lower River Network for Clean Metals". The
 * fuller name comes first.
 */
export function matchShortNames(clusters: readonly Cluster[]): [Cluster, Cluster][] {
  return SHORTENED.flatMap((type) =>
    matchWithin(
      clusters.filter(({ entity }) => entity.type === type),
      type,
    ),
  )
}

const SHORTENED = ['Enterprise', 'Network', 'Programme'] as const

function matchWithin(clusters: readonly Cluster[], type: (typeof SHORTENED)[number]): [Cluster, Cluster][] {
  const byKey = new Map<string, Cluster>()
  for (const cluster of clusters) byKey.set(nameKey(cluster.entity.name, type), cluster)
  const claims = new Map<Cluster, Set<Cluster>>()
  for (const cluster of clusters) {
    const { name } = cluster.entity
    for (const short of type === 'Enterprise' ? nameParts(name) : shortNames(type, name)) {
      const other = byKey.get(nameKey(short, type))
      if (other === undefined || other === cluster || other.entity.name.length >= cluster.entity.name.length) continue
      claims.set(other, (claims.get(other) ?? new Set()).add(cluster))
    }
  }
  const pairs: [Cluster, Cluster][] = []
  for (const [short, owners] of claims) {
    const [owner] = owners
    if (owner && owners.size === 1) pairs.push([owner, short])
  }
  return pairs
}
