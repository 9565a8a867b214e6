import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { Concept, ConceptLabel, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { Sentence } from '../../segment/sentence.ts'
import type { Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'
import { isGrammarWord } from './capital-runs.ts'
import { stemWord } from './stem-word.ts'
import { TokenTrie } from './token-trie.ts'
import { PROCESS_MODIFIERS } from './words/process-words.ts'
import { END_OF_LIFE_HEADS } from './words/waste-words.ts'

/** The labels of the thesaurus, ready to be found in text. */
export interface ConceptLexicon {
  trie: TokenTrie<ConceptLabel>
  /** Stems of all words of labels of waste streams, metals and products. */
  materialWords: ReadonlySet<string>
  thesaurus: Thesaurus
}

const NAMED: readonly string[] = ['Metal', 'WasteStream', 'Technology']

export function createConceptLexicon(thesaurus: Thesaurus): ConceptLexicon {
  const trie = new TokenTrie<ConceptLabel>()
  const materialWords = new Set<string>()
  for (const entry of thesaurus.labels()) {
    if (NAMED.includes(entry.concept.type)) trie.add(entry.label, entry)
    if (entry.language !== 'en' || entry.concept.type === 'Instrument' || entry.concept.type === 'Technology') continue
    for (const word of entry.label.toLowerCase().split(/[^\p{L}]+/u)) {
      if (word.length > 2 && !isGrammarWord(word)) materialWords.add(stemWord(word))
    }
  }
  return { trie, materialWords, thesaurus }
}

/** Metals, waste streams and technologies by the labels of the thesaurus, the longest at each place. */
export function findConcepts({ tokens }: Sentence, text: string, lexicon: ConceptLexicon, written = 'en'): Candidate[] {
  const found: Candidate[] = []
  for (const match of lexicon.trie.scan(tokens, ({ first, last, values }) =>
    speaksOfConcept(tokens, first, last, values, written),
  )) {
    const { first, last, values } = match
    const start = (tokens[first] as Token).start
    const end = (tokens[last] as Token).end
    const { concept, language } = chooseLabel(values, text.slice(start, end))
    found.push({
      start,
      end,
      first,
      last,
      type: concept.type as EntityType,
      name: text.slice(start, end),
      rule: `concept-${language === 'en' || last > first ? 'label' : 'foreign'}`,
      score: first === last ? 0.85 : 0.93,
      worldId: concept.id,
      concept,
    })
  }
  return found
}

/** The label as written wins over one that only meets it after folding, a preferred label over others. */
function chooseLabel(values: readonly ConceptLabel[], surface: string): ConceptLabel {
  const rank = ({ label, kind }: ConceptLabel): number =>
    (label === surface ? 4 : label.toLowerCase() === surface.toLowerCase() ? 2 : 0) + (kind === 'pref' ? 1 : 0)
  return values.reduce((best, label) => (rank(label) > rank(best) ? label : best))
}

/** Activities rather than technologies: with a material before them they name a trade. Stems. */
const ACTIVITIES: ReadonlySet<string> = new Set(
  'recycling reuse sorting melting casting dismantling treatment shredding crushing collection washing disposal recovery separation processing management storage transport repair refurbishment landfill landfilling remanufacturing handling recycle utilisation utilization manufacturing production assessment reduction burning dumping'.split(
    ' ',
  ),
)

const CARRIERS = new Set(
  'technology process method system technique network platform classification loop data facility method burning dumping line plant methodology'.split(
    ' ',
  ),
)

/** "battery recycling", "treatment technology", "collection network": no technology that someone could be asked for. */
function isActivity(tokens: readonly Token[], first: number, last: number): boolean {
  let at = last
  while (at > first && (CARRIERS.has((tokens[at] as Token).stem) || (tokens[at] as Token).shape === 'mark')) at -= 1
  const word = (tokens[at] as Token).stem
  if (ACTIVITIES.has(word) || CARRIERS.has(word)) return !isSpecial(tokens, first, at)
  return at < last && ['waste', 'closed', 'open', 'illegal'].includes(word)
}

/** Concepts that name a trade by what it works on ("zinc recycling", "steel dust treatment"), in whatever language they are met. */
function isTrade({ prefLabel }: Concept): boolean {
  const words = (prefLabel.en ?? '').split(/[\s/]+/)
  const last = stemWord((words.at(-1) ?? '').toLowerCase())
  return (
    ACTIVITIES.has(last) &&
    !words
      .slice(0, -1)
      .some((word) => PROCESS_MODIFIERS.has(stemWord(word.toLowerCase())) && !TRADED.has(word.toLowerCase()))
  )
}

const TRADED = new Set(
  'zinc lead copper nickel cobalt lithium salt slag acid metal alloy secondary mechanical chemical'.split(' '),
)

/** A technical word before the activity makes it one: "magnetic separation", "sensor-based sorting". */
function isSpecial(tokens: readonly Token[], first: number, at: number): boolean {
  return tokens
    .slice(first, at)
    .some(
      ({ fold, stem }) =>
        PROCESS_MODIFIERS.has(stem) &&
        !/^(?:closed|high|low|slag|zinc|lead|copper|nickel|salt|secondary|cobalt|lithium|dry|black|mass|chemical|mechanical|batch|two|multi)$/.test(
          fold,
        ),
    )
}

/** The concept all others are narrower than. */
const ANY_WASTE = 'waste-stream/waste'
const TRADES =
  /^(?:maker|manufacturer|producer|industry|sector|market|price|cell|pack|metal|grade|chemistry|storage|value|technology|passport|group|company|business|expert|production|project|supply|component|chain)s?$/

/** Words too general to say which stream or metal is meant. Stems. */
const TOO_GENERAL = new Set('waste scrap metal slag dust residue sludge ash alloy garbage rubbish'.split(' '))

/** One Chinese character is a metal where no character that would make a longer word stands beside it. */
function isLoneSign(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1]
  const before = tokens[at - 1]
  return (
    (before === undefined || before.shape === 'mark' || /[收和及含的、]/u.test(before.text)) &&
    (after === undefined || after.shape === 'mark' || /[回的和、及]/u.test(after.text))
  )
}

/** Metals whose names are also verbs, qualities or colours. */
const AMBIGUOUS = new Set(['lead', 'tin', 'gold', 'silver', 'mercury', 'platinum', 'iron', 'steel'])
const METAL_COMPANY = new Set(
  `recycled refined secondary primary crude metallic scrap of and or from for with both containing recover recovered recovering recovers copper zinc silver tin nickel
  aluminium recycling produce produces producing smelt soft hard antimonial electrolytic`.split(/\s+/),
)
const METAL_FOLLOWS = new Set(
  `scrap smelter smelting metal recycling ingot bullion producer production slag dust acid alloy concentrate recovery refining refinery ore oxide paste content
  battery and or grid sulphate dross mine prices price`.split(/\s+/),
)
const NOT_METAL_AFTER = new Set(
  'to the a an by in on time role author us them it partner agency engineer researcher award medal standard sponsor coast member prize rush level status plan manager bank'.split(
    ' ',
  ),
)

function speaksOfConcept(
  tokens: readonly Token[],
  first: number,
  last: number,
  values: readonly ConceptLabel[],
  written: string,
): boolean {
  const token = tokens[first] as Token
  // "Waste streams", "Residuos": waste of any kind is no kind of waste.
  if (values.every(({ concept }) => concept.id === ANY_WASTE)) return false
  if (
    values.every(({ concept }) => concept.type === 'Technology') &&
    (isActivity(tokens, first, last) || values.every(({ concept }) => isTrade(concept)))
  )
    return false
  // "steel makers", "copper price": the trade is meant, nothing is recovered.
  if (
    values.every(({ concept }) => concept.type === 'Metal') &&
    /^(?:maker|mill|price|stock|market|futures)s?$/.test(tokens[last + 1]?.fold ?? '')
  )
    return false
  // "battery makers", "battery plant": a thing that is waste only at its end of life, and nothing says it is.
  if (
    first === last &&
    END_OF_LIFE_HEADS.has(token.fold) &&
    values.every(({ concept }) => concept.type === 'WasteStream') &&
    TRADES.test(tokens[last + 1]?.fold ?? '')
  )
    return false
  if (first === last) {
    if (token.shape === 'letter') return values.some(({ language }) => language === 'zh') && isLoneSign(tokens, first)
    if (TOO_GENERAL.has(token.stem)) return false
    if (token.fold.length < 3 || token.fold.endsWith('ical')) return false
    // Initials of one label are words of another language: they count in upper case only.
    if (values.every(({ label }) => label === label.toUpperCase() && label.length < 6) && token.shape === 'lower')
      return false
    if (AMBIGUOUS.has(token.fold)) return isMetalInContext(tokens, first)
    if (values.every(({ language }) => language !== 'en' && language !== written) && token.fold.length < 5) return false
  }
  return true
}

function isMetalInContext(tokens: readonly Token[], at: number): boolean {
  const word = (tokens[at] as Token).fold
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  const next = after === undefined ? '' : after.stem
  if (NOT_METAL_AFTER.has(next)) return false
  if (word !== 'lead') return true
  const previous = before === undefined ? '' : before.stem
  if (
    at === 0 &&
    /^(?:is|was|are)$/.test(next) &&
    /^(?:recovered|refined|produced|extracted|smelted|separated|obtained|cast)$/.test(tokens[at + 2]?.fold ?? '')
  )
    return true
  if (METAL_FOLLOWS.has(next) && previous !== 'to' && !(next === 'and' || next === 'or')) return true
  if (METAL_COMPANY.has(previous) && next !== 'a') return true
  if (previous === ',' && (next === ',' || next === 'and' || next === 'or' || next === '' || next === '.')) return true
  return tokens.length < 5
}
