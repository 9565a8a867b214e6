import type { Scope, ScopedConcept } from '../need/scope-need.ts'
import type { Facts } from './facts.ts'

/** The scope by the ids entities have after resolution, as statements name them. */
export function canonicalScope(scope: Scope, facts: Facts): ReadonlyMap<string, ScopedConcept> {
  const canonical = new Map<string, ScopedConcept>()
  for (const entry of scope.values()) {
    const id = facts.entity(entry.id)?.id ?? entry.id
    if (entry.weight > (canonical.get(id)?.weight ?? 0)) canonical.set(id, entry)
  }
  return canonical
}
