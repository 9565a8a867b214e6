import type { NeedScope, Scope, ScopedConcept } from '../need/scope-need.ts'
import type { Facts } from './facts.ts'

/** What counts for the need, by the ids entities have after resolution, as statements name them. */
export type CanonicalScope = Record<'waste' | 'metal' | 'technology', ReadonlyMap<string, ScopedConcept>>

export function canonicalScope(scope: NeedScope, facts: Facts): CanonicalScope {
  return {
    waste: canonicalIds(scope.waste, facts),
    metal: canonicalIds(scope.metal, facts),
    technology: canonicalIds(scope.technology, facts),
  }
}

function canonicalIds(scope: Scope, facts: Facts): ReadonlyMap<string, ScopedConcept> {
  const canonical = new Map<string, ScopedConcept>()
  for (const entry of scope.values()) {
    const id = facts.entity(entry.id)?.id ?? entry.id
    if (entry.weight > (canonical.get(id)?.weight ?? 0)) canonical.set(id, entry)
  }
  return canonical
}
