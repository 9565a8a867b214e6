import type { PassageCell, ReadDocument } from '../../read/source-document.ts'

/** A row under headers: the cells with something in them. */
export interface TableRow {
  cells: PassageCell[]
  sections: string[]
}

/** A table that has headers, in reading order. */
export interface HeadedTable {
  /** Every header some row has a cell under, each once. */
  headers: string[]
  rows: TableRow[]
}

/**
 * The tables of a document whose rows stand under headers. A cell keeps the header its reader gave it, so a ragged or
 * sparse row never shifts a value under another header; a cell without one is no part of the table.
 */
export function collectTables({ passages }: ReadDocument): HeadedTable[] {
  const tables = new Map<number, HeadedTable & { order: Map<string, number> }>()
  for (const { kind, table: number, cells = [], header, sections } of passages) {
    if (kind !== 'table-row' || number === undefined) continue
    let table = tables.get(number)
    if (!table) {
      table = { headers: [], rows: [], order: new Map() }
      tables.set(number, table)
    }
    if (header) continue
    const under = cells.filter((cell) => cell.header !== undefined && cell.end > cell.start)
    for (const { header: label = '' } of under) {
      if (table.order.has(label)) continue
      table.order.set(label, table.headers.length)
      table.headers.push(label)
    }
    if (under.length > 0) table.rows.push({ cells: under, sections })
  }
  return [...tables.values()].filter(({ rows }) => rows.length > 0).map(({ headers, rows }) => ({ headers, rows }))
}
