import type { Concept, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { NeedConcept } from '../match.ts'
import type { ConceptMention } from './find-concepts.ts'
import { labelOf } from './scope-need.ts'

type NeedConcepts = Record<'wasteStreams' | 'metals' | 'technologies', NeedConcept[]>

const GRAMMAR_AFTER = /^\s+(?:to|the|an?|by|on|time|us|up|author|partner|role|agency)\b/i

/** Whether an everyday word that is also a label ("lead", "or", "Al", "scrap") is meant as the label here. */
function isMeant(
  text: string,
  { start, end, concepts, via }: ConceptMention,
  others: readonly ConceptMention[],
): boolean {
  const words = text.slice(start, end)
  const weak = concepts.filter((concept) =>
    concept.needsContext?.some((label) => label.toLowerCase() === words.toLowerCase()),
  )
  if (via !== 'label' || weak.length < concepts.length) return true
  if (/^[A-Z][a-z]?$/.test(words)) return true
  const isEnglish = concepts.some(({ prefLabel, altLabel }) =>
    [prefLabel.en, ...(altLabel.en ?? [])].some((label) => label?.toLowerCase() === words.toLowerCase()),
  )
  if (!isEnglish && words.length <= 6) return !others.some((other) => other !== undefined && other.start !== start)
  if (concepts.some(({ type }) => type === 'Metal')) {
    return !GRAMMAR_AFTER.test(text.slice(end)) && !/\b(?:to|will|would|must|who)\s$/i.test(text.slice(0, start))
  }
  // "Waste" and "scrap" narrow nothing where a waste is named.
  return !others.some((other) => other.start !== start && other.concepts.some(({ type }) => type === 'WasteStream'))
}

/** Products stand for what becomes of them: a need of "car batteries" is one of waste batteries. */
function asWaste(concept: Concept, thesaurus: Thesaurus): Concept[] {
  if (concept.type !== 'Product') return [concept]
  return concept.related.flatMap((id) => thesaurus.concept(id) ?? []).filter(({ type }) => type === 'WasteStream')
}

function prefer(concepts: readonly Concept[]): Concept[] {
  for (const type of ['WasteStream', 'Technology', 'Metal']) {
    const ofType = concepts.filter((concept) => concept.type === type)
    if (ofType.length > 0) return ofType
  }
  return []
}

const LIST = { WasteStream: 'wasteStreams', Metal: 'metals', Technology: 'technologies' } as const

/** Sorts what was found into the parts of a need, each concept once. A generic term gives way to a kind of it. */
export function chooseConcepts(text: string, mentions: readonly ConceptMention[], thesaurus: Thesaurus): NeedConcepts {
  const chosen: NeedConcepts = { wasteStreams: [], metals: [], technologies: [] }
  for (const mention of mentions) {
    if (!isMeant(text, mention, mentions)) continue
    const named = prefer(mention.concepts.flatMap((found) => asWaste(found, thesaurus)))
    for (const concept of dropKinds(named, thesaurus)) {
      if (concept.type === 'Product' || concept.type === 'Instrument') continue
      const list = chosen[LIST[concept.type]]
      if (list.some(({ id }) => id === concept.id)) continue
      list.push({
        id: concept.id,
        label: labelOf(concept),
        matched: text.slice(mention.start, mention.end),
        via: mention.via,
      })
    }
  }
  return {
    wasteStreams: dropGeneric(chosen.wasteStreams, thesaurus),
    metals: dropGeneric(chosen.metals, thesaurus),
    technologies: dropGeneric(chosen.technologies, thesaurus),
  }
}

/** A code that covers a waste and its kinds says no more than the waste. */
function dropKinds(concepts: readonly Concept[], thesaurus: Thesaurus): Concept[] {
  return concepts.filter(
    ({ id }) => !thesaurus.broader(id).some((broader) => concepts.some((other) => other.id === broader.id)),
  )
}

function dropGeneric(concepts: readonly NeedConcept[], thesaurus: Thesaurus): NeedConcept[] {
  return concepts.filter(
    ({ id }) => !concepts.some((other) => thesaurus.broader(other.id).some((broader) => broader.id === id)),
  )
}
