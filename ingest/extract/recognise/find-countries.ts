import { type CountryName, countryName, countryNames } from '../../../graph/values/country.ts'
import type { Sentence } from '../../segment/sentence.ts'
import type { Token } from '../../segment/token.ts'
import type { Candidate } from './candidate.ts'
import { TokenTrie } from './token-trie.ts'
import { regionCountry } from './words/regions.ts'

let trie: TokenTrie<CountryName> | undefined

function loadTrie(): TokenTrie<CountryName> {
  if (trie) return trie
  trie = new TokenTrie()
  for (const entry of countryNames()) trie.add(entry.name, entry)
  return trie
}

/** The entry of a name that this spelling may stand for. `loose` lets names stand in lower case. */
function choose(entries: readonly CountryName[], surface: string, loose: boolean): CountryName | undefined {
  const cased = surface !== surface.toLowerCase() || surface === surface.toUpperCase()
  let best: CountryName | undefined
  for (const entry of entries) {
    const exact = entry.name === surface
    if (
      entry.exactCase &&
      !exact &&
      !(entry.demonym && loose && entry.name.toLowerCase() === surface && entry.name.length > 5)
    )
      continue
    if (!cased && (!loose || entry.ambiguous || entry.name.length < 4)) continue
    if (best === undefined || (best.demonym && !entry.demonym) || (exact && best.name !== surface)) best = entry
  }
  return best
}

/** Countries by any of their names, and adjectives that point to one. */
export function findCountries({ tokens, start }: Sentence, text: string, loose: boolean): Candidate[] {
  const found: Candidate[] = []
  const chosen = new Map<number, CountryName>()
  const matches = loadTrie().scan(tokens, ({ first, last, values }) => {
    const from = tokens[first]
    const to = tokens[last]
    if (!from || !to || (from.shape === 'letter' && first === last)) return false
    const entry = choose(values, text.slice(from.start, to.end), loose)
    if (entry) chosen.set(first, entry)
    return entry !== undefined
  })
  for (const { first: opener, last } of matches) {
    const entry = chosen.get(opener)
    const first = tokens[opener]?.fold === 'the' && last > opener ? opener + 1 : opener
    const from = tokens[first]
    const to = tokens[last]
    if (!entry || !from || !to || isPartOfCoastOrState(tokens[first - 1]?.fold, entry)) continue
    if (isOfCurrency(tokens[last + 1])) continue
    // "British Columbia", "Western Australia": a province, not the country in its name.
    if (
      regionCountry(`${from.fold} ${tokens[last + 1]?.fold ?? ''}`) ||
      regionCountry(`${tokens[first - 1]?.fold ?? ''} ${to.fold}`)
    )
      continue
    found.push({
      start: from.start,
      end: to.end,
      first,
      last,
      type: 'Country',
      name: countryName(entry.code) ?? entry.name,
      aliases: entry.demonym ? [] : [text.slice(from.start, to.end)],
      rule: entry.demonym ? 'country-adjective' : 'country-name',
      score: entry.ambiguous && from.start === start ? 0.7 : 0.97,
      worldId: `country/${entry.code}`,
      country: entry.code,
      ...(entry.demonym ? { adjective: true as const } : {}),
    })
  }
  return found
}

const CURRENCIES = new Set(
  'dollar pound rupee peso yuan won yen franc rial riyal dinar dirham ringgit krone krona lira real ruble rouble shilling taka baht dong rupiah kip riel cent'.split(
    ' ',
  ),
)

/** "120 million US dollars", "US$ 5 million": money, not a place. */
function isOfCurrency(after: Token | undefined): boolean {
  return after !== undefined && ((after.fold === '$' && !after.spaced) || CURRENCIES.has(after.stem))
}

/** "New Guinea" in "Papua New Guinea" is matched whole; "South China Sea" and the like are no country. */
function isPartOfCoastOrState(before: string | undefined, { name }: CountryName): boolean {
  return before === 'south' && name === 'China'
}
