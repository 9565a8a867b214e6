import type { Sentence } from '../../segment/sentence.ts'
import type { Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'
import type { ConceptLexicon } from './find-concepts.ts'
import { END_OF_LIFE, END_OF_LIFE_HEADS, WASTE_HEADS, WASTE_MODIFIERS } from './words/waste-words.ts'

const MOST_MODIFIERS = 6
/** Words of labels that are activities: "recycling steel dust" is no kind of dust. */
const ACTIVITIES = new Set(
  'recycling typical imported exported contained melting furnace furnaces generated collected processing process treating treatment recovering recovery collecting collection smelting handling of from with for in on to by and management import export'.split(
    ' ',
  ),
)

/**
 * Waste streams by shape: a waste noun with the words of material and origin before it ("LFP waste", "kitchen waste"),
 * and products with a word of end of life ("spent catalysts"). "solid and hazardous waste" gives both.
 */
export function findWastePhrases({ tokens }: Sentence, text: string, lexicon: ConceptLexicon): Candidate[] {
  const found: Candidate[] = []
  for (let last = 1; last < tokens.length; last += 1) {
    const head = (tokens[last] as Token).stem
    const after = tokens[last + 1]
    const isWaste = WASTE_HEADS.has(head)
    if (!isWaste && !END_OF_LIFE_HEADS.has(head)) continue
    // "waste management" and "scrap metal recycling" go on: only the last noun of a phrase is its head.
    if (isWaste && after?.spaced && WASTE_HEADS.has(after.stem)) continue
    const first = startOf(tokens, last, lexicon)
    if (first === last || isPlain(tokens, first, last)) continue
    if (!isWaste && !endsLife(tokens, first, last)) continue
    found.push(phrase(tokens, text, first, last, lexicon))
    const shared = sharedHead(tokens, text, first, last, lexicon)
    if (shared) found.push(shared)
  }
  return found
}

function isModifier(token: Token | undefined, lexicon: ConceptLexicon): boolean {
  if (!token || token.shape === 'mark' || token.shape === 'number') return false
  if (token.shape === 'upper' && token.text.length > 5) return false
  const stem = token.stem
  // "and processes aluminium dross": in the singular only is it a kind of waste.
  if (ACTIVITIES.has(token.fold) || token.fold === 'processes') return false
  return (
    WASTE_MODIFIERS.has(stem) ||
    END_OF_LIFE.has(stem) ||
    (lexicon.materialWords.has(stem) && stem.length > 3 && stem !== 'and')
  )
}

function startOf(tokens: readonly Token[], last: number, lexicon: ConceptLexicon): number {
  let first = last
  for (let at = last - 1; at >= 0 && last - at <= MOST_MODIFIERS * 2; at -= 1) {
    const token = tokens[at] as Token
    if (token.fold === '-' && !token.spaced) continue
    if (!isModifier(token, lexicon) || isTailOfCompound(tokens, at)) break
    if (token.fold === 'of' && tokens[at - 1]?.fold !== '-') break
    first = at
  }
  while (
    first < last &&
    ['of', 'and', 'in', 'by', 'high', 'new', 'with', 'from', 'for'].includes((tokens[first] as Token).fold)
  )
    first += 1
  return first
}

/** Words that only shade a general noun: "imported scrap", "collected waste". */
const PLAIN = new Set('imported local old new mixed other low high grade value industrial crude used'.split(' '))

function isPlain(tokens: readonly Token[], first: number, last: number): boolean {
  const words = tokens.slice(first, last).filter(({ shape }) => shape !== 'mark')
  return (
    GENERAL.has((tokens[last] as Token).stem) &&
    words.every(({ fold }) => PLAIN.has(fold)) &&
    !words.some(({ fold }) => fold === 'industrial')
  )
}

const GENERAL = new Set(['waste', 'scrap', 'residue', 'rubbish', 'garbage'])

/** "zero-waste salt slag": the second half of a compound that is no material. */
function isTailOfCompound(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at - 1]?.fold === '-' &&
    tokens[at]?.spaced === false &&
    ['zero', 'anti', 'non', 'low', 'pre'].includes(tokens[at - 2]?.fold ?? '')
  )
}

function endsLife(tokens: readonly Token[], first: number, last: number): boolean {
  return tokens.slice(first, last).some(({ stem }) => END_OF_LIFE.has(stem))
}

function phrase(
  tokens: readonly Token[],
  text: string,
  first: number,
  last: number,
  { thesaurus }: ConceptLexicon,
): Candidate {
  const start = (tokens[first] as Token).start
  const end = (tokens[last] as Token).end
  const name = text.slice(start, end)
  const concept = thesaurus.byLabel(name).find(({ type }) => type === 'WasteStream')
  return {
    start,
    end,
    first,
    last,
    type: 'WasteStream',
    name,
    rule: concept ? 'concept-label' : 'waste-phrase',
    score: concept ? 0.93 : 0.8,
    ...(concept ? { worldId: concept.id, concept } : {}),
  }
}

/** The first half of "solid and hazardous waste", where both halves are streams of the thesaurus. */
function sharedHead(
  tokens: readonly Token[],
  text: string,
  first: number,
  last: number,
  lexicon: ConceptLexicon,
): Candidate | null {
  const and = tokens[first - 1]
  const other = tokens[first - 2]
  if (and?.fold !== 'and' || !other || !isModifier(other, lexicon)) return null
  const head = text.slice((tokens[last] as Token).start, (tokens[last] as Token).end)
  const concept = lexicon.thesaurus.byLabel(`${other.text} ${head}`).find(({ type }) => type === 'WasteStream')
  if (!concept) return null
  return {
    start: other.start,
    end: other.end,
    first: first - 2,
    last: first - 2,
    type: 'WasteStream',
    name: `${other.text} ${head}`,
    rule: 'waste-phrase-shared-head',
    score: 0.8,
    worldId: concept.id,
    concept,
  }
}
