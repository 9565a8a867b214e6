import type { TableMapping } from './extract/table/table-mapping.ts'

/**
 * The fingerprint of one document's reading: what all readings share, and the column mapping its tables were read by. So the mapping
 * is remembered with the document, and a later ingestion without it does not undo what it found.
 */
export function nameReading(shared: string, mapping: TableMapping | undefined): string {
  return mapping ? `${shared} ${JSON.stringify(mapping)}` : shared
}

/** The mapping a document was last read by, if any. */
export function recallMapping(fingerprint: string): TableMapping | undefined {
  const at = fingerprint.indexOf(' {')
  return at < 0 ? undefined : JSON.parse(fingerprint.slice(at + 1))
}
