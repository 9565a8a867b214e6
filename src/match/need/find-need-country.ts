import { countryName } from '../../../graph/values/country.ts'
import { findCountries } from '../../../ingest/extract/recognise/find-countries.ts'
import type { Sentence } from '../../../ingest/segment/sentence.ts'
import { tokenize } from '../../../ingest/segment/tokenize.ts'

export interface CountryMention {
  /** ISO 3166-1 alpha-2. */
  code: string
  label: string
  /** Words of the text; a city's where the country is only implied. */
  matched: string
  start: number
  end: number
  via: 'name' | 'adjective' | 'city'
}

/** Countries the text names, those named outright before those an adjective or a city implies, each once. */
export async function findNeedCountries(text: string): Promise<CountryMention[]> {
  const span = { start: 0, end: text.length }
  const sentence: Sentence = {
    ...span,
    index: 0,
    passage: { ...span, kind: 'paragraph', sections: [] },
    tokens: tokenize(text),
  }
  const countries = findCountries(sentence, text, true)
  const context = {
    language: 'und',
    caseless: false,
    countries: new Map<string, number>(),
    lowerWords: new Set<string>(),
  }
  // A city only tells where no country is named, and its gazetteer takes a while to load.
  const named = countries.some(({ adjective }) => !adjective)
  const cities = named
    ? []
    : (await import('../../../ingest/extract/recognise/find-cities.ts')).findCities(sentence, text, context, countries)
  const mentions = [...countries, ...cities].flatMap(({ start, end, type, country, adjective }) => {
    if (!country) return []
    const via = type === 'City' ? ('city' as const) : adjective ? ('adjective' as const) : ('name' as const)
    return [{ code: country, label: countryName(country) ?? country, matched: text.slice(start, end), start, end, via }]
  })
  const order = { name: 0, adjective: 1, city: 2 }
  const sorted = mentions.sort((a, b) => order[a.via] - order[b.via] || a.start - b.start)
  return sorted.filter(({ code }, at) => sorted.findIndex((other) => other.code === code) === at)
}
