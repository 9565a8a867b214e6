import type { Sentence } from '../../segment/sentence.ts'
import { isCapital, type Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'
import { isTitleCased } from './document-context.ts'
import type { ConceptLexicon } from './find-concepts.ts'
import { DETERMINERS } from './words/function-words.ts'
import { headType } from './words/name-heads.ts'
import { WASTE_MODIFIERS } from './words/waste-words.ts'

const PLACES = new Set(
  'plant smelter refinery works factory mill mine foundry gigafactory steelworks smelthouse facility shredder line site'.split(
    ' ',
  ),
)
const WORK_WORDS = new Set(
  'recycling processing treatment smelting refining production manufacturing recovery sorting dismantling washing pilot demonstration hydrometallurgical integrated waelz secondary primary copper zinc lead'.split(
    ' ',
  ),
)
const ANY_ADJECTIVE = new Set(
  'new large modern first second third largest existing future big small dedicated state own joint chinese commercial scale full full-scale world'.split(
    ' ',
  ),
)

/**
 * Facilities with a small head: named ones ("Onsala copper smelter", "the Pune factory") and ones the text
 * describes by what they treat or make ("a salt slag recycling plant").
 */
export function findFacilities({ tokens }: Sentence, text: string, lexicon: ConceptLexicon): Candidate[] {
  const found: Candidate[] = []
  if (isTitleCased(tokens)) return found
  for (let last = 1; last < tokens.length; last += 1) {
    const head = tokens[last] as Token
    const stem = head.stem
    if (
      !PLACES.has(stem) ||
      head.shape === 'upper' ||
      (head.fold.endsWith('s') && stem !== 'works' && stem !== 'steelworks')
    )
      continue
    const after = tokens[last + 1]
    const possessed = /^(?:its|their|our|his|the|'s)$/.test(tokens[startOfRun(tokens, last) - 1]?.fold ?? '')
    if (
      stem === 'works' &&
      (!possessed || headType(tokens[last - 1]?.stem ?? '') !== undefined) &&
      !(tokens[last - 1]?.shape === 'lower')
    )
      continue
    if (
      stem === 'works' &&
      !possessed &&
      ['with', 'on', 'for', 'to', 'as', 'closely', 'together', 'from'].includes(after?.fold ?? '')
    )
      continue
    if (after && (after.fold === 'manager' || after.fold === 'director' || after.fold === 'operator')) continue
    let first = last
    let capitals = 0
    let materials = 0
    for (let at = last - 1; at >= 0 && last - at <= 8; at -= 1) {
      const token = tokens[at] as Token
      if (token.fold === '-' && !token.spaced) continue
      const word = token.stem
      const material = lexicon.materialWords.has(word) || WASTE_MODIFIERS.has(word)
      if (isCapital(token) && !(DETERMINERS.has(token.fold) || token.fold === 'in' || token.fold === 'at'))
        capitals += token.shape === 'upper' && material ? 0 : 1
      else if (!(material || WORK_WORDS.has(word)) || DETERMINERS.has(token.fold)) break
      if (ANY_ADJECTIVE.has(word)) break
      if (material) materials += 1
      first = at
    }
    const pilot = isPlaced(tokens, last) && /^(?:pilot|demonstration)$/.test(tokens[first]?.fold ?? '')
    if (first === last || (capitals === 0 && materials === 0 && !pilot)) continue
    const named = capitals > 0 && isCapital(tokens[first])
    if (!named && (stem === 'line' || stem === 'works' || stem === 'mine' || stem === 'site')) continue
    // "the Pori site": one word, and possessed; "World Heritage Site" and "Project Site" are none of ours.
    if (stem === 'site' && (!possessed || last - first > 2 || head.shape !== 'lower' || !isCapital(tokens[last - 1])))
      continue
    const start = (tokens[first] as Token).start
    const end = head.end
    found.push({
      start,
      end,
      first,
      last,
      type: 'Facility',
      name: text.slice(start, end),
      rule: named ? 'facility-named' : 'facility-described',
      score: named ? 0.75 : isBuilt(tokens, first) || isPlaced(tokens, last) ? 0.68 : 0.5,
      ...(named ? { aliases: shortNames(tokens, text, first, last) } : describe(tokens, first)),
    })
  }
  return [...found, ...findPlantsFor(tokens, text, lexicon)]
}

/** "its first Peruvian plant for copper slag": the material follows. */
function findPlantsFor(tokens: readonly Token[], text: string, { trie }: ConceptLexicon): Candidate[] {
  const found: Candidate[] = []
  for (let at = 1; at + 2 < tokens.length; at += 1) {
    const head = tokens[at] as Token
    if (!PLACES.has(head.fold) || tokens[at + 1]?.fold !== 'for' || !isBuilt(tokens, at)) continue
    const material = trie.matchAt(tokens, at + 2)
    if (material === null || material.values[0]?.concept.type !== 'WasteStream') continue
    let first = at
    while (
      first > 0 &&
      (ANY_ADJECTIVE.has((tokens[first - 1] as Token).fold) || WORK_WORDS.has((tokens[first - 1] as Token).fold))
    )
      first -= 1
    const start = (tokens[first] as Token).start
    const end = (tokens[material.last] as Token).end
    const aliases = first < at ? [text.slice(start, head.end)] : []
    found.push({
      start,
      end,
      first,
      last: material.last,
      type: 'Facility',
      name: text.slice(start, end),
      aliases,
      rule: 'facility-described',
      score: 0.68,
      ...describe(tokens, first),
    })
  }
  return found
}

const INDEFINITE = new Set(['a', 'an', 'another'])

/** "a battery recycling plant" is another one than the battery recycling plant of the sentence before. */
function describe(tokens: readonly Token[], first: number): Pick<Candidate, 'described' | 'introduces'> {
  let before = first - 1
  while (ANY_ADJECTIVE.has(tokens[before]?.fold ?? '')) before -= 1
  return INDEFINITE.has(tokens[before]?.fold ?? '') ? { described: true, introduces: true } : { described: true }
}

function startOfRun(tokens: readonly Token[], last: number): number {
  let first = last
  while (
    first > 0 &&
    (isCapital(tokens[first - 1]) || tokens[first - 1]?.fold === '-') &&
    tokens[first - 1]?.fold !== 'the' &&
    tokens[first - 1]?.fold !== 'its'
  )
    first -= 1
  return first
}

/** "… plant in Pune": the place makes it one plant. */
function isPlaced(tokens: readonly Token[], last: number): boolean {
  return ['in', 'at', 'near'].includes(tokens[last + 1]?.fold ?? '') && isCapital(tokens[last + 2])
}

const BUILDING = new Set(
  'build builds built building construct constructs constructing constructed operates operate operated operating runs run running opened opens open opening inaugurated inaugurates commissioned commissions plans planned plan planning owns launched started acquired expanded has establish established sets completed'.split(
    ' ',
  ),
)

/** A plant known by description only is worth a node where someone builds or runs it. */
function isBuilt(tokens: readonly Token[], first: number): boolean {
  return tokens.slice(Math.max(0, first - 9), first).some(({ fold }) => BUILDING.has(fold))
}

/** "Onsala" for "Onsala copper smelter". */
function shortNames(tokens: readonly Token[], text: string, first: number, last: number): string[] {
  let end = first
  while (end + 1 < last && isCapital(tokens[end + 1])) end += 1
  return end + 1 < last ? [text.slice((tokens[first] as Token).start, (tokens[end] as Token).end)] : []
}
