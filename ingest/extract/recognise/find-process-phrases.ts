import { findCountry, findCountryByDemonym } from '../../../graph/values/country.ts'
import type { Sentence } from '../../segment/sentence.ts'
import { isCapital, type Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'
import { type DocumentContext, isTitleCased } from './document-context.ts'
import type { ConceptLexicon } from './find-concepts.ts'
import { DETERMINERS } from './words/function-words.ts'
import { PROCESS_HEADS, PROCESS_MODIFIERS, WEAK_PROCESS_HEADS } from './words/process-words.ts'
import { WASTE_MODIFIERS } from './words/waste-words.ts'

const LARGE_ACTIVITIES = new Set(
  'reduction recovery washing separation regeneration treatment extraction sorting recycling'.split(' '),
)
const MOST_MODIFIERS = 6
/** "lead furnace", "zinc kiln": what a vessel is for, not which technology it is. Stems. */
const VESSELS = new Set(['furnace', 'kiln', 'converter', 'reactor'])
const METALS = new Set(['zinc', 'lead', 'copper', 'nickel', 'cobalt', 'lithium'])
/** Heads that a material makes a technology of: "hazardous waste incineration". Stems. */
const OF_MATERIALS = new Set(['incineration', 'pyrolysis', 'gasification', 'smelting', 'leaching'])

/**
 * Technologies by head noun: a name before it ("Kaldo furnace", "Ausmelt technology") or at least one technical word
 * ("vacuum distillation", "rotary hearth furnace").
 */
export function findProcessPhrases(
  { tokens, start }: Sentence,
  text: string,
  lexicon: ConceptLexicon,
  context: DocumentContext,
): Candidate[] {
  const found: Candidate[] = []
  if (isTitleCased(tokens)) return found
  for (let last = 1; last < tokens.length; last += 1) {
    const head = (tokens[last] as Token).stem
    if (!PROCESS_HEADS.has(head)) continue
    const after = tokens[last + 1]
    if (isVerb(tokens, last, lexicon)) continue
    if (after?.spaced && PROCESS_HEADS.has(after.stem)) continue
    let first = last
    let technical = 0
    let named = false
    const weak = WEAK_PROCESS_HEADS.has(head)
    for (let at = last - 1; at >= 0 && last - at <= MOST_MODIFIERS; at -= 1) {
      const token = tokens[at] as Token
      if (token.fold === '-' && !token.spaced) continue
      const capital = isNameWord(token, start, context)
      const stem = token.stem
      const known =
        PROCESS_MODIFIERS.has(stem) ||
        /(?:dynamic|chemical|static|lytic|thermic|genic|metallurgical)$/.test(stem) ||
        (OF_MATERIALS.has(head) && (WASTE_MODIFIERS.has(stem) || stem === 'waste')) ||
        PROCESS_HEADS.has(stem)
      if (!(capital || known) || DETERMINERS.has(token.fold) || (named && !capital)) break
      first = at
      named ||= capital && !(weak && isCountryWord(token))
      if (
        known &&
        !(VESSELS.has(head) && METALS.has(stem)) &&
        !WEAK_PROCESS_HEADS.has(stem) &&
        !/^(?:closed|loop|open|high|low|high|short|long|direct|full|inert|large)$/.test(stem)
      )
        technical += 1
    }
    const meant = ['by', 'using', 'via', 'through'].includes(tokens[first - 1]?.fold ?? '')
    // "Carbon Emission Reduction": an activity written large.
    if (named && isCapital(tokens[last]) && LARGE_ACTIVITIES.has(head) && technical === 0) continue
    // "Usual route": the capital of a sentence's first word names nothing.
    if (weak && technical === 0 && first === last - 1 && tokens[first]?.start === start && !isNamed(tokens, first))
      continue
    if (first === last || (!named && technical < (weak && !meant ? 2 : 1))) continue
    const from = (tokens[first] as Token).start
    const end = (tokens[last] as Token).end
    const name = text.slice(from, end)
    const concept = lexicon.thesaurus.byLabel(name).find(({ type }) => type === 'Technology')
    found.push({
      start: from,
      end,
      first,
      last,
      type: 'Technology',
      name,
      rule: concept ? 'concept-label' : named ? 'process-named' : 'process-phrase',
      score: concept ? 0.93 : named ? (soundsLikeCompany(tokens, first, last) ? 0.5 : 0.8) : 0.7,
      ...(concept ? { worldId: concept.id, concept } : {}),
      ...(named && last - first === 1 ? { aliases: [(tokens[first] as Token).text] } : {}),
    })
  }
  return found
}

/** "Essen and Bremen process salt slags": before a waste or metal "process" is a verb. */
function isVerb(tokens: readonly Token[], at: number, { materialWords }: ConceptLexicon): boolean {
  const { fold } = tokens[at] as Token
  const after = tokens[at + 1]
  // "furnaces melting scrap": a participle.
  if (
    fold.endsWith('ing') &&
    /[^s]s$/.test(tokens[at - 1]?.fold ?? '') &&
    after?.shape === 'lower' &&
    materialWords.has(after.stem)
  )
    return true
  if (fold === 'processes' && after?.spaced && (after.shape === 'number' || DETERMINERS.has(after.fold))) return true
  if (!/^process(?:es)?$/.test(fold) || !after?.spaced) return false
  return DETERMINERS.has(after.fold) || (after.shape === 'lower' && materialWords.has(after.stem))
}

/** "Umbra Environmental Technology": written large and of a field, that is a company. */
function soundsLikeCompany(tokens: readonly Token[], first: number, last: number): boolean {
  const head = tokens[last] as Token
  // "Umbra Technologies", "Penta Systems": what is written large and in the plural is a firm.
  if (isCapital(head) && /^(?:technologies|systems)$/.test(head.fold)) return true
  return (
    isCapital(head) &&
    /^(?:technology|technologies|system|systems|recovery)$/.test(head.fold) &&
    last - first > 1 &&
    /^(?:environmental|environment|protection|science|information|new|green|advanced|battery|energy|metal|metals)$/.test(
      (tokens[last - 1] as Token).fold,
    )
  )
}

/** Whether a word is written as a name even where a sentence begins. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.shape === 'upper' || /\p{Ll}\p{Lu}/u.test(tokens[at]?.text ?? '')
}

/** "Korean technology" names none. */
function isCountryWord({ text }: Token): boolean {
  return findCountry(text) !== null || findCountryByDemonym(text) !== null
}

function isNameWord(token: Token, sentenceStart: number, { lowerWords }: DocumentContext): boolean {
  return (
    isCapital(token) && !(token.start === sentenceStart && lowerWords.has(token.fold)) && !DETERMINERS.has(token.fold)
  )
}
