import type { Span } from '../../../graph/document.ts'
import type { Concept } from '../../../graph/thesaurus/thesaurus.ts'
import type { NeedVia } from '../match.ts'

/** Words of a text that name concepts: one, or several where a label or code is shared. */
export interface ConceptMention extends Span {
  concepts: readonly Concept[]
  via: NeedVia
}
