import { foldName } from './fold-name.ts'

/** A person's name, taken apart as far as its own spelling allows. */
export interface PersonName {
  /** Without titles and letters after the name. */
  name: string
  /** As written, in order: "H.E.", "Prof.", "PhD". */
  titles: string[]
  /** Where the text marks it: upper case ("LI Jinhui") or a comma ("Li, Jinhui"). */
  family?: string
}

const LONGEST_NAME = 120

const LEADING = new Set(
  `dr dra drs prof professor profesor profesora mr mrs ms miss mx sir dame lord lady he hon honourable honorable excellency his her
  datuk dato datin dato' tun tan sri seri haji hajah ir engr eng ing dipl-ing sr sra srta señor señora don doña lic m mme mlle monsieur madame
  herr frau assoc associate asst assistant academician ambassador khun pak bapak ibu shri smt sheikh gen col capt rev madam ts sdr`.split(
    /\s+/,
  ),
)
/** Titles that are also first names or words: taken off only before at least two further words. */
const WEAK_LEADING = new Set([
  'he',
  'his',
  'her',
  'don',
  'm',
  'sri',
  'ir',
  'ing',
  'eng',
  'gen',
  'ts',
  'tan',
  'tun',
  'associate',
  'assistant',
  'lord',
])
const TRAILING = new Set(
  `phd ph.d dphil drsc dsc sc.d md msc m.sc mba ma m.a bsc b.sc ba meng m.eng ceng beng llm llb jd esq jr sr ii iii iv pe p.e cpa fimmm frs obe mbe cbe
  st s.t mt m.t m.si se s.e sh s.h m.sc.eng mp mpa`.split(/\s+/),
)
const HAN_TITLES =
  /(?:先生|女士|小姐|博士|教授|副教授|院士|工程师|主任|所长|院长|部长|司长|处长|经理|总裁|董事长|研究员)$/u

const bare = (word: string): string => word.toLowerCase().replaceAll(/^[("']+|[.,)"]+$/g, '')
const undotted = (word: string): string => bare(word).replaceAll('.', '')

/** Takes titles off a person's name. `null` where nothing of a name remains. */
export function parsePersonName(text: string): PersonName | null {
  const clipped = text.slice(0, LONGEST_NAME).normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  const han = /^[\p{Script=Han}·]{2,}$/u.test(clipped)
  if (han) return parseHanName(clipped)
  const titles: string[] = []
  const [before = '', ...after] = clipped.split(/\s?,\s?/u)
  const words = before.split(/\s/u).flatMap(splitJoinedTitle)
  while (words.length > 1 && isLeadingTitle(words, titles.length)) titles.push(words.shift() as string)
  const tail: string[] = []
  while (words.length > 2 && TRAILING.has(bare(words.at(-1) as string))) tail.unshift(words.pop() as string)
  const rest = after.filter((part) => {
    const isTitle = part.split(' ').every((word) => TRAILING.has(bare(word)) || LEADING.has(bare(word)))
    if (isTitle && part) tail.push(...part.split(' '))
    return part && !isTitle
  })
  // "Li, Jinhui": family name first, marked by the comma. Anything longer after a comma is no part of a name.
  const given =
    rest.length === 1 && rest[0] && rest[0].split(' ').length <= 3 && words.length <= 2 ? rest[0] : undefined
  const name = (given ? [given, ...words] : words).join(' ').replaceAll(/^[^\p{L}]+|[^\p{L}.')]+$/gu, '')
  if (!/\p{L}/u.test(name)) return null
  const family = given ? words.join(' ') : upperCaseFamily(words)
  return { name, titles: [...titles, ...tail], ...(family && { family }) }
}

function parseHanName(text: string): PersonName {
  const title = HAN_TITLES.exec(text)?.[0]
  const name = title && text.length - title.length >= 2 ? text.slice(0, -title.length) : text
  return { name, titles: name === text || !title ? [] : [title] }
}

/** "Prof.Dr.Li" is three words. */
function splitJoinedTitle(word: string): string[] {
  const parts = word.split(/(?<=\.)(?=\p{Lu}\p{Ll})/u)
  return parts.length > 1 && LEADING.has(undotted(parts[0] as string)) ? parts : [word]
}

function isLeadingTitle(words: string[], titlesBefore: number): boolean {
  const first = words[0] as string
  const key = undotted(first)
  if (!LEADING.has(key) && !LEADING.has(bare(first))) return false
  if (first.endsWith('.') || !WEAK_LEADING.has(key) || /^(?:tan|tun) sri\b/i.test(words.join(' '))) return true
  // "Tan Mei Ling" and "Don Smith" are names; "Dato' Sri Ahmad Faizal" has two titles.
  return words.length > (titlesBefore > 0 ? 2 : 3) && key !== 'tan' && key !== 'tun'
}

function upperCaseFamily(words: string[]): string | undefined {
  const upper = words.filter((word) => /^\p{Lu}[\p{Lu}'’-]+$/u.test(word))
  return upper.length > 0 && upper.length < words.length ? upper.join(' ') : undefined
}

/**
 * Keys under which spellings of one person meet: both name orders, hyphens joined ("Kai-hua", "Kaihua"), middle initials dropped.
 * Initials of first names are no key: "J. Li" is many people. See `personInitialKey` for a weak one.
 */
export function personKeys(name: string): string[] {
  const parsed = parsePersonName(name)
  if (!parsed) return []
  const keys = new Set<string>()
  for (const spelling of [parsed.name, parsed.name.replaceAll(/(?<=\p{L})[-‐’'](?=\p{L})/gu, '')]) {
    const words = foldName(spelling).split(' ').filter(Boolean)
    addOrders(words, keys)
    const short = words.filter((word, index) => word.length > 1 || index === 0 || index === words.length - 1)
    if (short.length >= 2) addOrders(short, keys)
  }
  return [...keys]
}

/** As written, with the last word first, and with the first word last: the two orders of a two-part name. */
function addOrders(words: string[], keys: Set<string>): void {
  if (words.length === 0) return
  keys.add(words.join(' '))
  if (words.length < 2 || words.length > 4) return
  keys.add([words.at(-1), ...words.slice(0, -1)].join(' '))
  keys.add([...words.slice(1), words[0]].join(' '))
  if (words.length === 3) {
    // "Wu Mei lin" and "Meilin Wu": a given name of two syllables is written as one word or two.
    const [first, second, third] = words as [string, string, string]
    if (second.length <= 6 && third.length <= 6)
      keys.add(`${first} ${second}${third}`).add(`${second}${third} ${first}`)
  }
}

/** A weak key: family name as far as it can be told, with the other initials. Many people share it; use it only beside other evidence. */
export function personInitialKey(name: string): string | null {
  const parsed = parsePersonName(name)
  if (!parsed) return null
  const words = foldName(parsed.name).split(' ').filter(Boolean)
  if (words.length < 2) return null
  const family = parsed.family ? foldName(parsed.family) : (words.at(-1) as string)
  const initials = words.filter((word) => !family.split(' ').includes(word)).map((word) => word.charAt(0))
  return initials.length > 0 ? `${family} ${initials.join('')}` : null
}
