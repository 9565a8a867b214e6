import type { Span } from '../../../graph/document.ts'
import type { GraphStore } from '../../../graph/store/graph-store.ts'
import type { Concept, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { countryName } from '../../../graph/values/country.ts'
import { foldName } from '../../../graph/values/fold-name.ts'
import { listRegions } from '../judge/world-regions.ts'
import type { MatchRequest, Need, NeedConcept } from '../match.ts'
import { chooseConcepts, isEverydayWord } from './choose-concepts.ts'
import { cleanNeedText, MAX_NEED_LENGTH } from './clean-text.ts'
import type { ConceptMention } from './concept-mention.ts'
import { findConcepts } from './find-concepts.ts'
import { findExcluded } from './find-excluded.ts'
import { findExcludedNames } from './find-excluded-names.ts'
import { findFormerCountries } from './find-former-countries.ts'
import { findGraphNames } from './find-graph-names.ts'
import { findNearLabels } from './find-near-labels.ts'
import { type CountryMention, findNeedCountries } from './find-need-country.ts'
import { findNeedQuantity } from './find-need-quantity.ts'
import { findUnknownNames } from './find-unknown-names.ts'
import { labelOf } from './scope-need.ts'

export interface UnderstoodNeed {
  need: Need
  /** What was assumed, cut or not understood. */
  notes: string[]
}

type Concepts = Pick<Need, 'wasteStreams' | 'metals' | 'technologies'>

/** Reads a need out of a sentence: every part with the words it came from, every assumption said aloud. */
export async function understandNeed(
  deps: { store: GraphStore; thesaurus: Thesaurus },
  request: MatchRequest,
): Promise<UnderstoodNeed> {
  const { text, cut } = cleanNeedText(request.text)
  const notes = cut
    ? [
        `Only the first ${MAX_NEED_LENGTH.toLocaleString('en')} characters were read; put the need in a sentence or two.`,
      ]
    : []
  const { quantity, notes: quantityNotes } = findNeedQuantity(text)
  const names = await findExcludedNames(text, deps.store, deps.thesaurus)
  const unknown = findUnknownNames(text, names, deps.thesaurus)
  const nameless = blank(text, [...names, ...unknown])
  const named = await findNeedCountries(nameless, deps.thesaurus)
  const countries = named.filter(({ start }) => !isNegatedPlace(nameless, start))
  const placeless = blankPlaces(nameless, named)
  const left = findExcluded(placeless, findConcepts(placeless, deps.thesaurus))
  const ruledOut = [
    ...names.map(({ id, label, matched, via }) => ({ id, label, matched, via })),
    ...listExcluded(placeless, left),
  ]
  const concepts = await findNeedConcepts(blank(placeless, left), deps)
  const asked = new Set([...concepts.wasteStreams, ...concepts.metals, ...concepts.technologies].map(({ id }) => id))
  const excluded = ruledOut.filter(({ id }) => !asked.has(id))
  const country = chooseCountry(request.country, countries, notes)
  notes.push(
    ...named.filter((place) => !countries.includes(place)).map(explainNegatedPlace),
    ...unknown.map(({ start, end }) => explainUnknownName(text.slice(start, end))),
    ...ruledOut.filter(({ id }) => asked.has(id)).map(explainContradiction),
  )
  notes.push(...excluded.map((concept) => explainExcluded(concept, deps.thesaurus)))
  notes.push(...quantityNotes, ...explainReadings(concepts), ...(country ? [] : explainPlaces(text)))
  const need: Need = {
    text,
    ...concepts,
    ...(excluded.length > 0 && { excluded }),
    ...(country && { country }),
    ...(quantity && { quantity }),
  }
  notes.push(...suggest(need))
  return { need, notes }
}

/** Names of countries and cities name no waste: "Tin Shui", "Lead". */
function blankPlaces(text: string, countries: readonly CountryMention[]): string {
  return blank(
    text,
    countries.filter(({ via }) => via !== 'adjective'),
  )
}

function blank(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
}

function listExcluded(text: string, mentions: readonly ConceptMention[]): NeedConcept[] {
  return mentions.flatMap(({ start, end, concepts, via }) =>
    concepts.map((concept) => ({ id: concept.id, label: labelOf(concept), matched: text.slice(start, end), via })),
  )
}

/** "Not in Viet Nam": where the need is not. */
function isNegatedPlace(text: string, start: number): boolean {
  return /(?<!\p{L})(?:not|outside(?: of)?|except|excluding|other than)\s+(?:(?:in|from|to|of|for)\s+)?(?:the\s+)?$/iu.test(
    text.slice(Math.max(0, start - 30), start),
  )
}

function explainNegatedPlace({ matched, label }: CountryMention): string {
  return `“${matched}” is ruled out, so it was not taken for where the waste is: name that country.${label === matched ? '' : ` It was read as ${label}.`}`
}

function explainUnknownName(name: string): string {
  return `“${name}” is excluded; no document names anything so called, so nothing of it could be offered anyway.`
}

function explainContradiction({ label }: NeedConcept): string {
  return `The need both asks for ${label} and excludes it; it was read as asked for. Say which is meant.`
}

function explainExcluded({ id, label, matched }: NeedConcept, thesaurus: Thesaurus): string {
  const type = thesaurus.concept(id)?.type
  if (type === undefined) return `“${matched}” is excluded: nothing of ${label} is offered.`
  if (type === 'Technology') return `“${matched}” is excluded: what rests on ${label} is at most a near miss.`
  return `“${matched}” is excluded: what is said of ${label} alone was left out.`
}

/** By label and code first; then by names only documents know; then by labels misspelt. */
async function findNeedConcepts(
  text: string,
  { store, thesaurus }: { store: GraphStore; thesaurus: Thesaurus },
): Promise<Concepts> {
  const mentions = findConcepts(text, thesaurus)
  const exact = chooseConcepts(text, mentions, thesaurus)
  const sure = chooseConcepts(
    text,
    mentions.filter((mention) => !isEverydayWord(text, mention)),
    thesaurus,
  )
  if (sure.wasteStreams.length > 0 || text === '') return exact
  const graph = await findGraphNames(text, store, thesaurus)
  const known = {
    wasteStreams: graph.wasteStreams,
    metals: join(exact.metals, graph.metals),
    technologies: join(exact.technologies, graph.technologies),
  }
  if (known.wasteStreams.length > 0 || known.technologies.length > 0) return known
  const nothing = known.metals.length === 0
  const accepts = ({ type }: Concept) =>
    type === 'WasteStream' || (nothing && (type === 'Metal' || type === 'Technology'))
  const near = chooseConcepts(text, findNearLabels(text, thesaurus, accepts), thesaurus)
  const wasteStreams = near.wasteStreams.length > 0 ? near.wasteStreams : exact.wasteStreams
  return {
    wasteStreams,
    // "Lead batery" asks for no lead.
    metals: join(
      known.metals.filter(({ matched }) => !near.wasteStreams.some((waste) => waste.matched.includes(matched))),
      near.metals,
    ),
    technologies: join(known.technologies, near.technologies),
  }
}

function join(left: readonly NeedConcept[], right: readonly NeedConcept[]): NeedConcept[] {
  return [...left, ...right.filter(({ id }) => !left.some((known) => known.id === id))]
}

function chooseCountry(asked: string | undefined, found: readonly CountryMention[], notes: string[]): Need['country'] {
  const code = asked?.trim().toUpperCase()
  const name = code ? countryName(code) : null
  if (code && name) return { code, label: name }
  if (asked?.trim()) {
    notes.push(
      `“${asked.slice(0, 40)}” is no country code of ISO 3166-1; expected two letters such as VN or TH. It was left out.`,
    )
  }
  const [first, ...others] = found
  if (!first) return undefined
  if (first.via === 'city') notes.push(`“${first.matched}” was taken for the city in ${first.label}.`)
  if (first.via === 'adjective') notes.push(`“${first.matched}” was taken to mean that the need is in ${first.label}.`)
  const named = others.filter(({ via }) => via !== 'adjective').map(({ label }) => label)
  if (named.length > 0) {
    notes.push(
      `The need was placed in ${first.label}; it also names ${named.join(', ')}. Give the country apart to choose.`,
    )
  }
  return { code: first.code, label: first.label, matched: first.matched }
}

function explainReadings({ wasteStreams, metals, technologies }: Concepts): string[] {
  return [...wasteStreams, ...metals, ...technologies].flatMap(({ via, matched, label }) => {
    if (via === 'spelling') return [`“${matched}” was read as ${label}, a few letters apart.`]
    if (via === 'word-order') return [`“${matched}” was read as ${label}, in another order of words.`]
    if (via === 'graph') return [`“${matched}” is not in the thesaurus; it was matched by its name in the documents.`]
    return []
  })
}

/** "Europe" and "Yugoslavia" are understood, but distance is judged from a country of today. */
function explainPlaces(text: string): string[] {
  const former = findFormerCountries(text).map(
    ({ name, successors }) =>
      `${name} is no country any more: name ${successors} to have distance and shipment judged.`,
  )
  const folded = ` ${foldName(text)} `
  const named = listRegions().filter((region) => folded.includes(` ${foldName(region)} `))
  return [
    ...former,
    ...named.map((region) => `${region} is a region: to have distance and shipment judged, name a country of it.`),
  ]
}

function suggest({ text, wasteStreams, metals, technologies, quantity, country }: Need): string[] {
  if (text === '')
    return [
      'The need is empty. Say what waste there is, how much a year and where: “20,000 t of EAF dust a year in Viet Nam”.',
    ]
  if (wasteStreams.length + metals.length + technologies.length === 0) {
    return [
      'No waste, metal or technology was recognised. Name one in any language, or a code: “steel dust”, “铅酸电池”, “K061”, “10 03 08*”, “A1160”.',
    ]
  }
  return [
    ...(quantity ? [] : ['No quantity was given, so capacity is not judged: add tonnes a year.']),
    ...(country ? [] : ['No country was given, so neither place nor shipment can be judged fully.']),
  ]
}
