import type { DatabaseSync } from '@photostructure/sqlite'
import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { foldName } from '../../../graph/values/fold-name.ts'
import { highlightText, type MetTerms } from '../highlight-text.ts'
import { readTerms } from '../read-request.ts'
import type { RequestedConcept, SearchHit, Why } from '../search-index.ts'
import type { Posting } from './expand-word.ts'
import type { Findings } from './rank-rows.ts'
import type { TableSet } from './search-tables.ts'
import type { RecordDetail } from './write-records.ts'

type Database = InstanceType<typeof DatabaseSync>

const MOST_REASONS = 12

interface StoredHit {
  id: string
  type: EntityType
  name: string
  detail: string
  text: string
}

/** Reads the rows of one page and says why each was found. */
export function presentHits(
  db: Database,
  set: TableSet,
  page: readonly { row: number; score: number }[],
  findings: Findings,
): SearchHit[] {
  const read = db.prepare(
    `SELECT id, type, name, detail, text FROM ${set('records')} JOIN ${set('bodies')} USING (row) WHERE row = ?`,
  )
  return page.map(({ row, score }) => {
    const stored = read.get(row) as StoredHit
    const { aliases, documents } = JSON.parse(stored.detail) as RecordDetail
    const met = findings.words.map(({ lists }) => lists.filter(({ rows }) => holds(rows, row)))
    const concepts = findings.concepts.map(({ members }) => members.filter(({ rows }) => holds(rows, row)))
    return {
      id: stored.id,
      type: stored.type,
      name: stored.name,
      score,
      why: [
        ...explainName(findings.names, row, stored.name, aliases),
        // The nearest concept of each group: members come nearest first.
        ...explainConcepts(concepts.flatMap(([nearest]) => nearest ?? [])),
        // Lists come strongest meeting first, names before texts.
        ...met.flatMap(([best]) => (best ? [explainWord(best)] : [])),
      ].slice(0, MOST_REASONS),
      highlights: highlightText(
        stored.text,
        metTerms(
          met.flat(),
          concepts.flat().flatMap(({ concept }) => phrasesOf(concept)),
        ),
      ),
      documents,
    }
  })
}

function explainName(names: Findings['names'], row: number, name: string, aliases: readonly string[]): Why[] {
  const met = names.get(row)
  if (!met) return []
  const alias = foldName(name) === met.folded ? undefined : aliases.find((one) => foldName(one) === met.folded)
  return [{ kind: alias ? 'alias' : 'name', query: met.folded, matched: alias ?? name }]
}

/** A concept that meets several parts of the query is told once. */
function explainConcepts(met: readonly { concept: RequestedConcept }[]): Why[] {
  const first = new Map<string, Why>()
  for (const { concept } of met) {
    const { matched, label } = concept
    if (!first.has(label)) first.set(label, { kind: 'concept', query: matched ?? label, matched: label })
  }
  return [...first.values()]
}

function explainWord({ word, term, meeting, field }: Posting): Why {
  if (meeting === 'prefix') return { kind: 'prefix', query: word, matched: `${term}…` }
  if (meeting === 'typo' || meeting === 'typo2') return { kind: 'typo', query: word, matched: term }
  return { kind: field === 'name' ? 'name' : 'words', query: word, matched: term }
}

/** Labels of concepts as terms. The lists stay the same from query to query, so each is cut once. */
const phrasesByLabels = new WeakMap<readonly string[], string[][]>()

function phrasesOf({ labels }: RequestedConcept): string[][] {
  if (!labels) return []
  const phrases = phrasesByLabels.get(labels) ?? labels.map(readTerms)
  phrasesByLabels.set(labels, phrases)
  return phrases
}

function metTerms(met: readonly Posting[], phrases: string[][]): MetTerms {
  return {
    terms: new Set(met.filter(({ meeting }) => meeting !== 'prefix').map(({ term }) => term)),
    prefixes: met.filter(({ meeting }) => meeting === 'prefix').map(({ term }) => term),
    phrases,
  }
}

/** Whether a sorted list holds the row. */
function holds(rows: Uint32Array, row: number): boolean {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle] ?? 0) < row) low = middle + 1
    else high = middle
  }
  return rows[low] === row
}
