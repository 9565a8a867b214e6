import { isRuleMade } from './weigh-judgements.ts'

/** A judgement in force that two source entities are one. */
export interface SameEdge {
  left: string
  right: string
  score: number
  by: string
}

export interface Cluster {
  canonical: string
  members: string[]
  /** Some chain of `same` reaches a pair that is judged `different`: what is joined depends on the order below. */
  contested: boolean
}

/**
 * Joins source entities along `same`, never across a `different`. Edges are taken curators' first, then by score, highest
 * first, then by ids; one whose union would hold a pair judged different is passed over. The outcome depends on the
 * judgements alone, so undoing one gives back what was before it.
 */
export function clusterEntities(
  ids: Iterable<string>,
  same: readonly SameEdge[],
  different: readonly (readonly [string, string])[],
): Cluster[] {
  const joined = new DisjointSets(ids)
  const reachable = new DisjointSets(joined.ids())
  const foes = new Map<string, Set<string>>()
  for (const [left, right] of different) {
    addTo(foes, left, right)
    addTo(foes, right, left)
  }
  for (const { left, right } of [...same].sort(compareEdges)) {
    reachable.join(left, right)
    const [a, b] = [joined.root(left), joined.root(right)]
    if (a === b) continue
    if (holdsFoes(joined.members(a), b) || holdsFoes(joined.members(b), a)) continue
    joined.join(a, b)
  }
  const contested = new Set(
    different.flatMap(([a, b]) => (reachable.root(a) === reachable.root(b) ? [reachable.root(a)] : [])),
  )
  return [...joined.groups()].map((members) => {
    members.sort(compareCanonical)
    return { canonical: members[0] as string, members, contested: contested.has(reachable.root(members[0] as string)) }
  })

  function holdsFoes(members: readonly string[], root: string): boolean {
    return members.some((member) => {
      for (const foe of foes.get(member) ?? []) if (joined.has(foe) && joined.root(foe) === root) return true
      return false
    })
  }
}

/** Things of the world have ids with a slash and name the cluster they are in; then the smallest id does. */
export function compareCanonical(left: string, right: string): number {
  const world = Number(isWorldId(right)) - Number(isWorldId(left))
  return world !== 0 ? world : left < right ? -1 : left > right ? 1 : 0
}

export function isWorldId(id: string): boolean {
  return id.includes('/')
}

function compareEdges(a: SameEdge, b: SameEdge): number {
  const rules = Number(isRuleMade(a.by)) - Number(isRuleMade(b.by))
  if (rules !== 0) return rules
  if (a.score !== b.score) return b.score - a.score
  if (a.left !== b.left) return a.left < b.left ? -1 : 1
  return a.right < b.right ? -1 : a.right > b.right ? 1 : 0
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}

/** Union-find that also lists its members; the larger set takes in the smaller. */
class DisjointSets {
  private readonly parents = new Map<string, string>()
  private readonly lists = new Map<string, string[]>()

  constructor(ids: Iterable<string>) {
    for (const id of ids) {
      this.parents.set(id, id)
      this.lists.set(id, [id])
    }
  }

  ids(): Iterable<string> {
    return this.parents.keys()
  }

  has(id: string): boolean {
    return this.parents.has(id)
  }

  root(id: string): string {
    let root = id
    for (let next = this.parents.get(root); next !== undefined && next !== root; next = this.parents.get(root))
      root = next
    for (let at = id; at !== root; ) {
      const next = this.parents.get(at) as string
      this.parents.set(at, root)
      at = next
    }
    return root
  }

  members(root: string): readonly string[] {
    return this.lists.get(root) ?? []
  }

  join(left: string, right: string): void {
    let [into, from] = [this.root(left), this.root(right)]
    if (into === from) return
    if (this.members(into).length < this.members(from).length) [into, from] = [from, into]
    this.parents.set(from, into)
    const list = this.lists.get(into) as string[]
    for (const member of this.members(from)) list.push(member)
    this.lists.delete(from)
  }

  groups(): Iterable<string[]> {
    return this.lists.values()
  }
}
