import { foldName } from './fold-name.ts'
import { JOINED_FORMS, LEGAL_FORMS, type LegalForm } from './legal-forms.ts'

/** The name of a company or body, taken apart. */
export interface OrganisationName {
  /** Cleaned: no doubled space, no stray punctuation, no abbreviation in brackets at the end. */
  name: string
  /** Without legal forms: "Umbra" of "Umbra Co., Ltd". Equals `name` where there is none. */
  core: string
  /** The outermost legal form, as usually written. */
  legalForm?: string
  /** ISO 3166-1 alpha-2, where the legal form belongs to one country. */
  country?: string
}

/** A longer text is no name: it is cut here, so that hostile input costs nothing. */
const LONGEST_NAME = 300

interface FormPattern extends LegalForm {
  pattern: RegExp
  /** What a name with this form surely ends or begins with, in lower case. */
  edge: string
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** "S A" matches "S.A.", "S. A." and "s.a."; "Co Ltd" matches "Co., Ltd." and "CO.LTD". */
function compile(legalForm: LegalForm): FormPattern {
  const { form, leads, exactCase } = legalForm
  const words = form.split(' ')
  const body = `${words.map(escapePattern).join('[.,\\s]{0,3}')}\\.?`
  const source = leads ? `^${body}[,\\s]{1,3}` : `(?:[,\\s]{1,3}|,)\\(?${body}\\)?$`
  const edge = lastLetters((leads ? words[0] : words.at(-1)) as string)
  return { ...legalForm, edge, pattern: new RegExp(source, exactCase ? 'u' : 'iu') }
}

function compileJoined(legalForm: LegalForm): FormPattern {
  const { form, leads } = legalForm
  const source = leads ? `^${escapePattern(form)}\\s{0,3}` : `\\s{0,3}${escapePattern(form)}$`
  return { ...legalForm, edge: lastLetters(form), pattern: new RegExp(source, 'u') }
}

/** In lower case, without the stops and brackets that may be left out. */
function lastLetters(text: string): string {
  return text.toLowerCase().replace(/[.)]+$/, '')
}

/** Tried in this order. */
const FORMS: readonly FormPattern[] = [
  ...JOINED_FORMS.map(compileJoined),
  ...LEGAL_FORMS.map(compile).sort((a, b) => b.form.length - a.form.length),
]
const LEADING = FORMS.filter(({ leads }) => leads)
/** By the last letter of a name, since most names end in none of these. */
const TRAILING = new Map<string | undefined, FormPattern[]>()
for (const form of FORMS) {
  if (form.leads) continue
  const letter = form.edge.at(-1)
  TRAILING.set(letter, [...(TRAILING.get(letter) ?? []), form])
}

/** "(UMBR)", "（简称UMBRA）", "(SZSE: 000000)" after a name: what it is also called, not part of it. "(China)" stays. */
const TRAILING_ABBREVIATION =
  /\s{0,3}[(（](?:[\p{Lu}\d][\p{Lu}\d&.-]{1,14}|简称[^()（）]{1,30}|[A-Z]{2,6}\s?:\s?[\w.]{1,12})[)）]$/u
const STRAY_PUNCTUATION = /^[\s,;:·"'“”‘’«»]+|[\s,;:·"'“”‘’«»]+$/gu

/** A document says its names again and again, and every step of its way asks for their parts. */
const known = new Map<string, OrganisationName>()
const MOST_KNOWN = 10_000

/** Takes an organisation's name apart. */
export function parseOrganisationName(text: string): Readonly<OrganisationName> {
  let parsed = known.get(text)
  if (parsed === undefined) {
    parsed = takeApart(text)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, parsed)
  }
  return parsed
}

function takeApart(text: string): OrganisationName {
  const clipped = text.slice(0, LONGEST_NAME).replaceAll(/\s+/gu, ' ').replace(STRAY_PUNCTUATION, '')
  const name = clipped.replace(TRAILING_ABBREVIATION, '') || clipped
  let core = name
  let outermost: FormPattern | undefined
  let country: string | undefined
  for (let form = findForm(core); form; form = findForm(core)) {
    core = core.replace(form.pattern, '').replace(STRAY_PUNCTUATION, '')
    outermost ??= form
    country ??= form.country
  }
  return { name, core, ...(outermost && { legalForm: outermost.form }), ...(country && { country }) }
}

/** The first form of the list that the name bears: only those its end or beginning allows are tried. */
function findForm(name: string): FormPattern | undefined {
  const lower = lastLetters(name)
  const trailing = TRAILING.get(lower.at(-1))?.find((form) => lower.endsWith(form.edge) && bears(name, form))
  const leading = LEADING.find((form) => lower.startsWith(form.edge) && bears(name, form))
  if (!trailing || !leading) return trailing ?? leading
  return FORMS.indexOf(trailing) < FORMS.indexOf(leading) ? trailing : leading
}

function bears(name: string, { pattern, wordy }: FormPattern): boolean {
  if (!pattern.test(name)) return false
  const rest = name.replace(pattern, '').replace(STRAY_PUNCTUATION, '')
  return wordy ? remainsDistinct(rest) : /[\p{L}\p{N}]/u.test(rest)
}

/** Whether a name still tells something apart without its wordy form: two words, or three signs of a script without spaces. */
function remainsDistinct(rest: string): boolean {
  return rest.includes(' ') || /^\p{Script=Han}{3,}$/u.test(rest)
}

const SPELLINGS: [RegExp, string][] = [
  [/\bcenter\b/g, 'centre'],
  [/(?<=[a-z])ization\b/g, 'isation'],
  [/\bprogram\b/g, 'programme'],
  [/\baluminum\b/g, 'aluminium'],
  [/\blabor\b/g, 'labour'],
  [/\bdefense\b/g, 'defence'],
]

/**
 * The key under which spellings of one organisation meet: folded, without article and legal form, in British spelling.
 * "The Umbra Co., Ltd." and "Umbra Co Ltd" share it; "Umbra (Wuxi)" does not.
 */
export function organisationKey(name: string): string {
  let key = foldName(parseOrganisationName(name).core).replace(/^the /, '')
  for (const [american, british] of SPELLINGS) key = key.replaceAll(american, british)
  return key
}
