import type { Span } from '../../graph/document.ts'
import type { Passage } from '../read/source-document.ts'
import type { Token } from './token.ts'

/** A sentence, or a line, cell row or heading that stands for one. */
export interface Sentence extends Span {
  /** Position among the sentences of the document. */
  index: number
  passage: Passage
  tokens: Token[]
}
