import { foldName } from '../../graph/values/fold-name.ts'

const LEGAL_FORMS = new Set(
  'inc incorporated ltd limited co corp corporation company llc plc gmbh ag ab asa as sa sas sau spa srl nv bv oy pty pvt pte lp kg kk jsc'.split(
    ' ',
  ),
)
const TITLES = new Set('dr mr ms mrs prof professor dato datuk sir he hon academician engr'.split(' '))

const SPELLINGS: Record<string, string> = {
  aluminium: 'aluminum',
  programme: 'program',
  centre: 'center',
  sulphate: 'sulfate',
  tonne: 'ton',
  organisation: 'organization',
  organised: 'organized',
  fibre: 'fiber',
  sulphur: 'sulfur',
  labour: 'labor',
  vietnam: 'viet nam',
  hanoi: 'ha noi',
  usa: 'united states',
  us: 'united states',
  uk: 'united kingdom',
}

const COUNTRIES: Record<string, string> = {
  korea: 'republic of korea',
  'south korea': 'republic of korea',
  lao: 'lao pdr',
  'lao people democratic republic': 'lao pdr',
  brunei: 'brunei darussalam',
  russia: 'russian federation',
  turkey: 'turkiye',
  'people republic of china': 'china',
  'p r china': 'china',
  'pr china': 'china',
  'chinese mainland': 'china',
  'united states of america': 'united states',
  'great britain': 'united kingdom',
  'islamic republic of iran': 'iran',
  'east timor': 'timor leste',
}

function toSingular(word: string): string {
  if (word.length > 3 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/**
 * The form in which a found name and a label count as equal: as `foldName`, and without legal form, title, leading article,
 * plural and British spelling. More forgiving than resolution may be, for it only compares with a label of the same document.
 */
export function foldLabel(text: string): string {
  const unmarked = text.replace(/[®™©]/g, '').replace(/\b(?:\p{L}\.){2,}/gu, (letters) => letters.replaceAll('.', ''))
  let words = foldName(unmarked)
    .split(' ')
    .filter((word) => word !== '')
  while (words.length > 1 && (TITLES.has(words[0] ?? '') || words[0] === 'the')) words = words.slice(1)
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words = words.slice(0, -1)
  while (words.length > 2 && words.at(-1) === 'and') words = words.slice(0, -1)
  const folded = words.map((word) => SPELLINGS[toSingular(word)] ?? toSingular(word)).join(' ')
  return COUNTRIES[folded] ?? folded
}

const SCALES: Record<string, number> = {
  k: 1e3,
  kt: 1e3,
  thousand: 1e3,
  million: 1e6,
  mt: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
}
const NUMBER = /(\d[\d,]*(?:\.\d+)?)\s?(k\b|kt\b|thousand|million|mt\b|billion|bn\b|m\b)?/g

/** The numbers a text gives, with k, kt, thousand, million and billion understood and commas as thousands. */
export function readNumbers(text: string): number[] {
  return [...text.toLowerCase().replaceAll('\u202f', ' ').matchAll(NUMBER)].map(
    ([, digits = '', scale = '']) => Number(digits.replaceAll(',', '')) * (SCALES[scale] ?? 1),
  )
}
