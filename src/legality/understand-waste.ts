import type { Thesaurus } from '../../graph/thesaurus/thesaurus.ts'
import { findCodes, parseCode } from '../../graph/values/code.ts'
import { chooseConcepts } from '../match/need/choose-concepts.ts'
import { cleanNeedText } from '../match/need/clean-text.ts'
import { findConcepts } from '../match/need/find-concepts.ts'
import { findNearLabels } from '../match/need/find-near-labels.ts'
import { labelOf } from '../match/need/scope-need.ts'
import type { NamedWaste } from './classify-waste.ts'
import type { LegalityAnswer, LegalityProblem } from './legality.ts'

export interface UnderstoodWaste {
  waste: LegalityAnswer['waste']
  /** Each to be judged by itself. */
  wastes: NamedWaste[]
  problems: LegalityProblem[]
  notes: string[]
}

const CLASSIFYING = new Set(['basel-annex', 'basel-y', 'eu-low', 'us-rcra'])

/** Reads the waste out of words in any language, a code, or the id of a concept. */
export function understandWaste(raw: string, thesaurus: Thesaurus): UnderstoodWaste {
  const { text } = cleanNeedText(raw)
  const named = thesaurus.concept(text)
  const exact = named ? [{ id: named.id, label: labelOf(named), matched: text }] : findWastes(text, thesaurus)
  const near = exact.length > 0 ? [] : findNearWastes(text, thesaurus)
  const concepts = [...exact, ...near]
  const whole = parseCode(text)
  const codes = (whole ? [whole] : findCodes(text).map(({ value }) => value)).filter(({ scheme }) =>
    CLASSIFYING.has(scheme),
  )
  const waste = { text, concepts, codes: codes.map(({ code }) => code) }
  const wastes: NamedWaste[] = concepts.map(({ id, label }) => ({ label, concept: id, codes }))
  if (wastes.length === 0 && codes.length > 0) {
    wastes.push({ label: codes.map(({ code }) => code).join(', '), codes })
  }
  return {
    waste,
    wastes,
    problems: wastes.length > 0 ? [] : [explainUnknown(text, thesaurus)],
    notes: near.map(({ matched, label }) => `“${matched}” was read as ${label}, a few letters apart.`),
  }
}

type Named = LegalityAnswer['waste']['concepts']

function findWastes(text: string, thesaurus: Thesaurus): Named {
  return chooseConcepts(text, findConcepts(text, thesaurus), thesaurus).wasteStreams.map(({ id, label, matched }) => ({
    id,
    label,
    matched,
  }))
}

function findNearWastes(text: string, thesaurus: Thesaurus): Named {
  const near = findNearLabels(text, thesaurus, ({ type }) => type === 'WasteStream')
  return chooseConcepts(text, near, thesaurus).wasteStreams.map(({ id, label, matched }) => ({ id, label, matched }))
}

function explainUnknown(text: string, thesaurus: Thesaurus): LegalityProblem {
  const example = 'Name it in any language or by a code: “steel dust”, “铅酸电池”, “A1160”, “10 02 07*”.'
  if (text === '') return { code: 'unknown-waste', message: `No waste was named. ${example}` }
  const other = findConcepts(text, thesaurus).flatMap(({ concepts }) => concepts)[0]
  if (!other) {
    return { code: 'unknown-waste', message: `“${text.slice(0, 100)}” names no waste that is known here. ${example}` }
  }
  const kind = { Metal: 'a metal', Technology: 'a process', Product: 'a product', Instrument: 'an instrument' }
  const what = other.type === 'WasteStream' ? 'a waste' : kind[other.type]
  const message = `${labelOf(other)} is ${what} and by itself no waste, so rules on shipping waste do not apply. Where waste is meant, say which: scrap, slag, dust, used batteries …`
  return { code: 'not-waste', message }
}
