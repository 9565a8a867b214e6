import type { Span } from '../../../graph/document.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { type ThingName, thingMeaning } from './column-meaning.ts'
import type { NamedThing } from './entity-book.ts'
import { readConcepts } from './read-concepts.ts'
import { readNames } from './read-names.ts'
import { readCities, readCountries, readLocations } from './read-places.ts'
import { isPersonName, typeLaureate } from './type-name.ts'

/** What the rest of a row tells about one of its cells. */
export interface CellSetting {
  thesaurus: Thesaurus
  /** ISO 3166-1 alpha-2 codes of the countries the row names. */
  countries: readonly string[]
  hasAffiliation: boolean
}

/** The things a cell names under a column that names things; `header` as the table has it. */
export function readThings(
  text: string,
  cell: Span,
  { means, header }: { means: ThingName; header: string },
  { thesaurus, countries, hasAffiliation }: CellSetting,
): NamedThing[] {
  switch (means) {
    case 'country':
      return readCountries(text, cell)
    case 'city':
      return readCities(text, cell, countries)
    case 'location':
      return readLocations(text, cell, countries)
    case 'metal':
      return readConcepts(text, cell, ['Metal'], thesaurus)
    case 'waste':
      return readConcepts(text, cell, ['WasteStream'], thesaurus)
    case 'technology':
      return readConcepts(text, cell, ['Technology'], thesaurus)
    case 'expertise':
      return readConcepts(text, cell, ['WasteStream', 'Metal', 'Technology'], thesaurus)
    case 'member':
    case 'participant':
      return readMembers(text, cell, header, countries)
    case 'laureate':
      return readLaureates(text, cell, countries, hasAffiliation)
    default:
      return readNames(text, cell, thingMeaning(means).type)
  }
}

/** Members are countries, cities, companies or bodies, as the cell says. */
function readMembers(text: string, cell: Span, header: string, countries: readonly string[]): NamedThing[] {
  const named = readCountries(text, cell)
  if (named.length > 0) return named
  const cities = /cit(?:y|ies)|ciudad|城市/i.test(header) ? readCities(text, cell, countries) : []
  return cities.length > 0 ? cities : readNames(text, cell, 'Organization')
}

/** Laureates are typed one by one: beside a column of affiliations those that can be are people. */
function readLaureates(text: string, cell: Span, countries: readonly string[], hasAffiliation: boolean): NamedThing[] {
  const cities = countries.length > 0 ? readCities(text, cell, countries).filter(({ worldId }) => worldId) : []
  return readNames(text, cell, 'Enterprise').flatMap((thing) => {
    const city = cities.find(({ start }) => start === thing.start)
    if (city) return [city]
    const type = typeLaureate(thing.surface) ?? (hasAffiliation && isPersonName(thing.surface) ? 'Person' : null)
    return type ? [{ ...thing, type }] : []
  })
}
