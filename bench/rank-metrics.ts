import { foldLabel } from '../src/evaluate/fold-label.ts'

/** A question with what ought to come first: sources without extension, and names of entities. */
export interface RankedQuery {
  id: string
  query: string
  /** ISO 639-1; `code` where the query is a waste code. */
  lang: string
  relevant: string[]
  relevantEntities: string[]
}

/** What an engine answered, best first. An entity goes by any of its names. */
export interface RankedAnswer {
  documents: string[]
  entities: string[][]
}

export interface RankScores {
  entityMrr: number
  entityRecall: number
  documentMrr: number
}

const RECALL_AT = 5

/** Scores of one query, each 0–1. Recall is of the first five: where more than five are right, five are all there can be. */
export function scoreRanking({ relevant, relevantEntities }: RankedQuery, answer: RankedAnswer): RankScores {
  const wanted = relevantEntities.map(foldLabel)
  const names = answer.entities.map((forms) => new Set(forms.map(foldLabel)))
  const meets = (forms: ReadonlySet<string>) => wanted.some((name) => forms.has(name))
  const found = wanted.filter((name) => names.slice(0, RECALL_AT).some((forms) => forms.has(name)))
  return {
    entityMrr: reciprocalRank(names.findIndex(meets)),
    entityRecall: found.length / Math.min(RECALL_AT, wanted.length),
    documentMrr: reciprocalRank(answer.documents.findIndex((source) => relevant.includes(nameOf(source)))),
  }
}

export function meanScores(scores: readonly RankScores[]): RankScores {
  const mean = (name: keyof RankScores) =>
    scores.reduce((sum, score) => sum + score[name], 0) / Math.max(1, scores.length)
  return { entityMrr: mean('entityMrr'), entityRecall: mean('entityRecall'), documentMrr: mean('documentMrr') }
}

function reciprocalRank(place: number): number {
  return place < 0 ? 0 : 1 / (place + 1)
}

/** `library/zinc.md` → `zinc`. */
function nameOf(source: string): string {
  return (source.split('/').at(-1) ?? source).replace(/\.[^.]+$/, '')
}
