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
  | { kind: 'type'; type: EntityType }

/** Labels, countries and type words ready to be found in a query in one pass. */
export interface QueryLexicon {
  trie: TokenTrie<Meaning>
  /** Stemmed words of labels, by length: what a misspelt word may have been. */
  labelWords: ReadonlyMap<number, ReadonlySet<string>>
  /** Labels of several words, by those words in alphabetical order without connecting ones. */
  byWordSet: ReadonlyMap<string, readonly ConceptLabel[]>
  /** Labels of one word, by its stem. */
  byWord: ReadonlyMap<string, readonly ConceptLabel[]>
}

const lexicons = new WeakMap<Thesaurus, QueryLexicon>()

export function queryLexicon(thesaurus: Thesaurus): QueryLexicon {
  const lexicon = lexicons.get(thesaurus) ?? createQueryLexicon(thesaurus)
  lexicons.set(thesaurus, lexicon)
  return lexicon
}

function createQueryLexicon(thesaurus: Thesaurus): QueryLexicon {
  const trie = new TokenTrie<Meaning>()
  const labelWords = new Map<number, Set<string>>()
  const byWordSet = new Map<string, ConceptLabel[]>()
  const byWord = new Map<string, ConceptLabel[]>()
  for (const label of thesaurus.labels()) {
    trie.add(label.label, { kind: 'concept', label })
    const words = stemTokens(label.label)
    for (const word of words) labelWords.set(word.length, (labelWords.get(word.length) ?? new Set()).add(word))
    const key = wordSetKey(words)
    if (key) byWordSet.set(key, [...(byWordSet.get(key) ?? []), label])
    else if (words.length === 1) byWord.set(words[0] ?? '', [...(byWord.get(words[0] ?? '') ?? []), label])
  }
  for (const name of countryNames()) {
    trie.add(name.name, { kind: 'country', name, label: countryName(name.code) ?? name.code })
  }
  for (const { word, type } of listTypeWords()) trie.add(word, { kind: 'type', type })
  return { trie, labelWords, byWordSet, byWord }
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
