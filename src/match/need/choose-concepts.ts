import { foldLabel } from '../../../graph/thesaurus/fold-label.ts'
import type { Concept, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { NeedConcept } from '../match.ts'
import type { ConceptMention } from './concept-mention.ts'
import { findConcepts } from './find-concepts.ts'
import { keepLongest } from './keep-longest.ts'
import { labelOf } from './scope-need.ts'
import { splitAtoms } from './split-atoms.ts'

type NeedConcepts = Record<'wasteStreams' | 'metals' | 'technologies', NeedConcept[]>

const GRAMMAR_BEFORE = /\b(?:to|will|would|must|who)\s$/i
const GRAMMAR_AFTER = /^\s+(?:to|the|an?|by|on|time|us|up|author|partner|role|agency)\b/i
/** "Steel mill", "copper smelter": the metal says what the works makes, not what is sought from its waste. */
const WORKS_AFTER =
  /^\s*(?:(?:mill|work|plant|smelter|refiner|foundr|maker|producer|compan|industr|factor)(?:s|y|ies)?\b|making\b|厂|企业|公司|冶炼)/i

/** "Recuperación de oro", "récupération de l'argent". */
const OF_METAL = /\b(?:de|del|du|y|et|l['’])\s?$/i

/** Whether these words are everyday words in every sense they have here: "lead", "or", "scrap". */
export function isEverydayWord(text: string, { start, end, concepts, via }: ConceptMention): boolean {
  const words = foldLabel(text.slice(start, end))
  return (
    via === 'label' && concepts.every(({ needsContext }) => needsContext?.some((label) => foldLabel(label) === words))
  )
}

function isEnglish({ prefLabel, altLabel }: Concept, words: string): boolean {
  const labels = [prefLabel.en, ...(altLabel.en ?? [])]
  return labels.some((label) => label?.toLowerCase() === words.toLowerCase())
}

/** Whether an everyday word is meant as the label it also is. `strong` are the mentions that leave no doubt. */
function isMeant(text: string, mention: ConceptMention, strong: readonly ConceptMention[]): boolean {
  const { start, end, concepts } = mention
  const words = text.slice(start, end)
  if (/^[A-Z][a-z]?$/.test(words)) return true
  if (/^[a-z]{1,2}$/.test(words)) return false
  if (!concepts.some((concept) => isEnglish(concept, words)) && words.length <= 6) {
    return strong.length === 0 || OF_METAL.test(text.slice(0, start))
  }
  if (concepts.some(({ type }) => type === 'Metal')) {
    return !GRAMMAR_AFTER.test(text.slice(end)) && !GRAMMAR_BEFORE.test(text.slice(0, start))
  }
  // "Waste" and "scrap" narrow nothing where a waste is named.
  return !strong.some(({ concepts }) => concepts.some(({ type }) => type === 'WasteStream'))
}

/** The mentions that say what the need is about. */
function keepMeant(text: string, mentions: readonly ConceptMention[]): ConceptMention[] {
  const strong = mentions.filter((mention) => !isEverydayWord(text, mention))
  const weak = mentions.filter((mention) => !strong.includes(mention) && isMeant(text, mention, strong))
  const wastes = weak.filter(({ concepts }) => concepts.some(({ type }) => type === 'WasteStream'))
  const fullest = wastes.sort((a, b) => b.end - b.start - (a.end - a.start))[0]
  const meant = mentions.filter(
    (mention) =>
      strong.includes(mention) || (weak.includes(mention) && (!wastes.includes(mention) || mention === fullest)),
  )
  const namesWaste = meant.some(({ concepts }) => concepts.some(({ type }) => type === 'WasteStream'))
  return meant.filter(
    ({ end, concepts }) =>
      !(namesWaste && concepts.every(({ type }) => type === 'Metal') && WORKS_AFTER.test(text.slice(end))),
  )
}

/**
 * "Lead battery recycling" and "salt slag treatment" are technologies of the thesaurus, but as a need they ask for anything
 * that treats the waste: the waste or metal inside the words counts, not the family of processes.
 */
function unwrap(text: string, mention: ConceptMention, thesaurus: Thesaurus): ConceptMention[] {
  if (mention.via === 'code' || !mention.concepts.every(({ type }) => type === 'Technology')) return [mention]
  const atoms = splitAtoms(text.slice(mention.start, mention.end))
  for (let dropped = 1; dropped < atoms.length; dropped++) {
    const [head, tail] = [atoms.slice(0, -dropped), atoms.slice(dropped)]
    const inside = [head, tail].flatMap((part) => {
      const start = mention.start + (part[0]?.start ?? 0)
      const found = findConcepts(text.slice(start, mention.start + (part.at(-1)?.end ?? 0)), thesaurus)
      return found
        .map((other) => ({ ...other, start: start + other.start, end: start + other.end }))
        .flatMap((other) => unwrap(text, other, thesaurus))
        .filter(({ concepts }) => concepts.some(({ type }) => type === 'WasteStream' || type === 'Metal'))
    })
    if (inside.length > 0) return keepLongest(inside)
  }
  return [mention]
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
  for (const mention of keepMeant(
    text,
    mentions.flatMap((found) => unwrap(text, found, thesaurus)),
  )) {
    const named = prefer(mention.concepts)
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
