import { type ConfidenceModel, weighFeatures } from '../extract/confidence/confidence-model.ts'
import { describeStatement, indexMentions } from '../extract/confidence/describe-statement.ts'
import type { MergedExtraction } from './merge-extractions.ts'

/** Gives each statement the chance that it is right, as learnt from labelled documents, in place of what its rule promised. */
export function weighStatements(extraction: MergedExtraction, model: ConfidenceModel): MergedExtraction {
  const index = indexMentions(extraction.entities)
  return {
    ...extraction,
    statements: extraction.statements.map((statement) => ({
      ...statement,
      confidence: weighFeatures(model, describeStatement(statement, index)),
    })),
  }
}
