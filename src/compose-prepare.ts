import { loadThesaurus } from '../graph/thesaurus/load-thesaurus.ts'
import { mergeExtractions } from '../ingest/claim/merge-extractions.ts'
import { createRulesExtractor } from '../ingest/extract/rules-extractor.ts'
import { createTableExtractor } from '../ingest/extract/table/table-extractor.ts'
import type { TableMapping } from '../ingest/extract/table/table-mapping.ts'
import type { Prepare } from '../ingest/prepare.ts'
import { READER_VERSION, readDocument } from '../ingest/read/read-document.ts'
import type { ReadLimits } from '../ingest/read/source-document.ts'

export interface PrepareOptions {
  limits?: Partial<ReadLimits>
  mapping?: TableMapping
}

/** Puts reader and extractors together. The fingerprint names all that a reading depends on. */
export function composePrepare(options: PrepareOptions = {}): { prepare: Prepare; fingerprint: string } {
  const thesaurus = loadThesaurus()
  const extractors = [
    createRulesExtractor({ thesaurus }),
    createTableExtractor({ thesaurus, mapping: options.mapping }),
  ]
  const mapping = options.mapping ? JSON.stringify(options.mapping) : ''
  const fingerprint = [
    `read@${READER_VERSION}`,
    ...extractors.map(({ name, version }) => `${name}@${version}`),
    `thesaurus@${thesaurus.version}`,
    mapping,
  ]
    .join(' ')
    .trim()
  return {
    fingerprint,
    prepare: async (source) => {
      const read = await readDocument(source, options.limits)
      if (read.problems.some((problem) => problem.fatal)) return { read, extraction: mergeExtractions([]) }
      const readings = await Promise.all(
        extractors.map(async (extractor) => ({
          extractor: { name: extractor.name, version: extractor.version },
          extraction: await extractor.extract(read),
        })),
      )
      return { read, extraction: mergeExtractions(readings) }
    },
  }
}
