import type { Concept, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { findCodes, parseCode } from '../../../graph/values/code.ts'
import type { ConceptMention } from './find-meanings.ts'

/** The scheme's name belongs to the code and is no word of the query. */
const SCHEME_BEFORE = /(?:hs|hts|ewc|low|ler|basel|oecd|rcra|code)[\s:]*$/i

/** Codes as users type them: in lower case, and six digits without star or scheme. */
export function findCodedConcepts(text: string, thesaurus: Thesaurus): ConceptMention[] {
  const upper = text.toUpperCase()
  const inText = findCodes(upper.length === text.length ? upper : text).map(({ start, end, value }) => ({
    start,
    end,
    concepts: chooseCoded(thesaurus.byCode(value.scheme === 'hs' ? `HS ${value.code}` : value.code), value.scheme),
  }))
  const bare = [...text.matchAll(/(?<![\d.,])\d{6}\*?(?![\d.,%])/g)].map(({ index, 0: digits }) => ({
    start: index,
    end: index + digits.length,
    concepts: parseCode(digits) ? chooseCoded(thesaurus.byCode(digits), 'eu-low') : [],
  }))
  const known = inText.length > 0 ? inText : bare
  return known
    .filter(({ concepts }) => concepts.length > 0)
    .map((mention) => {
      const scheme = SCHEME_BEFORE.exec(text.slice(0, mention.start))
      return { ...mention, start: scheme ? scheme.index : mention.start, via: 'code' as const }
    })
}

/** Concepts the scheme itself has under the code; where there are none, those only our inference puts there. */
function chooseCoded(concepts: readonly Concept[], scheme: string): readonly Concept[] {
  const own = concepts.filter(({ codes }) => codes.some((code) => code.scheme === scheme && !code.inferred))
  return own.length > 0 ? own : concepts
}
