import { loadThesaurus } from '../graph/thesaurus/load-thesaurus.ts'
import { mergeExtractions } from '../ingest/claim/merge-extractions.ts'
import { weighStatements } from '../ingest/claim/weigh-statements.ts'
import { loadConfidenceModel } from '../ingest/extract/confidence/confidence-model.ts'
import { createRulesExtractor } from '../ingest/extract/rules-extractor.ts'
import { createTableExtractor } from '../ingest/extract/table/table-extractor.ts'
import type { Prepare } from '../ingest/prepare.ts'
import { readDocument } from '../ingest/read/read-document.ts'
import type { ReadLimits } from '../ingest/read/source-document.ts'

export interface PrepareOptions {
  limits?: Partial<ReadLimits>
  /** `false` leaves each statement the confidence its rule promises: what learning starts from. */
  weigh?: boolean
}

/** Puts reader and extractors together. Heavy to load: the main thread of a server never needs it. */
export function composePrepare({ limits, weigh = true }: PrepareOptions = {}): Prepare {
  const thesaurus = loadThesaurus()
  const rules = createRulesExtractor({ thesaurus })
  return async (source, mapping) => {
    const read = await readDocument(source, limits)
    if (read.problems.some((problem) => problem.fatal)) return { read, extraction: mergeExtractions([]) }
    const extractors = [rules, createTableExtractor({ thesaurus, mapping })]
    const readings = await Promise.all(
      extractors.map(async (extractor) => ({
        extractor: { name: extractor.name, version: extractor.version },
        extraction: await extractor.extract(read),
      })),
    )
    const extraction = mergeExtractions(readings)
    return { read, extraction: weigh ? weighStatements(extraction, loadConfidenceModel()) : extraction }
  }
}
