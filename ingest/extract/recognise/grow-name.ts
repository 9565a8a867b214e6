import { isCapital, type Token } from '../../segment/token.ts'
import { LEGAL_FORMS } from './words/legal-forms.ts'
import { headType } from './words/name-heads.ts'
import { regionCountry } from './words/regions.ts'

const LINKS = new Set(
  'of for on de del do da dos des du der fur la le das von y e et und against among between per para sobre por pour sur contre to'.split(
    ' ',
  ),
)
const ARTICLES = new Set(['the', 'la', 'el', 'los', 'las', 'le', 'les', 'l', 'der', 'die', 'das', 'its', 'their'])
const AND = new Set(['and', '&', 'y', 'e', 'et', 'und'])
/** Big regions: they join over "and" ("Asia and the Pacific", "Latin America and the Caribbean"). Folded. */
const REGION_WORDS = new Set(
  'asia pacific africa europe america americas caribbean oceania east west north south central southeast arab middle mediterranean latin eastern western'.split(
    ' ',
  ),
)
const OPENERS: ReadonlySet<string> = new Set(LEGAL_FORMS.map(([word]) => word ?? ''))
const LONGEST_NAME = 24
/** Legal forms that are written with a full stop. */
const STOPPED = new Set('co ltd inc corp bhd pte pvt pty ltda jsc sti'.split(' '))
/** Small nouns that close a complement: "for the Northern States", "for Andean countries". */
const PLURALS = new Set('countries region regions states cities province provinces representatives wastes'.split(' '))
/** Small nouns of fields that a name may end in: "Department of Solid waste and chemicals". */
const FIELDS = new Set('waste chemicals resources protection management affairs materials metals'.split(' '))
/** Words that may stand alone before "and" in a name: "Public and Private Partnership". */
const HALVES = new Set('public private regional national'.split(' '))

export interface GrowOptions {
  /** Whether a token begins a country or city: such a name is not joined to its neighbour over "and". */
  isPlace: (index: number) => boolean
}

/** Extends a name with a head over what completes it: "of the …", "for … and …", "on …, … and …". Returns its last token. */
export function growName(tokens: readonly Token[], last: number, { isPlace }: GrowOptions): number {
  let end = last
  let inComplement = false
  for (let steps = 0; steps < LONGEST_NAME; steps += 1) {
    const next = tokens[end + 1]
    if (!next) break
    if (LINKS.has(next.fold) || (next.fold === 'in' && isRegion(tokens, end + 2)) || isJoiningWith(tokens, end)) {
      const start = ARTICLES.has(tokens[end + 2]?.fold ?? '') ? end + 3 : end + 2
      if (!isCapital(tokens[start]) || tokens[start]?.spaced === false) break
      if ((next.fold === 'to' || next.fold === 'between') && !inComplement) break
      end = endOfCapitals(tokens, start)
      inComplement = true
      continue
    }
    if (ARTICLES.has(next.fold) && tokens[end]?.fold.endsWith('ing') && isCapital(tokens[end + 2])) {
      end = endOfCapitals(tokens, end + 2)
      continue
    }
    if (inComplement && next.spaced && (PLURALS.has(next.fold) || FIELDS.has(next.fold))) {
      end += 1
      if (tokens[end + 1]?.fold === 'and' && FIELDS.has(tokens[end + 2]?.fold ?? '')) end += 2
      continue
    }
    if (!inComplement) break
    const joined = joinOver(tokens, end, isPlace)
    if (joined === null) break
    end = joined
  }
  return end
}

function endOfCapitals(tokens: readonly Token[], start: number): number {
  let end = start
  for (;;) {
    const next = tokens[end + 1]
    if (next && (next.fold === '-' || next.fold === '–') && !next.spaced && tokens[end + 2]?.spaced === false) end += 2
    else if (isCapital(next) && next?.spaced) end += 1
    else return end
  }
}

/** "Umbra Centre Cooperating with MRC". */
function isJoiningWith(tokens: readonly Token[], end: number): boolean {
  const last = tokens[end]
  return tokens[end + 1]?.fold === 'with' && isCapital(last) && last?.fold.endsWith('ing') === true
}

function isRegion(tokens: readonly Token[], at: number): boolean {
  const token = ARTICLES.has(tokens[at]?.fold ?? '') ? tokens[at + 1] : tokens[at]
  return isCapital(token) && token !== undefined && REGION_WORDS.has(token.fold)
}

/** Over "and", or over ", X and Y", inside a complement. */
function joinOver(tokens: readonly Token[], end: number, isPlace: (index: number) => boolean): number | null {
  const next = tokens[end + 1] as Token
  if (AND.has(next.fold)) return endOfPart(tokens, end + 2, end, isPlace)
  if (next.fold !== ',') return null
  // A comma joins only where "and" closes the list soon: "Agriculture, Forestry and Fisheries".
  const part = endOfPart(tokens, end + 2, end, isPlace)
  if (part === null || part - end > 4) return null
  const after = tokens[part + 1]
  const closing = after?.fold === ',' && AND.has(tokens[part + 2]?.fold ?? '') ? part + 2 : part + 1
  if (!AND.has(tokens[closing]?.fold ?? '')) return null
  return endOfPart(tokens, closing + 1, part, isPlace)
}

function endOfPart(
  tokens: readonly Token[],
  at: number,
  end: number,
  isPlace: (index: number) => boolean,
): number | null {
  const start = ARTICLES.has(tokens[at]?.fold ?? '') && isRegion(tokens, at) ? at + 1 : at
  const token = tokens[start]
  if (!isCapital(token) || token === undefined || token.shape === 'upper') return null
  const last = endOfCapitals(tokens, start)
  if (REGION_WORDS.has(token.fold) && REGION_WORDS.has((tokens[end] as Token).fold)) return last
  if (isPlace(start) || regionCountry(token.fold) !== undefined || isPlace(end)) return null
  for (let index = start; index <= last; index += 1) {
    const word = tokens[index] as Token
    const type = headType(word.stem)
    if ((type === 'Organization' || type === 'Event' || type === 'Network') && !HALVES.has((tokens[end] as Token).fold))
      return null
    if (word.shape === 'upper' && word.text.length > 1) return null
  }
  return legalFormAt(tokens, last + 1) === null ? last : null
}

/** The last token of the legal form that begins at `at` (a comma before it may be there), or null. */
export function legalFormAt(tokens: readonly Token[], at: number): { last: number; words: string[] } | null {
  const start = tokens[at]?.fold === ',' ? at + 1 : at
  const opener = tokens[start]
  if (!opener || !OPENERS.has(opener.fold)) return null
  for (const words of LEGAL_FORMS) {
    if (words[0] !== opener.fold) continue
    let index = start
    let matched = 0
    while (matched < words.length && tokens[index]) {
      const token = tokens[index] as Token
      if (token.shape === 'mark' && (token.fold === '.' || token.fold === ',' || token.fold === '&')) index += 1
      else if (token.fold === words[matched]) {
        matched += 1
        index += 1
      } else break
    }
    if (matched < words.length) continue
    let last = index - 1
    while (last > start && tokens[last]?.shape === 'mark') last -= 1
    // "Ltd." has its stop; "GmbH." ends a sentence.
    if (
      tokens[last + 1]?.fold === '.' &&
      tokens[last + 1]?.spaced === false &&
      STOPPED.has((tokens[last] as Token).fold)
    )
      last += 1
    return { last, words }
  }
  return null
}
