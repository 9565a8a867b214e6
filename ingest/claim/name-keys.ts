import type { EntityType } from '../../graph/ontology/ontology.ts'
import { foldName } from '../../graph/values/fold-name.ts'
import { organisationKey } from '../../graph/values/organisation-name.ts'
import { personKeys } from '../../graph/values/person-name.ts'

/**
 * Folded forms under which two mentions of one thing meet, beyond the plain folded name: an organisation without its
 * legal form, a person without titles and in either word order. Sorted, without the plain form itself.
 */
export function nameKeys(type: EntityType, name: string): string[] {
  const plain = foldName(name)
  const keys = new Set<string>()
  if (type === 'Person') for (const key of personKeys(name)) keys.add(foldName(key))
  else if (type === 'Enterprise' || type === 'Organization') keys.add(foldName(organisationKey(name)))
  keys.add(plain.replace(/^the /, ''))
  keys.delete(plain)
  keys.delete('')
  return [...keys].sort()
}
