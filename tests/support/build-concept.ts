import type { Concept } from '../../graph/thesaurus/thesaurus.ts'

/** A concept with defaults, for thesaurus files of a test's own. */
export function buildConcept(given: Partial<Concept> & { id: string }): Concept {
  return {
    type: 'WasteStream',
    prefLabel: { en: given.id.replace(/^.*\//, '').replaceAll('-', ' ') },
    altLabel: {},
    broader: [],
    related: [],
    codes: [],
    ...given,
  }
}
