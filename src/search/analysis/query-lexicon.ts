import type { EntityType } from '../../../graph/ontology/ontology.ts'
import type { ConceptLabel, Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import { type CountryName, countryName, countryNames } from '../../../graph/values/country.ts'
import { stemWord } from '../../../ingest/extract/recognise/stem-word.ts'
import { TokenTrie } from '../../../ingest/extract/recognise/token-trie.ts'
import { tokenize } from '../../../ingest/segment/tokenize.ts'
import { isStopWord } from '../stop-words.ts'
import { listTypeWords } from './type-words.ts'

/** What words of a query may stand for. */
export type Meaning =
  | { kind: 'concept'; label: ConceptLabel }
  | { kind: 'country'; name: CountryName; label: string }
  | { kind: 'type'; type: EntityType; role?: true }

/** Labels, countries and type words ready to be found in a query in one pass. */
export interface QueryLexicon {
  trie: TokenTrie<Meaning>
  /**
   * Stemmed words of labels, countries and type words, by length, with how many use each: what a misspelt word may have been.
   * Those used by none are known, but nothing is a slip of them: the adjectives of countries.
   */
  words: ReadonlyMap<number, ReadonlyMap<string, number>>
  /** Labels of several words, by those words in alphabetical order without connecting ones. */
  byWordSet: ReadonlyMap<string, readonly ConceptLabel[]>
}

const lexicons = new WeakMap<Thesaurus, QueryLexicon>()

export function queryLexicon(thesaurus: Thesaurus): QueryLexicon {
  const lexicon = lexicons.get(thesaurus) ?? createQueryLexicon(thesaurus)
  lexicons.set(thesaurus, lexicon)
  return lexicon
}

function createQueryLexicon(thesaurus: Thesaurus): QueryLexicon {
  const trie = new TokenTrie<Meaning>()
  const words = new Map<number, Map<string, number>>()
  const byWordSet = new Map<string, ConceptLabel[]>()
  const enter = (label: string, meaning: Meaning): string[] => {
    trie.add(label, meaning)
    const stems = stemTokens(label)
    const uses = meaning.kind === 'country' && meaning.name.demonym ? 0 : 1
    for (const stem of stems) {
      const ofLength = words.get(stem.length) ?? new Map<string, number>()
      words.set(stem.length, ofLength.set(stem, (ofLength.get(stem) ?? 0) + uses))
    }
    return stems
  }
  for (const label of thesaurus.labels()) {
    const key = wordSetKey(enter(label.label, { kind: 'concept', label }))
    if (key) byWordSet.set(key, [...(byWordSet.get(key) ?? []), label])
  }
  for (const name of countryNames())
    enter(name.name, { kind: 'country', name, label: countryName(name.code) ?? name.code })
  for (const { word, ...asked } of listTypeWords()) enter(word, { kind: 'type', ...asked })
  return { trie, words, byWordSet }
}

export function stemTokens(text: string): string[] {
  return tokenize(text)
    .filter(({ shape }) => shape !== 'mark')
    .map(({ fold }) => stemWord(fold))
}

/** "dust from steel" and "steel dust" have one key. None for a single word. */
export function wordSetKey(stems: readonly string[]): string | undefined {
  const telling = stems.filter((stem) => !isStopWord(stem))
  return telling.length > 1 ? telling.sort().join(' ') : undefined
}
