import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterEntities, type SameEdge } from '../../../graph/store/cluster-entities.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'metal/x', 'metal/y']
const edge = (left: string, right: string, score = 0.9, by = 'rule:test'): SameEdge => ({ left, right, score, by })
const spell = (clusters: ReturnType<typeof clusterEntities>) => clusters.map(({ members }) => members.join('')).sort()

const arbitraryPair = fc
  .uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 })
  .map((pair) => pair.sort() as [string, string])
const arbitraryEdge = fc
  .tuple(arbitraryPair, fc.constantFrom(0.5, 0.7, 0.9), fc.constantFrom('rule:test', 'ana'))
  .map(([[left, right], score, by]) => edge(left, right, score, by))

/** The rule as it is written, without any cleverness: sets copied and compared. */
function clusterNaively(same: readonly SameEdge[], different: readonly [string, string][]): string[] {
  const order = [...same].sort(
    (a, b) =>
      Number(a.by !== 'ana') - Number(b.by !== 'ana') ||
      b.score - a.score ||
      (`${a.left} ${a.right}` < `${b.left} ${b.right}` ? -1 : 1),
  )
  let sets = ids.map((id) => new Set([id]))
  for (const { left, right } of order) {
    const [a, b] = [sets.find((set) => set.has(left)), sets.find((set) => set.has(right))] as [Set<string>, Set<string>]
    const union = new Set([...a, ...b])
    if (a === b || different.some(([x, y]) => union.has(x) && union.has(y))) continue
    sets = [...sets.filter((set) => set !== a && set !== b), union]
  }
  return sets.map((set) => [...set].sort().join()).sort()
}

describe('clusterEntities', () => {
  it('does what its rule says, for any judgements in any order', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryEdge, { maxLength: 12 }),
        fc.array(arbitraryPair, { maxLength: 4 }),
        (edges, different) => {
          const same = [...new Map(edges.map((each) => [`${each.left} ${each.right}`, each])).values()]
          const found = (order: SameEdge[]) =>
            clusterEntities(ids, order, different)
              .map(({ members }) => [...members].sort().join())
              .sort()
          expect(found(same)).toEqual(clusterNaively(same, different))
          expect(found(same.toReversed())).toEqual(found(same))
        },
      ),
    )
  })

  it('calls a cluster by its thing of the world, else by its smallest id', () => {
    const clusters = clusterEntities(ids, [edge('b', 'metal/y'), edge('metal/x', 'metal/y'), edge('d', 'c')], [])
    expect(clusters.map(({ canonical }) => canonical).sort()).toEqual(['a', 'c', 'e', 'metal/x'])
    expect(clusters.find(({ canonical }) => canonical === 'metal/x')?.members).toEqual(['metal/x', 'metal/y', 'b'])
  })

  it('takes people before rules and sure before unsure', () => {
    const same = [edge('a', 'b', 0.99), edge('b', 'c', 0.6, 'ana')]
    expect(spell(clusterEntities(['a', 'b', 'c'], same, [['a', 'c']]))).toEqual(['a', 'bc'])
  })

  it('marks what a chain of sames joins against a different, and only that', () => {
    const same = [edge('a', 'b'), edge('b', 'c'), edge('d', 'e')]
    const contested = clusterEntities(ids, same, [
      ['a', 'c'],
      ['a', 'd'],
    ]).filter((cluster) => cluster.contested)
    expect(spell(contested)).toEqual(['ab', 'c'])
  })
})
