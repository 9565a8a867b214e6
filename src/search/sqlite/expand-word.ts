import type { DatabaseSync } from '@photostructure/sqlite'
import { editDistance, forgivenEdits } from '../edit-distance.ts'
import type { Meeting } from '../score-hit.ts'
import { stemWord } from '../stem-word.ts'
import type { PostingField, PostingReader } from './read-postings.ts'
import type { TableSet } from './search-tables.ts'

type Database = InstanceType<typeof DatabaseSync>

/** One list of rows that meets a word of the query. */
export interface Posting {
  /** The word as asked, and the term (or beginning of terms) it met. */
  word: string
  term: string
  meeting: Meeting
  field: PostingField
  rows: Uint32Array
}

const FIELDS = ['name', 'topic', 'text'] as const
/** Forms of one stem that are looked up; real words have fewer. */
const MOST_FORMS = 16
/** Words a misspelt one may have been. Further ones are ever less likely and each costs three lists. */
const MOST_CORRECTIONS = 5
/** Shorter beginnings are looked for in names only: in texts they begin half of all words. */
const SHORTEST_PREFIX_IN_TEXTS = 3

/** Finds what a word of a query may stand for among the words the index knows. */
export type WordExpander = (word: string, last: boolean) => Posting[]

export function createWordExpander(db: Database, set: TableSet, postings: PostingReader): WordExpander {
  const terms = set('terms')
  const byStem = db.prepare(`SELECT term FROM ${terms} WHERE stem = ? LIMIT ${MOST_FORMS}`)
  const byShape = db.prepare(
    `SELECT json_group_array(term) AS terms FROM ${terms} WHERE substr(term, 1, 1) = ? AND length(term) BETWEEN ? AND ?`,
  )
  const byTail = db.prepare(`SELECT term FROM ${terms} WHERE substr(term, 2) = ? LIMIT 40`)

  function read(word: string, term: string, meeting: Meeting, fields: readonly PostingField[] = FIELDS): Posting[] {
    return fields
      .map((field) => ({ word, term, meeting, field, rows: postings.rows(field, term, meeting === 'prefix') }))
      .filter(({ rows }) => rows.length > 0)
  }

  function readForms(word: string): Posting[] {
    const others = (byStem.all(stemWord(word)) as { term: string }[]).filter(({ term }) => term !== word)
    return [...read(word, word, 'exact'), ...others.flatMap(({ term }) => read(word, term, 'form'))]
  }

  function readCorrections(word: string): Posting[] {
    const most = forgivenEdits(word)
    if (most === 0) return []
    const nearest: string[][] = []
    for (const term of findSimilar(word, most)) {
      const distance = editDistance(word, term, most)
      if (distance <= most) nearest[distance] = [...(nearest[distance] ?? []), term]
    }
    for (const [meeting, terms] of [
      ['typo', nearest[1]],
      ['typo2', nearest[2]],
    ] as const) {
      const found = (terms ?? []).map((term) => read(word, term, meeting)).filter((lists) => lists.length > 0)
      if (found.length > 0)
        return found
          .sort((a, b) => countRows(b) - countRows(a))
          .slice(0, MOST_CORRECTIONS)
          .flat()
    }
    return []
  }

  /** Terms of about this length that begin alike; and those that differ in the first letter alone, found by the rest. */
  function findSimilar(word: string, most: number): Set<string> {
    const [first = '', second = ''] = word
    const similar = new Set<string>()
    for (const letter of new Set([first, second])) {
      for (const term of JSON.parse(
        byShape.get(letter, word.length - most, word.length + most)?.terms as string,
      ) as string[]) {
        similar.add(term)
      }
    }
    for (const tail of [word, word.slice(1)])
      for (const { term } of byTail.all(tail) as { term: string }[]) similar.add(term)
    return similar
  }

  return (word, last) => {
    const forms = readForms(word)
    if (forms.length > 0 && !last) return forms
    const fields = forms.length > 0 || word.length < SHORTEST_PREFIX_IN_TEXTS ? (['name'] as const) : FIELDS
    const begun = read(word, word, 'prefix', isCharacter(word) ? FIELDS : fields)
    if (forms.length > 0 || begun.length > 0) return [...forms, ...begun]
    return readCorrections(word)
  }
}

function countRows(found: readonly Posting[]): number {
  return found.reduce((sum, { rows }) => sum + rows.length, 0)
}

/** One Chinese or Japanese character, which begins every pair it stands first in. */
function isCharacter(word: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u.test(word)
}
