import type { Span } from '../../../graph/document.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { findCountry } from '../../../graph/values/country.ts'
import { findConcepts } from './find-concepts.ts'
import { isNegated } from './find-excluded.ts'
import { isApart } from './keep-longest.ts'

/** Two words or more in capitals: a name in running text. Of one word nobody can tell. */
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&.'’-]{0,40}(?: \p{Lu}[\p{L}\p{N}&.'’-]{0,40}){1,5}/gu

/**
 * Names right behind a negation that no document knows: "not Korea Zinc" means a firm even where the graph lacks it, and neither
 * a country nor a metal. `taken` are names already found in the graph.
 */
export function findUnknownNames(text: string, taken: readonly Span[], thesaurus: Thesaurus): Span[] {
  // What shouts has no names in capitals.
  if (!/\p{Ll}/u.test(text)) return []
  return Array.from(text.matchAll(NAME), ({ index, 0: name }) => ({ start: index, end: index + name.length }))
    .filter(({ start }) => isNegated(text, start))
    .filter((span) => taken.every((other) => isApart(span, other)))
    .filter(({ start, end }) => isName(text.slice(start, end), thesaurus))
}

/** Whether the words are neither a country, nor made around a waste or process that the need may rule out. */
function isName(name: string, thesaurus: Thesaurus): boolean {
  if (findCountry(name)) return false
  return !findConcepts(name, thesaurus).some(({ concepts }) =>
    concepts.some(({ type }) => type === 'WasteStream' || type === 'Technology'),
  )
}
