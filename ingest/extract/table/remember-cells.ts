import type { Span } from '../../../graph/document.ts'
import type { NamedThing } from './entity-book.ts'
import type { CellPiece } from './split-cell.ts'

const MOST_REMEMBERED = 20_000
const LONGEST_REMEMBERED = 200

/** Reads what a cell's words name; places count from the cell's own start. */
type ReadCell = (words: string, cell: Span) => NamedThing[]

/** Answers what `read` names in a cell, with places in the document. `kind` is all that the reading depends on beside the words. */
export type CellMemory = (kind: string, cell: CellPiece, read: ReadCell) => NamedThing[]

/**
 * Remembers what words named under a kind of column: lists repeat their countries, wastes and metals row by row.
 */
export function createCellMemory(): CellMemory {
  const known = new Map<string, readonly NamedThing[]>()
  return (kind, { start, text }, read) => {
    const key = `${kind}\u0000${text}`
    let named = known.get(key)
    if (!named) {
      named = read(text, { start: 0, end: text.length })
      if (text.length <= LONGEST_REMEMBERED && known.size < MOST_REMEMBERED) known.set(key, named)
    }
    return named.map((thing) => ({ ...thing, start: thing.start + start, end: thing.end + start }))
  }
}
