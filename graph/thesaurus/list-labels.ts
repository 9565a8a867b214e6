import type { Concept, ConceptLabel } from './thesaurus.ts'

/** Every label of a concept, preferred ones first. */
export function* listLabels(concept: Concept): Generator<ConceptLabel> {
  for (const [language, label] of Object.entries(concept.prefLabel)) yield { label, language, kind: 'pref', concept }
  for (const [kind, byLanguage] of [
    ['alt', concept.altLabel],
    ['hidden', concept.hiddenLabel ?? {}],
  ] as const) {
    for (const [language, labels] of Object.entries(byLanguage)) {
      for (const label of labels) yield { label, language, kind, concept }
    }
  }
}
