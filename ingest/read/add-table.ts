import type { Deadline } from './deadline.ts'
import type { DocumentBuilder } from './document-builder.ts'
import { normaliseLine } from './normalise-text.ts'
import { findTableHeader } from './table-header.ts'

const CHECKPOINT = 1_000

/**
 * Adds a table row by row. Where the source marks header rows, `header` is their number at the top; otherwise the
 * header is found by its looks. Rows above the header are the table's caption.
 */
export function addTable(
  builder: DocumentBuilder,
  rows: readonly (readonly string[])[],
  deadline: Deadline,
  header: number | 'expected' | 'possible',
): void {
  const found =
    typeof header === 'number' ? readMarkedHeader(rows, header) : findTableHeader(rows, header === 'expected')
  const table = builder.startTable()
  for (const [index, row] of rows.entries()) {
    if (index % CHECKPOINT === 0) deadline.check()
    if (!found || index >= found.to) builder.addRow(row, { table, headers: found?.labels })
    else if (index >= found.from) builder.addRow(row, { table, header: true })
    else builder.addBlock('caption', row.filter((cell) => cell.trim()).join(' '))
  }
}

function readMarkedHeader(rows: readonly (readonly string[])[], count: number) {
  const width = rows.slice(0, count).reduce((widest, row) => Math.max(widest, row.length), 0)
  const labels = Array.from({ length: width }, (_, column) => {
    const words = rows.slice(0, count).map((row) => normaliseLine(row[column] ?? ''))
    return [...new Set(words)].filter(Boolean).join(' ')
  })
  return { from: 0, to: count, labels }
}
