import { findCountry } from '../../../graph/values/country.ts'
import type { Sentence } from '../../segment/sentence.ts'
import { isCapital, type Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'
import type { Run } from './capital-runs.ts'
import { type DocumentContext, isTitleCased } from './document-context.ts'
import { legalFormAt } from './grow-name.ts'
import { COMMON_VERBS, DETERMINERS } from './words/function-words.ts'
import { LEADING_FORMS, WEAK_FORMS } from './words/legal-forms.ts'
import { COMPANY_HEADS, COMPANY_NOUNS } from './words/name-heads.ts'
import { ROLES, TITLES } from './words/person-words.ts'

/** Verbs whose subject is a company more than anything else. Folded. */
const COMPANY_VERBS = new Set(
  `operates runs recycles processes produces manufactures acquired acquires launched launches owns supplies invested invests signed plans announced announces treats
  smelts refines collects extracts recovers sells employs commissioned expanded expands built builds opened opens reported has-agreed inaugurated delivers offers specialises specializes
  develops makes ships exports raised converts handles`.split(/\s+/),
)

/** Companies by legal form, by the last word of the name, by a noun for a company beside the name, or by what they do. */
export function findCompanies(
  sentence: Sentence,
  text: string,
  runs: readonly Run[],
  context: DocumentContext,
): Candidate[] {
  const { tokens } = sentence
  const found: Candidate[] = []
  const add = (first: number, last: number, rule: string, score: number): void => {
    const start = (tokens[first] as Token).start
    const end = (tokens[last] as Token).end
    found.push({ start, end, first, last, type: 'Enterprise', name: text.slice(start, end), rule, score })
  }
  const titled = isTitleCased(tokens)
  runs.forEach((run, index) => {
    const run0 = dropCompanyNoun(tokens, run, sentence.start, context)
    const formed = withLegalForm(tokens, runs, index, run0)
    if (formed) {
      add(formed.first, formed.last, 'company-legal-form', 0.97)
      return
    }
    if (titled) return
    const { first, last } = run0
    if (
      LEADING_FORMS.has((tokens[first] as Token).fold) &&
      (tokens[first] as Token).shape === 'upper' &&
      last > first
    ) {
      add(first, last, 'company-leading-form', 0.93)
      return
    }
    const words = tokens.slice(first, last + 1).filter(({ shape }) => shape !== 'mark')
    const head = (tokens[last] as Token).stem
    if (
      words.length >= 2 &&
      words.length <= 5 &&
      COMPANY_HEADS.has(head) &&
      (tokens[last] as Token).shape !== 'upper' &&
      isOwnName(tokens, first, last)
    ) {
      add(first, last, 'company-head', besideNoun(tokens, first, last) ? 0.92 : 0.72)
      return
    }
    const noun = besideNoun(tokens, first, last)
    if (noun && isNameLike(tokens, first, last, sentence.start, context)) add(first, last, 'company-noun', 0.89)
    else if (
      words.length <= 3 &&
      isNameLike(tokens, first, last, sentence.start, context) &&
      actsAsCompany(tokens, first, last)
    )
      add(first, last, 'company-acts', 0.68)
  })
  return found
}

/** "Competitor Umbra Co. Ltd": the noun that opens a sentence with a capital is no part of the name. */
function dropCompanyNoun(
  tokens: readonly Token[],
  run: Run,
  sentenceStart: number,
  { lowerWords }: DocumentContext,
): Run {
  const first = tokens[run.first] as Token
  if (
    run.first < run.last &&
    first.start === sentenceStart &&
    (COMPANY_NOUNS.has(first.stem) ||
      (lowerWords.has(first.fold) && first.shape === 'capital' && first.fold.endsWith('ed')))
  ) {
    return { first: run.first + 1, last: run.last }
  }
  return run
}

function withLegalForm(tokens: readonly Token[], runs: readonly Run[], index: number, run: Run): Run | null {
  for (let at = run.first + 1; at <= run.last + 1; at += 1) {
    const form = legalFormAt(tokens, at)
    if (form === null) continue
    const opener = tokens[tokens[at]?.fold === ',' ? at + 1 : at] as Token
    const weak = form.words.length === 1 && WEAK_FORMS.has(form.words[0] ?? '')
    if (
      weak &&
      !(isCapital(opener) && (opener.shape === 'upper' || opener.text.length > 3 || tokens[form.last]?.fold === '.'))
    )
      continue
    if (weak && tokens[at]?.fold === ',') continue
    return {
      first: withLinks(tokens, runs, withAside(tokens, runs, index, run.first)),
      last: withCountry(tokens, form.last, run.last),
    }
  }
  // "Umbra (Wuxi) Materials Co., Ltd." and "Umbra (Holdings)": the parenthesis is inside the name.
  const close = asideAfter(tokens, run.last)
  if (close === null) return null
  const form = legalFormAt(tokens, close + 1)
  if (form) return { first: run.first, last: form.last }
  const later0 = runs.findIndex(({ first }) => first === close + 1)
  const next = runs[later0]
  if (next) {
    const later = withLegalForm(tokens, runs, later0, next)
    if (later) return { first: run.first, last: later.last }
    if (COMPANY_HEADS.has((tokens[next.last] as Token).stem)) return { first: run.first, last: next.last }
  }
  return null
}

/** "Umbra Corporation Vietnam": a country written on behind the form tells the subsidiary from its parent. */
function withCountry(tokens: readonly Token[], form: number, end: number): number {
  const next = tokens[form + 1]
  return form < end && next?.shape === 'capital' && next.spaced && findCountry(next.text) !== null ? form + 1 : form
}

function asideAfter(tokens: readonly Token[], last: number): number | null {
  if (tokens[last + 1]?.fold !== '(' || !isCapital(tokens[last + 2])) return null
  if (tokens[last + 3]?.fold === ')') return last + 3
  return null
}

function withAside(tokens: readonly Token[], runs: readonly Run[], index: number, first: number): number {
  const previous = runs[index - 1]
  if (previous && tokens[first - 1]?.fold === ')' && asideAfter(tokens, previous.last) === first - 1)
    return previous.first
  return first
}

/** "Umbra del Norte S.A.": Romance names go on over small words. */
function withLinks(tokens: readonly Token[], runs: readonly Run[], first: number): number {
  let at = first - 1
  while (
    at > 0 &&
    ['de', 'del', 'la', 'los', 'las', 'do', 'da', 'du', 'des', 'y', 'e'].includes(tokens[at]?.fold ?? '')
  )
    at -= 1
  if (at === first - 1) return first
  return runs.find(({ last }) => last === at)?.first ?? first
}

/** "the recycler Umbra", "Umbra, a producer of …", "Umbra is a maker of …", "companies Umbra and Penta". */
function besideNoun(tokens: readonly Token[], first: number, last: number): boolean {
  const before = tokens[first - 1]
  if (before && COMPANY_NOUNS.has(before.stem)) return true
  if (before && (before.fold === 'and' || before.fold === ',')) {
    for (let at = first - 2; at > first - 9 && at >= 0; at -= 1) {
      const token = tokens[at] as Token
      const plural = COMPANY_NOUNS.has(token.stem) && token.fold !== token.stem
      if (plural) return isCapital(tokens[at + 1])
      if (!isCapital(token) && !['(', ')', ',', 'and'].includes(token.fold)) break
    }
  }
  let at = last + 1
  if (tokens[at]?.fold === '(') {
    while (at < tokens.length && tokens[at]?.fold !== ')' && at < last + 8) at += 1
    at += 1
  }
  const link = tokens[at]?.fold
  if (link !== ',' && link !== 'is' && link !== 'was') return false
  if (
    !DETERMINERS.has(tokens[at + 1]?.fold ?? '') &&
    !/^(?:un|una|la|el|le|une|der|die|ein|eine|parent|formerly|part)$/.test(tokens[at + 1]?.fold ?? '') &&
    !COMPANY_NOUNS.has(tokens[at + 1]?.stem ?? '')
  )
    return false
  for (let next = at + 1; next < at + 10; next += 1) {
    const token = tokens[next]
    if (!token || (token.shape === 'mark' && token.fold !== '-' && token.fold !== "'s")) return false
    if (
      COMMON_VERBS.has(token.fold) ||
      token.fold === 'que' ||
      token.fold === 'of' ||
      token.fold === 'who' ||
      token.fold === 'which' ||
      token.fold === 'and'
    )
      return false
    if (ROLES.has(token.stem)) return false
    if (COMPANY_NOUNS.has(token.stem)) return next > at + 1
  }
  return false
}

/** Adjectives and fields that make a phrase of a company word, not a name: "Natural Resources", "Advanced Recycling". */
const PLAIN_OPENERS = new Set(
  'natural human national international regional global advanced clean circular renewable mineral water solid hazardous metal waste resource environmental industrial sustainable municipal public private local central general department working energy zero green big special rare primary secondary recycled electronic electric household demonstration technical scientific'.split(
    ' ',
  ),
)

function isOwnName(tokens: readonly Token[], first: number, last: number): boolean {
  const opener = tokens[first] as Token
  const word = (tokens[last] as Token).stem
  if (word === 'group' && /^(?:working|task|expert|advisory|steering)$/.test((tokens[last - 1] as Token).fold))
    return false
  if (PLAIN_OPENERS.has(opener.stem) && opener.shape !== 'upper') return false
  const after = tokens[last + 1]
  const before = tokens[first - 1]
  if ((after?.fold === 'and' || after?.fold === '&') && isCapital(tokens[last + 2]) && tokens[first - 1]?.fold === 'of')
    return false
  return !(before?.fold === 'and' && isCapital(tokens[first - 2]) && opener.stem !== opener.fold)
}

function actsAsCompany(tokens: readonly Token[], first: number, last: number): boolean {
  const after = tokens[last + 1]
  if (after && COMPANY_VERBS.has(after.fold)) return true
  // "Umbra Nacional, founded in 1952, …"
  if (
    last > first &&
    after?.fold === ',' &&
    /^(?:founded|established|headquartered|listed)$/.test(tokens[last + 2]?.fold ?? '')
  )
    return true
  if (after?.fold === 'has' && COMPANY_VERBS.has(tokens[last + 2]?.fold ?? '')) return true
  if (after?.fold === "'s" && COMPANY_ASSETS.has(tokens[last + 2]?.stem ?? '')) return true
  const before = tokens[first - 1]
  const earlier = tokens[first - 2]
  if (before?.fold === 'of' && earlier && CHIEFS.has(earlier.fold)) return true
  if (before?.fold === 'with' && earlier && AGREEING.has(earlier.fold)) return true
  if (
    before?.fold === 'from' &&
    earlier &&
    ['ordered', 'bought', 'purchased', 'licensed', 'acquired', 'sourced'].includes(earlier.fold)
  )
    return true
  return before?.fold === 'by' && earlier !== undefined && OWNING.has(earlier.fold)
}

const COMPANY_ASSETS = new Set(
  'plant smelter facility ceo president process technology refinery customer shareholder business operation production site factory product subsidiary capacity chief'.split(
    ' ',
  ),
)
const CHIEFS = new Set(
  'ceo president director chairman manager founder executive officer cto coo cfo shareholder subsidiary unit customer supplier'.split(
    ' ',
  ),
)
const AGREEING = new Set(
  'agreed partnered agreement contract venture partnership collaboration deal cooperates cooperated worked works cooperation together'.split(
    ' ',
  ),
)
const OWNING = new Set(
  'owned operated run built developed supplied acquired founded bought designed manufactured'.split(' '),
)

/** A run that is a name and not just a word with a capital: not the opening word of a sentence the text also writes small. */
function isNameLike(
  tokens: readonly Token[],
  first: number,
  last: number,
  sentenceStart: number,
  { lowerWords }: DocumentContext,
): boolean {
  const token = tokens[first] as Token
  if (first === last && token.text.length < 2) return false
  if (first === last && token.start === sentenceStart && token.shape === 'capital' && lowerWords.has(token.fold))
    return false
  return !ROLES.has((tokens[last] as Token).stem) && !ROLES.has(token.stem) && !TITLES.has(token.fold)
}
