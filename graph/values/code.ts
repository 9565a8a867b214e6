import { findListOfWasteCode } from './list-of-waste.ts'
import type { CodeValue } from './value.ts'

/** A code with its place in a text; `text.slice(start, end) === value.text`. */
export interface FoundCode {
  start: number
  end: number
  value: CodeValue
}

type Scheme = CodeValue['scheme']

/** First and last entry of each section of Annexes VIII (A) and IX (B) of the Basel Convention, as in force since January 2025. */
const BASEL_SECTIONS: Record<string, [number, number]> = {
  A1: [1010, 1190],
  A2: [2010, 2060],
  A3: [3010, 3210],
  A4: [4010, 4160],
  B1: [1010, 1250],
  B2: [2010, 2130],
  B3: [3010, 3140],
  B4: [4010, 4030],
}

/** Highest number of each US hazardous waste list, 40 CFR part 261. */
const RCRA_LISTS: Record<string, number> = { K: 181, F: 39, D: 43, P: 205, U: 411 }

/** "HS 2022" names an edition of the nomenclature; chapter 20 has nine headings, of which 2002 and 2007 lose to the editions. */
const HS_EDITIONS = /^20(?:0[027]|[1-9]\d)$/

const WORDS: Record<Scheme, string> = {
  'eu-low':
    '(?:EWC|LoW|LER|AVV|EAK|CER|European Waste Catalogue|List of Waste|European List of Waste|waste code)(?: (?:codes?|entry|entries|no\\.?))?',
  hs: '(?:H\\.?S\\.?|HTS|Harmoni[sz]ed System)(?: (?:sub)?(?:codes?|headings?|no\\.?))?|(?:CN|tariff|customs) (?:sub)?(?:codes?|headings?)',
  'basel-annex': 'Basel(?: Convention)?(?: Annex (?:VIII|IX))?(?: (?:codes?|entry|entries))?',
  'basel-y': 'Basel(?: Convention)?(?: Annex (?:II|I))?(?: (?:codes?|categor(?:y|ies)))?',
  'us-rcra': '(?:RCRA|US EPA|EPA)(?: (?:hazardous )?(?:waste )?(?:codes?|no\\.?|number))?',
  oecd: 'OECD(?: (?:green list|amber list))?(?: (?:codes?|entry))?',
}

const GAP = '[ \\u00a0\\u202f\\u2009]'
const SHAPES: Record<Scheme, string> = {
  'eu-low': `\\d{2}[ .\\u00a0\\u202f\\u2009-]?\\d{2}[ .\\u00a0\\u202f\\u2009-]?\\d{2}${GAP}?\\*?`,
  hs: '\\d{4}(?:[.]?\\d{2}){0,3}',
  'basel-annex': `[AB][ \\u00a0-]?[1-4]\\d{3}`,
  'basel-y': 'Y[ \\u00a0-]?[1-4]?\\d',
  'us-rcra': '[KFDPU]-?\\d{3}',
  oecd: '(?:A[A-D]|G[A-O]|R[A-C])[ \\u00a0-]?\\d{3}',
}

/** Order matters only where shapes overlap: a starred or listed six-digit code is tried before a tariff number. */
const SCHEMES: readonly Scheme[] = ['eu-low', 'basel-annex', 'basel-y', 'us-rcra', 'oecd', 'hs']

function normalise(scheme: Scheme, written: string): string | null {
  const compact = written.toUpperCase().replaceAll(/[^A-Z\d]/g, '')
  const number = Number(compact.replace(/^[A-Z]+/, ''))
  switch (scheme) {
    case 'eu-low':
      return findListOfWasteCode(compact)
    case 'hs': {
      const chapter = Number(compact.slice(0, 2))
      if (chapter < 1 || chapter > 97 || compact.length % 2 === 1 || HS_EDITIONS.test(compact)) return null
      return compact.length === 4 ? compact : `${compact.slice(0, 4)}.${compact.slice(4, 6)}`
    }
    case 'basel-annex': {
      const section = BASEL_SECTIONS[compact.slice(0, 2)]
      return section && number >= section[0] && number <= section[1] ? compact : null
    }
    case 'basel-y':
      return number >= 1 && number <= 49 ? `Y${number}` : null
    case 'us-rcra':
      return number >= 1 && number <= (RCRA_LISTS[compact.charAt(0)] ?? 0) ? compact : null
    case 'oecd':
      // Every code of the OECD lists counts in tens.
      return number > 0 && number % 10 === 0 ? compact : null
  }
}

const WHOLE = SCHEMES.map((scheme) => ({
  scheme,
  pattern: new RegExp(`^(?:(?:${WORDS[scheme]}):?${GAP}?)?(${SHAPES[scheme]})$`, 'iu'),
  named: new RegExp(`^(?:${WORDS[scheme]})`, 'iu'),
}))

/**
 * Reads a text that is one code, with or without the name of its scheme: `EWC 10 02 07*`, `100207`, `K061`, `HS 2620`, `A4100`.
 * `null` where no scheme has such an entry. A bare tariff number is taken only with its scheme's name: it is a number otherwise.
 */
export function parseCode(text: string): CodeValue | null {
  const trimmed = text.replaceAll(/\s+/gu, ' ').trim()
  if (trimmed.length > 80) return null
  for (const { scheme, pattern, named } of WHOLE) {
    const written = pattern.exec(trimmed)?.[1]
    if (!written || (scheme === 'hs' && !named.test(trimmed))) continue
    const code = normalise(scheme, written)
    if (code) return { kind: 'code', text: trimmed, scheme, code }
  }
  return null
}

/** Codes that speak for themselves in running text. */
const BARE: [Scheme, RegExp][] = [
  [
    'eu-low',
    /(?<![\d.,*-]|\d[ \u00a0])(?:[01]\d|20)([ \u00a0\u202f])\d{2}\1\d{2}(?:[ \u00a0]?\*|(?![ \u00a0]?\d|[.,-]\d|[\p{L}%]))/gu,
  ],
  ['eu-low', /(?<![\d.,-])(?:[01]\d|20)\d{4} ?\*(?!\*)/g],
  ['basel-annex', /(?<![\p{L}\p{N}-])[AB][1-4]\d{3}(?![\p{L}\p{N}]|-\d)/gu],
  ['basel-y', /(?<![\p{L}\p{N}-])Y[1-4]\d(?![\p{L}\p{N}]|[.,]\d)/gu],
  ['us-rcra', /(?<![\p{L}\p{N}-])[KF]\d{3}(?![\p{L}\p{N}]|[.,-]\d)/gu],
  ['oecd', /(?<![\p{L}\p{N}-])(?:A[A-D]|G[A-O]|R[A-C])\d{3}(?![\p{L}\p{N}])/gu],
]

const LIST_LINK = `(?:${GAP}{0,2}(?:,|;|/|and|or|&|、|和|及|或|y|et)${GAP}{0,2}){1,2}`

/** Codes introduced by their scheme's name, and the list that may follow: "HS 7204, 7404 and 7602". */
const NAMED = SCHEMES.map((scheme) => ({
  scheme,
  lead: new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS[scheme]})(?:${GAP}?[:（(])?${GAP}{0,2}`, 'giu'),
  item: new RegExp(`${SHAPES[scheme]}(?![\\p{L}\\p{N}])`, 'iyu'),
  link: new RegExp(LIST_LINK, 'iyu'),
}))

interface ListForm {
  scheme: Scheme
  item: RegExp
  link: RegExp
}

/** The codes of a list from one that begins at `position`. */
function* findItems(text: string, position: number, { scheme, item, link }: ListForm): Generator<FoundCode> {
  for (let start = position; ; start = link.lastIndex) {
    item.lastIndex = start
    const written = item.exec(text)?.[0]?.trimEnd()
    const code = written ? normalise(scheme, written) : null
    if (!written || !code) return
    yield { start, end: start + written.length, value: { kind: 'code', text: written, scheme, code } }
    link.lastIndex = start + written.length
    if (!link.test(text)) return
  }
}

function* findNamed(text: string): Generator<FoundCode> {
  for (const form of NAMED) {
    for (const match of text.matchAll(form.lead)) yield* findItems(text, match.index + match[0].length, form)
  }
}

function* findBare(text: string): Generator<FoundCode> {
  for (const [scheme, pattern] of BARE) {
    for (const match of text.matchAll(pattern)) {
      const code = normalise(scheme, match[0])
      const end = match.index + match[0].length
      if (!code) continue
      yield { start: match.index, end, value: { kind: 'code', text: match[0], scheme, code } }
      // "K061 and D008": in a list even the shapes that say nothing alone are codes.
      const form = NAMED.find((one) => one.scheme === scheme)
      if (scheme === 'us-rcra' && form) {
        form.link.lastIndex = end
        if (form.link.test(text)) yield* findItems(text, form.link.lastIndex, form)
      }
    }
  }
}

/** Every waste and tariff code in a text, in order, without overlaps; where two readings overlap, the named one stands. */
export function findCodes(text: string): FoundCode[] {
  const named = [...findNamed(text)]
  const found = [...named, ...findBare(text)].map((code, rank) => ({ code, rank }))
  found.sort((a, b) => a.code.start - b.code.start || a.rank - b.rank)
  const kept: FoundCode[] = []
  for (const { code } of found) if (code.start >= (kept.at(-1)?.end ?? 0)) kept.push(code)
  return kept
}
