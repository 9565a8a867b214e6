import type { Cluster } from './merge-mentions.ts'
import { nameKey } from './merge-mentions.ts'
import { nameParts } from './short-names.ts'

/**
 * Pairs of clusters where one is called by a short form of the other's name, and of no third: "umbra aluminium" beside
 * "Hefei Umbra Aluminium Industry Co., Ltd.". The fuller name comes first.
 */
export function matchShortNames(clusters: readonly Cluster[]): [Cluster, Cluster][] {
  const companies = clusters.filter(({ entity }) => entity.type === 'Enterprise')
  const byKey = new Map<string, Cluster>()
  for (const cluster of companies) byKey.set(nameKey(cluster.entity.name, 'Enterprise'), cluster)
  const claims = new Map<Cluster, Set<Cluster>>()
  for (const cluster of companies) {
    for (const short of nameParts(cluster.entity.name)) {
      const other = byKey.get(nameKey(short, 'Enterprise'))
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
