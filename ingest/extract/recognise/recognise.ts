import type { ReadDocument } from '../../read/source-document.ts'
import type { Sentence } from '../../segment/sentence.ts'
import type { Candidate } from './candidate.ts'
import { findCapitalRuns } from './capital-runs.ts'
import { collectLowerWords, type DocumentContext } from './document-context.ts'
import { findBoilerplate } from './find-boilerplate.ts'
import { findChineseNames } from './find-chinese-names.ts'
import { findCities } from './find-cities.ts'
import { findCompanies } from './find-companies.ts'
import { type ConceptLexicon, findConcepts } from './find-concepts.ts'
import { findCountries } from './find-countries.ts'
import { type FoundDate, findDates } from './find-dates.ts'
import { findDescribedEvents } from './find-described-events.ts'
import { findFacilities } from './find-facilities.ts'
import { findFieldNames } from './find-field-names.ts'
import { findHeadedNames } from './find-headed-names.ts'
import { findLowerNames } from './find-lower-names.ts'
import { findPeople } from './find-people.ts'
import { findProcessPhrases } from './find-process-phrases.ts'
import { type FoundQuantity, findQuantities } from './find-quantities.ts'
import { findWastePhrases } from './find-waste-phrases.ts'
import { findWorldBodies } from './find-world-bodies.ts'
import { settleCandidates } from './settle-candidates.ts'

/** A sentence with what was recognised in it. */
export interface ReadSentence {
  sentence: Sentence
  candidates: Candidate[]
  quantities: FoundQuantity[]
  dates: FoundDate[]
}

export interface Recognition {
  context: DocumentContext
  sentences: ReadSentence[]
}

/** Recognises names, places, concepts, figures and dates in every sentence of a document. */
export function recognise(
  document: ReadDocument,
  sentences: readonly Sentence[],
  lexicon: ConceptLexicon,
): Recognition {
  const { text } = document
  const loose = sentences.map((sentence) => findCountries(sentence, text, true))
  const caseless = isCaseless(loose, text)
  const countries = loose.map((found) => (caseless ? found : found.filter((candidate) => isCased(candidate, text))))
  const context: DocumentContext = {
    language: document.language,
    caseless,
    countries: countBy(countries.flat()),
    lowerWords: collectLowerWords(sentences),
  }
  const boilerplate = findBoilerplate(sentences, text)
  const year = /\b(?:19|20)\d{2}\b/.exec(text)?.[0]
  return {
    context,
    sentences: sentences.map((sentence, index) =>
      boilerplate.has(index)
        ? { sentence, candidates: [], quantities: [], dates: [] }
        : {
            sentence,
            candidates: recogniseNames(sentence, text, countries[index] ?? [], context, lexicon),
            quantities: findQuantities(text, sentence.start, sentence.end),
            dates: findDates(text, sentence.start, sentence.end, year),
          },
    ),
  }
}

function recogniseNames(
  sentence: Sentence,
  text: string,
  countries: readonly Candidate[],
  context: DocumentContext,
  lexicon: ConceptLexicon,
): Candidate[] {
  const { tokens } = sentence
  const runs = findCapitalRuns(sentence)
  const cities = findCities(sentence, text, context, countries)
  const places = new Set([...countries, ...cities].map(({ first }) => first))
  const isPlace = (index: number): boolean => places.has(index)
  return settleCandidates(
    [
      ...countries,
      ...cities,
      ...findConcepts(sentence, text, lexicon, context.language),
      ...findWastePhrases(sentence, text, lexicon),
      ...findProcessPhrases(sentence, text, lexicon, context),
      ...findWorldBodies(sentence, text, context.caseless),
      ...findHeadedNames(sentence, text, runs, isPlace),
      ...findCompanies(sentence, text, runs, context),
      ...findPeople(sentence, text, runs),
      ...findFacilities(sentence, text, lexicon),
      ...findDescribedEvents(sentence, text),
      ...findFieldNames(sentence, text),
      ...findChineseNames(sentence, text),
      ...(context.caseless ? findLowerNames(sentence, text) : []),
    ],
    tokens,
  )
}

function isCased(candidate: Candidate, text: string): boolean {
  const surface = text.slice(candidate.start, candidate.end)
  return surface !== surface.toLowerCase() || surface === surface.toUpperCase()
}

/** A page that writes countries small has lost its capitals: names are then looked for in lower case too. */
function isCaseless(countries: readonly (readonly Candidate[])[], text: string): boolean {
  let small = 0
  for (const found of countries) for (const candidate of found) if (!isCased(candidate, text)) small += 1
  return small >= 2
}

function countBy(candidates: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { country } of candidates) if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
  return counts
}
