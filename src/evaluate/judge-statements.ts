import type { ExtractedStatement, Extraction } from '../../ingest/extract/extraction.ts'
import { renderExtraction } from '../../ingest/extract/render-extraction.ts'
import type { GoldLabels } from './gold-label.ts'
import { scoreExtraction } from './score-extraction.ts'

export interface JudgedStatement {
  statement: ExtractedStatement
  right: boolean
}

/**
 * Tells of each statement of a document whether the labels bear it out. Each is scored by itself; what the labels leave open
 * (an optional label, a property that is not scored) and what the text denies is left out.
 */
export function judgeStatements(
  labels: GoldLabels,
  { entities, statements }: Pick<Extraction, 'entities' | 'statements'>,
): JudgedStatement[] {
  const judged: JudgedStatement[] = []
  for (const statement of statements) {
    const shown = renderExtraction({ entities, statements: [statement] })
    const { relations, facts } = scoreExtraction(new Map([['', labels]]), new Map([['', shown]]))
    // A capacity is shown twice; it is right where the label has it in either form.
    const [right, wrong] = [relations.all.tp + facts.all.tp, relations.all.fp + facts.all.fp]
    if (right + wrong > 0) judged.push({ statement, right: right > 0 })
  }
  return judged
}
