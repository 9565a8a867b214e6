import { normaliseLine } from '../normalise-text.ts'
import type { HtmlElement } from './html-tree.ts'

export interface HtmlTable {
  rows: string[][]
  /** How many rows at the top the page marks as header. */
  headers: number
  caption: string
}

/** Cells longer than this are not data: the table only arranges the page. */
const LONGEST_CELL = 1_500
const WIDEST_SPAN = 100

/** Reads a table into a grid of rows, `null` where it only arranges the page: nested tables, headings or long texts in cells, one cell. */
export function readHtmlTable(
  table: HtmlElement,
  dropped: ReadonlySet<HtmlElement>,
  readCell: (cell: HtmlElement) => string,
): HtmlTable | null {
  const lines = collectRows(table, dropped)
  if (lines.some(({ cells }) => cells.some(arrangesPage))) return null
  const rows: string[][] = []
  const taken: number[] = []
  let headers = 0
  for (const { cells, inHead } of lines) {
    const row: string[] = []
    let column = 0
    const place = () => {
      while ((taken[column] ?? 0) > 0) {
        taken[column] = (taken[column] as number) - 1
        row[column++] = ''
      }
    }
    for (const cell of cells) {
      place()
      const text = normaliseLine(readCell(cell))
      if (text.length > LONGEST_CELL) return null
      const across = readSpan(cell.attributes.colspan)
      const down = readSpan(cell.attributes.rowspan)
      for (let step = 0; step < across; step++) {
        taken[column] = down - 1
        row[column++] = step === 0 ? text : ''
      }
    }
    place()
    const marked = inHead || (cells.length > 1 && cells.every((cell) => cell.tag === 'th'))
    if (marked && headers === rows.length) headers++
    rows.push(row)
  }
  const filled = rows.filter((row) => row.some(Boolean))
  if (filled.length === 0 || (filled.length === 1 && (filled[0] as string[]).filter(Boolean).length === 1)) return null
  const caption = table.children.find((child) => typeof child !== 'string' && child.tag === 'caption') as
    | HtmlElement
    | undefined
  return { rows, headers: headers < rows.length ? headers : 0, caption: caption ? readCell(caption) : '' }
}

function readSpan(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10)
  return span >= 1 ? Math.min(span, WIDEST_SPAN) : 1
}

interface TableLine {
  cells: HtmlElement[]
  inHead: boolean
}

function collectRows(element: HtmlElement, dropped: ReadonlySet<HtmlElement>, inHead = false): TableLine[] {
  const lines: TableLine[] = []
  for (const child of element.children) {
    if (typeof child === 'string' || dropped.has(child)) continue
    if (child.tag === 'tr') {
      const cells = child.children.filter(
        (cell): cell is HtmlElement =>
          typeof cell !== 'string' && (cell.tag === 'td' || cell.tag === 'th') && !dropped.has(cell),
      )
      lines.push({ cells, inHead })
    } else if (child.tag !== 'table' && child.tag !== 'caption') {
      lines.push(...collectRows(child, dropped, inHead || child.tag === 'thead'))
    }
  }
  return lines
}

function arrangesPage(element: HtmlElement): boolean {
  return element.children.some(
    (child) =>
      typeof child !== 'string' &&
      (/^(?:table|h[1-6]|article|section|main|form)$/.test(child.tag) || arrangesPage(child)),
  )
}
