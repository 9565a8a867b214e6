import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { countryName } from '../../../graph/values/country.ts'
import type { Candidate } from '../../../ingest/extract/recognise/candidate.ts'
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

/** A name by itself between marks, or at the head of such a part before a figure: "…, Vientiane", "Vientiane: 4,500 t". */
const STANDING_ALONE =
  /(?<=^|[,;:()\n，；：、（）]|\s[-–—]\s)[ \t]{0,9}(\p{Lu}[\p{L}\p{M}'’-]{1,30}(?:[ \t]\p{Lu}[\p{L}\p{M}'’-]{0,30}){0,3})(?=\s*(?:$|[,;:()\n，；：、（）]|\.(?:\s|$))|\s+[-–—]\s|\s+\d)/gu

/** Countries the text names, those named outright before those an adjective or a city implies, each once. */
export async function findNeedCountries(text: string, thesaurus: Thesaurus): Promise<CountryMention[]> {
  const sentence = readSentence(text)
  const countries = findCountries(sentence, text, true)
  // A city only tells where no country is named, and its gazetteer takes a while to load.
  const named = countries.some(({ adjective }) => !adjective)
  const cities = named ? [] : await findNeedCities(sentence, text, countries, thesaurus)
  const mentions = [...countries, ...cities].flatMap(({ start, end, type, country, adjective }) => {
    if (!country) return []
    const via = type === 'City' ? ('city' as const) : adjective ? ('adjective' as const) : ('name' as const)
    return [{ code: country, label: countryName(country) ?? country, matched: text.slice(start, end), start, end, via }]
  })
  const order = { name: 0, adjective: 1, city: 2 }
  const sorted = mentions.sort((a, b) => order[a.via] - order[b.via] || a.start - b.start)
  return sorted.filter(({ code }, at) => sorted.findIndex((other) => other.code === code) === at)
}

async function findNeedCities(
  sentence: Sentence,
  text: string,
  taken: readonly Candidate[],
  thesaurus: Thesaurus,
): Promise<Candidate[]> {
  const { findCities } = await import('../../../ingest/extract/recognise/find-cities.ts')
  const context = {
    language: 'und',
    caseless: false,
    countries: new Map<string, number>(),
    lowerWords: new Set<string>(),
  }
  const found = findCities(sentence, text, context, taken)
  if (found.length > 0) return found
  // In running text a small town needs "in" before it; in a need a name that stands alone says where.
  return [...text.matchAll(STANDING_ALONE)].flatMap(({ index, 0: part, 1: name = '' }) => {
    if (thesaurus.byLabel(name).length > 0) return []
    const placed = `in ${name}`
    const [city] = findCities(readSentence(placed), placed, context, [])
    const start = index + part.indexOf(name)
    return city?.name === name ? [{ ...city, start, end: start + name.length }] : []
  })
}

function readSentence(text: string): Sentence {
  const span = { start: 0, end: text.length }
  return { ...span, index: 0, passage: { ...span, kind: 'paragraph', sections: [] }, tokens: tokenize(text) }
}
