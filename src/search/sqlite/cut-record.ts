import { hash } from 'node:crypto'
import { foldName } from '../../../graph/values/fold-name.ts'
import { countForTopic } from '../score-hit.ts'
import type { SearchRecord } from '../search-index.ts'
import { isStopWord } from '../stop-words.ts'
import { tokenise } from '../tokenise-text.ts'

/** Stands between two names in one field: no phrase reaches over it, because no query holds it. */
const BETWEEN_NAMES = ' \uE000 '

/** A record cut into what the tables hold. */
export interface CutRecord {
  /** Equal for equal records. */
  digest: string
  /** Orders equal hits the same way in every index that holds them: 48 bits of a hash of the id. */
  tie: number
  /** Folded whole names, the name first, without repeats. */
  names: string[]
  /** Terms of each field, joined by spaces, as FTS5 takes them. */
  heads: string
  topics: string
  text: string
  /** Number of terms in the text. */
  length: number
  /** All terms, with repeats. */
  terms: string[]
}

export function digestRecord(record: SearchRecord): string {
  return hash('sha256', JSON.stringify(record), 'base64').slice(0, 22)
}

export function cutRecord(record: SearchRecord, digest: string): CutRecord {
  const names = [record.name, ...record.aliases]
  const nameTerms = [tokenise(record.name), ...record.aliases.map(listAliasTerms)]
  const textTerms = [record.text, ...(record.related ?? [])].flatMap(tokenise)
  return {
    digest,
    tie: Number.parseInt(hash('sha256', record.id, 'hex').slice(0, 12), 16),
    names: [...new Set(names.map(foldName))].filter((name) => name !== ''),
    heads: nameTerms.map((terms) => terms.join(' ')).join(BETWEEN_NAMES),
    topics: findTopics(textTerms).join(' '),
    text: textTerms.join(' '),
    length: textTerms.length,
    terms: nameTerms.flat().concat(textTerms),
  }
}

/** A word of so few letters is most likely another language's when its alias is written with accents. */
const SHORTEST_FOREIGN_TERM = 4

/**
 * Terms of an alias. Of one in accented Latin letters short words are left out: without its accents "Nhật Bản" would make
 * Japan an answer to "ban". Such a name is still found whole, and by its longer words.
 */
function listAliasTerms(alias: string): string[] {
  const terms = tokenise(alias)
  if (terms.length === 1 || !/[\u00c0-\u024f\u1e00-\u1eff]/u.test(alias.normalize('NFC'))) return terms
  return terms.filter((term) => term.length >= SHORTEST_FOREIGN_TERM || !/^[a-z]+$/.test(term))
}

/** Words the text keeps returning to. */
function findTopics(terms: readonly string[]): string[] {
  const least = countForTopic(terms.length)
  if (terms.length < least) return []
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const topics: string[] = []
  for (const [term, count] of counts) if (count >= least && !isStopWord(term)) topics.push(term)
  return topics
}
