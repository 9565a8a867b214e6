import { loadThesaurus } from '../../graph/thesaurus/load-thesaurus.ts'
import type { ExtractedStatement, Extraction } from '../../ingest/extract/extraction.ts'
import { createTableExtractor } from '../../ingest/extract/table/table-extractor.ts'
import type { TableMapping } from '../../ingest/extract/table/table-mapping.ts'
import { readDocument } from '../../ingest/read/read-document.ts'
import type { ReadDocument } from '../../ingest/read/source-document.ts'

const thesaurus = loadThesaurus()

/** What a file's tables say, with the claims in one line each. */
export interface ExtractedTable {
  read: ReadDocument
  extraction: Extraction
  /** `Enterprise Umbra –LOCATED_IN→ Country Norway`; values as their text, numbers with unit; qualifiers and modality only where they say something. */
  claims: string[]
}

/** Reads a file as ingestion does and extracts its tables. */
export async function extractTable(
  source: string,
  content: string | Uint8Array,
  mapping?: TableMapping,
): Promise<ExtractedTable> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const read = await readDocument({ source, bytes })
  const extraction = await createTableExtractor({ thesaurus, mapping }).extract(read)
  const names = new Map(extraction.entities.map(({ key, type, name }) => [key, `${type} ${name}`]))
  return { read, extraction, claims: extraction.statements.map((statement) => describe(statement, names)) }
}

function describe(statement: ExtractedStatement, names: ReadonlyMap<string, string>): string {
  const { subject, predicate, object, qualifiers, modality } = statement
  const claim = `${names.get(subject)} –${predicate}→ ${object === undefined ? describeValue(statement) : names.get(object)}`
  const { role, title, period } = qualifiers ?? {}
  const notes = [role, title, period?.start, modality === 'asserted' ? undefined : modality].filter(Boolean)
  return notes.length > 0 ? `${claim} [${notes.join(', ')}]` : claim
}

function describeValue({ value }: ExtractedStatement): string {
  switch (value?.kind) {
    case 'quantity':
      return [value.value, value.unit, value.per && `a ${value.per}`, value.period].filter(Boolean).join(' ')
    case 'date':
      return value.start
    case 'code':
      return `${value.scheme} ${value.code}`
    default:
      return value?.text ?? ''
  }
}
