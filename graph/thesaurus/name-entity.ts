import type { EntityView } from '../entity.ts'
import { countryName } from '../values/country.ts'
import type { Thesaurus } from './thesaurus.ts'

/**
 * The name a thing goes by among people: a concept's own English label and a country's English name, whatever the documents
 * at hand call it and in which language; of everything else the name its documents give.
 */
export function nameEntity(
  { id, type, name, concept, country }: Pick<EntityView, 'id' | 'type' | 'name' | 'concept' | 'country'>,
  thesaurus: Thesaurus,
): string {
  // A technology of one firm may be a kind of a concept and keeps its name.
  if (concept === id) return thesaurus.concept(id)?.prefLabel.en ?? name
  if (type === 'Country' && country) return countryName(country) ?? name
  return name
}
