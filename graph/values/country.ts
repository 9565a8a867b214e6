import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { foldName } from './fold-name.ts'

/** A country or territory of ISO 3166-1. */
export interface CountryRef {
  /** ISO 3166-1 alpha-2. */
  code: string
  /** English short name. */
  name: string
}

/** One name of a country, for a gazetteer. */
export interface CountryName {
  name: string
  /** ISO 639-1. */
  language: string
  /** ISO 3166-1 alpha-2. */
  code: string
  /** An adjective ("Chinese"), not a name of the place. */
  demonym?: true
  /** Means the country only in exactly this spelling: "US", "Polish". */
  exactCase?: true
  /** Also a common word, a person or another place: needs context. */
  ambiguous?: true
}

interface OwnNames {
  short: Record<string, string>
  aliases: Record<string, Record<string, string[]>>
  demonyms: Record<string, string[]>
  ambiguous: string[]
}

const LANGUAGES = ['en', 'zh', 'es', 'fr', 'id', 'th', 'vi', 'ru', 'ar', 'ko', 'ja', 'fa', 'km', 'bn', 'ms', 'de', 'pt']
/** Also asked of the runtime's own tables (CLDR), which use other common forms and know more locales. */
const RUNTIME_LOCALES = [...LANGUAGES, 'lo', 'zh-Hant']

const require = createRequire(import.meta.url)
const own: OwnNames = JSON.parse(readFileSync(join(packageRoot(), 'graph/values/countries.json'), 'utf8'))

function readLocale(language: string): Record<string, string | string[]> {
  return require(`i18n-iso-countries/langs/${language}.json`).countries
}

const english = readLocale('en')
const CODES: readonly string[] = Object.keys(english)

/** The name shown: English by default, else the given language where we have one. `null` for an unknown code. */
export function countryName(code: string, language = 'en'): string | null {
  if (!Object.hasOwn(english, code)) return null
  if (language === 'en') return own.short[code] ?? [english[code] ?? code].flat()[0] ?? null
  if (LANGUAGES.includes(language)) return [readLocale(language)[code] ?? []].flat()[0] ?? countryName(code)
  try {
    return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code) ?? countryName(code)
  } catch {
    return countryName(code)
  }
}

function* collectNames(): Generator<CountryName> {
  for (const language of LANGUAGES) {
    const locale = readLocale(language)
    for (const code of CODES) for (const name of [locale[code] ?? []].flat()) yield { name, language, code }
  }
  for (const language of RUNTIME_LOCALES) {
    const runtime = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of CODES) {
      const name = runtime.of(code)
      if (name) yield { name, language: language.slice(0, 2), code }
    }
  }
  for (const [code, name] of Object.entries(own.short)) yield { name, language: 'en', code }
  for (const [code, byLanguage] of Object.entries(own.aliases)) {
    for (const [language, names] of Object.entries(byLanguage)) for (const name of names) yield { name, language, code }
  }
}

/** Initialisms and three-letter forms are words in lower case ("us"), so only their own spelling counts. */
function needsExactCase(name: string): boolean {
  return /^[A-Z](?:\.? ?[A-Z]\.?){1,4}$/.test(name)
}

let names: readonly CountryName[] | undefined

/** Every name and adjective we know, each once per language. */
export function countryNames(): readonly CountryName[] {
  if (names) return names
  const seen = new Set<string>()
  const found: CountryName[] = []
  for (const entry of collectNames()) {
    const key = `${entry.language}\u0000${entry.code}\u0000${entry.name}`
    if (seen.has(key) || entry.name.length < 2) continue
    seen.add(key)
    if (needsExactCase(entry.name)) entry.exactCase = true
    if (own.ambiguous.includes(entry.name)) entry.ambiguous = true
    found.push(entry)
  }
  for (const [code, adjectives] of Object.entries(own.demonyms)) {
    for (const name of adjectives) found.push({ name, language: 'en', code, demonym: true, exactCase: true })
  }
  names = found
  return found
}

let byFoldedName: Map<string, string> | undefined

function exactForm(name: string): string {
  return `=${name.normalize('NFC').toLowerCase()}`
}

function indexNames(): Map<string, string> {
  if (byFoldedName) return byFoldedName
  byFoldedName = new Map()
  // Own names come last in the list but decide where two countries share a name ("Congo", "Korea").
  for (const { name, code, demonym } of [...countryNames()].reverse()) {
    if (demonym) continue
    // The exact form comes first: folding drops vowel signs, and with them Khmer Angola becomes Anguilla.
    for (const key of [exactForm(name), foldName(name)]) if (key && !byFoldedName.has(key)) byFoldedName.set(key, code)
  }
  return byFoldedName
}

const REALM =
  /^(?:the )?(?:(?:islamic|socialist|federal|federative|arab|people s|democratic|union|united) )*(?:republic|kingdom|sultanate|commonwealth|principality) of (?:the )?/

/**
 * The country a name stands for, in any of our languages, by short, official or common name, or by an upper-case ISO 3166-1
 * alpha-2 code. Adjectives are not names: see `findCountryByDemonym`.
 */
export function findCountry(name: string): CountryRef | null {
  const trimmed = name.trim()
  if (/^[A-Z]{2}$/.test(trimmed) && Object.hasOwn(english, trimmed)) return refer(trimmed)
  const index = indexNames()
  const folded = foldName(trimmed)
  const bare = folded.replace(/^the /, '')
  const code =
    index.get(exactForm(trimmed)) ?? index.get(folded) ?? index.get(bare) ?? index.get(bare.replace(REALM, ''))
  return code ? refer(code) : null
}

/** The country an English adjective points to: "Chinese" → CN. Case counts: "polish" is not Poland's. */
export function findCountryByDemonym(adjective: string): CountryRef | null {
  for (const [code, adjectives] of Object.entries(own.demonyms)) if (adjectives.includes(adjective)) return refer(code)
  return null
}

function refer(code: string): CountryRef {
  return { code, name: countryName(code) ?? code }
}
