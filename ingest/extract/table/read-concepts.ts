import type { Span } from '../../../graph/document.ts'
import type { Concept, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { NamedThing } from './entity-book.ts'
import { type CellPiece, cutPiece, splitCell } from './split-cell.ts'

type ConceptType = 'Metal' | 'WasteStream' | 'Technology'

const BRACKET = /\s?[(（][^()（）]{0,80}[)）]$/u
/** A cell under a waste's or technology's header that the thesaurus does not know names one if it is short and no figure. */
const NAME_SHAPE = /^(?=[^\d]{3,60}$)[\p{L}][\p{L}\p{M}\s'’/–-]*$/u
const MOST_WORDS = 6

function lookUp(text: string, types: readonly ConceptType[], thesaurus: Thesaurus): Concept | undefined {
  for (const form of [text, text.replace(BRACKET, '')]) {
    const found = thesaurus.byLabel(form).filter(({ type }) => (types as readonly string[]).includes(type))
    if (found.length > 0) return found.length === 1 || types.length === 1 ? found[0] : undefined
  }
  return undefined
}

function nameConcept({ start, end, text }: CellPiece, concept: Concept): NamedThing {
  const name = concept.prefLabel.en ?? text
  return { start, end, surface: text, type: concept.type as ConceptType, name, worldId: concept.id, confidence: 0.95 }
}

/** "Lithium-ion and nickel-metal hydride batteries": the first lends its noun from the last. */
function shareNoun(parts: readonly CellPiece[], at: number): string | null {
  const last = parts.at(-1)
  const noun = last && at < parts.length - 1 ? /\s(\p{L}+)$/u.exec(last.text)?.[1] : undefined
  return noun ? `${parts[at]?.text} ${noun}` : null
}

function readPiece(text: string, piece: CellPiece, types: readonly ConceptType[], thesaurus: Thesaurus): NamedThing[] {
  const whole = lookUp(piece.text, types, thesaurus)
  if (whole) return [nameConcept(piece, whole)]
  const parts = splitCell(text, piece, 'words')
  const found = parts.flatMap((part, at) => {
    const shared = shareNoun(parts, at)
    const concept = (shared && lookUp(shared, types, thesaurus)) || lookUp(part.text, types, thesaurus)
    return concept ? [nameConcept(part, concept)] : []
  })
  // Some parts known: the cell is a list. None: a name of its own.
  if (found.length > 0) return found
  const [type] = types
  if (types.length !== 1 || type === undefined || type === 'Metal') return []
  if (!NAME_SHAPE.test(piece.text) || piece.text.split(/\s+/).length > MOST_WORDS) return []
  const { start, end, text: surface } = piece
  return [{ start, end, surface, name: surface, type, confidence: 0.7 }]
}

/**
 * Metals, wastes or technologies of a cell, by the thesaurus. Where one type is asked for, a waste or technology the thesaurus
 * does not know keeps the name the cell gives it; metals are a closed list.
 */
export function readConcepts(
  text: string,
  cell: Span,
  types: readonly ConceptType[],
  thesaurus: Thesaurus,
): NamedThing[] {
  const whole = cutPiece(text, cell.start, cell.end)
  const one = whole && whole.text.length <= 160 ? lookUp(whole.text, types, thesaurus) : undefined
  if (whole && one) return [nameConcept(whole, one)]
  return splitCell(text, cell, 'commas').flatMap((piece) => readPiece(text, piece, types, thesaurus))
}
