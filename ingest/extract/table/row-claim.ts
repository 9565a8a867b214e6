import type { PredicateName, PropertyName } from '../../../graph/ontology/ontology.ts'
import type { Modality, Qualifiers } from '../../../graph/statement.ts'
import type { Value } from '../../../graph/values/value.ts'
import type { NamedThing } from './entity-book.ts'

/** A claim of a row about the things it names, before they have keys. */
export interface RowClaim {
  subject: NamedThing
  predicate: PredicateName | PropertyName
  object?: NamedThing
  value?: Value
  qualifiers?: Qualifiers
  modality?: Modality
  confidence?: number
  rule: string
}
