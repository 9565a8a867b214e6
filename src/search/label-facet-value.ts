import { ENTITY_TYPES, isEntityType } from '../../graph/ontology/ontology.ts'
import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { countryName } from '../../graph/values/country.ts'
import type { Facet } from './search-index.ts'

/** A value of a facet as people read it: "Viet Nam" for VN. The value itself where it has no other name. */
export function labelFacetValue(facet: Facet, value: string, thesaurus: Thesaurus): string {
  if (facet === 'type' && isEntityType(value)) return ENTITY_TYPES[value].label
  if (facet === 'metal' || facet === 'wasteStream') return thesaurus.concept(value)?.prefLabel.en ?? value
  if (facet === 'country') return countryName(value) ?? value
  return value
}
