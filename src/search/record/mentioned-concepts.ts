import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import {
  type ConceptLexicon,
  createConceptLexicon,
  findConcepts,
} from '../../../ingest/extract/recognise/find-concepts.ts'
import { tokenize } from '../../../ingest/segment/tokenize.ts'

const lexicons = new WeakMap<Thesaurus, ConceptLexicon>()

/** Concepts a text names, those named most often first, with how often. */
export function findMentionedConcepts(text: string, thesaurus: Thesaurus): { id: string; count: number }[] {
  const lexicon = lexicons.get(thesaurus) ?? createConceptLexicon(thesaurus)
  lexicons.set(thesaurus, lexicon)
  const span = { start: 0, end: text.length }
  const passage = { ...span, kind: 'paragraph' as const, sections: [] }
  const counts = new Map<string, number>()
  for (const { worldId } of findConcepts({ ...span, index: 0, passage, tokens: tokenize(text) }, text, lexicon)) {
    if (worldId) counts.set(worldId, (counts.get(worldId) ?? 0) + 1)
  }
  return [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
}
