import type { Span } from '../../../graph/document.ts'
import { findCountry } from '../../../graph/values/country.ts'
import { type City, cityKey, loadCities } from '../recognise/city-gazetteer.ts'
import { readChineseName } from '../recognise/find-cities.ts'
import type { NamedThing } from './entity-book.ts'
import { type CellPiece, cutPiece, splitCell } from './split-cell.ts'

/** Without its country a name is a city's only where that city is large or one of a kind. */
const KNOWN_CITY = 100_000
const LONGEST_PLACE = 60

function nameThing(piece: CellPiece, type: 'City' | 'Country', rest: Partial<NamedThing>): NamedThing {
  const { start, end, text } = piece
  return { start, end, surface: text, type, name: text, confidence: 0.95, ...rest }
}

function readCountry(piece: CellPiece): NamedThing | null {
  const country = piece.text.length <= LONGEST_PLACE ? findCountry(piece.text) : null
  return (
    country &&
    nameThing(piece, 'Country', { name: country.name, worldId: `country/${country.code}`, country: country.code })
  )
}

/** Countries of a cell; a name with a bracket or comma in it is tried whole first. */
export function readCountries(text: string, cell: Span): NamedThing[] {
  const whole = cutPiece(text, cell.start, cell.end)
  const one = whole && readCountry(whole)
  if (one) return [one]
  return splitCell(text, cell, 'words').flatMap((piece) => readCountry(piece) ?? [])
}

function lookUpCity(name: string, countries: readonly string[]): City | undefined {
  if (/^\p{Script=Han}{2,6}$/u.test(name)) {
    const city = readChineseName(name.replace(/市$/u, ''))
    return city && (countries.length === 0 || countries.includes(city.country)) ? city : undefined
  }
  const found = loadCities().named(cityKey(name.replace(/\s(?:city|municipality)$/i, '')))
  if (countries.length > 0) return found.find(({ country }) => countries.includes(country))
  const [first, second] = found
  return first && (!second || first.population >= KNOWN_CITY) ? first : undefined
}

function readCity(piece: CellPiece, countries: readonly string[]): NamedThing | null {
  if (piece.text.length > LONGEST_PLACE) return null
  const city = lookUpCity(piece.text, countries)
  return city ? nameThing(piece, 'City', { name: city.name, worldId: `city/${city.id}`, country: city.country }) : null
}

const CITY_SHAPE = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*(?:\s[\p{L}\p{M}'’.-]+){0,3}|\p{Script=Han}{2,8})$/u

/**
 * Cities of a cell under a city's header; `countries` are those the row names. One the gazetteer does not know is kept by
 * its own name. "Dayton, Ohio" is one city with what it lies in.
 */
export function readCities(text: string, cell: Span, countries: readonly string[]): NamedThing[] {
  return splitCell(text, cell, 'semicolons').flatMap((piece) => {
    const whole = readCity(piece, countries)
    if (whole) return [whole]
    const parts = splitCell(text, piece, 'commas')
    const [first] = parts
    if (!first) return []
    // Parts that are all cities are a list; otherwise what follows the first says where it lies.
    const cities = parts.flatMap((part) => readCity(part, countries) ?? [])
    if (cities.length === parts.length) return cities
    const known = readCity(first, countries)
    if (known) return [known]
    if (!CITY_SHAPE.test(first.text) || findCountry(first.text)) return []
    const country = countries.length === 1 ? countries[0] : undefined
    return [nameThing(first, 'City', { confidence: 0.8, ...(country && { country }) })]
  })
}

/** Places of a cell that may hold "Fredrikstad, Norway", a country alone or an address: only those the gazetteers know. */
export function readLocations(text: string, cell: Span, countries: readonly string[]): NamedThing[] {
  return splitCell(text, cell, 'semicolons').flatMap((piece) => {
    const country = readCountry(piece)
    if (country) return [country]
    const parts = splitCell(text, piece, 'commas')
    const named = parts.flatMap((part) => readCountry(part) ?? [])
    const known = named.length > 0 ? named.flatMap((each) => each.country ?? []) : countries
    const city = parts.map((part) => readCity(part, known)).find((each) => each !== null)
    return city ? [city, ...named] : named
  })
}
