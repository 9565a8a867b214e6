import type { Evaluation } from './evaluate-gold.ts'
import type { Score } from './tally.ts'

function percent(share: number | null): string {
  return (share === null ? '–' : (share * 100).toFixed(1)).padStart(7)
}

function renderTable(title: string, rows: Record<string, Score>, all: Score): string {
  const line = (name: string, { precision, recall, f1, tp, fp, fn }: Score) =>
    `${name.padEnd(18)}${percent(precision)}${percent(recall)}${percent(f1)}${[tp, fp, fn].map((count) => String(count).padStart(6)).join('')}`
  const head = `${title.padEnd(18)}${['P', 'R', 'F1'].map((name) => name.padStart(7)).join('')}${['right', 'wrong', 'missed'].map((name) => name.padStart(6)).join('')}`
  return [head, ...Object.entries(rows).map(([name, score]) => line(name, score)), line('all', all)].join('\n')
}

/** Scores as tables for a terminal, in percent. */
export function renderScores({ documents, entities, relations, facts, duplicates, calibration }: Evaluation): string {
  return `${[
    `${documents} documents`,
    renderTable('Entities', entities.byType, entities.all),
    renderTable('Relations', relations.byPredicate, relations.all),
    renderTable('Facts', facts.byProperty, facts.all),
    `Duplicates left in one document: ${(duplicates * 100).toFixed(1)} %`,
    `Expected calibration error of confidence: ${(calibration.error * 100).toFixed(1)} %`,
  ].join('\n\n')}\n`
}
