import { findListMarker } from '../list-marker.ts'
import { normaliseLine } from '../normalise-text.ts'
import type { HtmlElement } from './html-tree.ts'

/** Rows of data, list items set as a table, or cells that only arrange the page and are read one after the other. */
export type HtmlTablePart =
  | { kind: 'rows'; rows: string[][]; headers: number }
  | { kind: 'items'; items: string[] }
  | { kind: 'cells'; cells: HtmlElement[] }

/** Cells longer than this are not data. */
const LONGEST_CELL = 1_500
const WIDEST_SPAN = 100

interface TableLine {
  cells: HtmlElement[]
  inHead: boolean
}

/**
 * Reads a table part by part. Rows whose cells hold tables, headings or long texts arrange the page; the rows between
 * them are data. Spans are laid out, so a column of the page is a column of the rows.
 */
export function readHtmlTable(
  table: HtmlElement,
  dropped: ReadonlySet<HtmlElement>,
  readCell: (cell: HtmlElement) => string,
): HtmlTablePart[] {
  const parts: HtmlTablePart[] = []
  let run: TableLine[] = []
  const flush = () => {
    if (run.length > 0) parts.push(readRows(run, readCell))
    run = []
  }
  for (const line of collectLines(table, dropped)) {
    if (line.cells.some((cell) => arrangesPage(cell) || readCell(cell).length > LONGEST_CELL)) {
      flush()
      parts.push({ kind: 'cells', cells: line.cells })
    } else run.push(line)
  }
  flush()
  return parts
}

function readRows(lines: readonly TableLine[], readCell: (cell: HtmlElement) => string): HtmlTablePart {
  const rows: string[][] = []
  const taken: number[] = []
  let headers = 0
  for (const { cells, inHead } of lines) {
    const row: string[] = []
    let column = 0
    const skipTaken = () => {
      while ((taken[column] ?? 0) > 0) {
        taken[column] = (taken[column] as number) - 1
        row[column++] = ''
      }
    }
    for (const cell of cells) {
      skipTaken()
      const text = normaliseLine(readCell(cell))
      const down = readSpan(cell.attributes.rowspan)
      for (let step = readSpan(cell.attributes.colspan); step > 0; step--) {
        taken[column] = down - 1
        row[column++] = ''
      }
      row[column - readSpan(cell.attributes.colspan)] = text
    }
    skipTaken()
    const isMarked = inHead || (cells.length > 1 && cells.every((cell) => cell.tag === 'th'))
    if (isMarked && headers === rows.length) headers++
    rows.push(row)
  }
  const filled = rows.map((row) => row.filter(Boolean)).filter((row) => row.length > 0)
  if (filled.every((row) => row.length === 1)) return { kind: 'cells', cells: lines.flatMap((line) => line.cells) }
  if (filled.every((row) => row.length === 2 && isLoneBullet(row[0] as string))) {
    return { kind: 'items', items: filled.map((row) => row[1] as string) }
  }
  return { kind: 'rows', rows, headers: headers < rows.length ? headers : 0 }
}

function isLoneBullet(text: string): boolean {
  const marker = findListMarker(`${text} x`)
  return marker?.kind === 'bullet' && marker.length === text.length + 1
}

function readSpan(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10)
  return span >= 1 ? Math.min(span, WIDEST_SPAN) : 1
}

function collectLines(
  element: HtmlElement,
  dropped: ReadonlySet<HtmlElement>,
  inHead = false,
  lines: TableLine[] = [],
): TableLine[] {
  for (const child of element.children) {
    if (typeof child === 'string' || dropped.has(child)) continue
    if (child.tag === 'tr') {
      const cells = child.children.filter(
        (cell): cell is HtmlElement =>
          typeof cell !== 'string' && (cell.tag === 'td' || cell.tag === 'th') && !dropped.has(cell),
      )
      lines.push({ cells, inHead })
    } else if (child.tag !== 'table' && child.tag !== 'caption') {
      collectLines(child, dropped, inHead || child.tag === 'thead', lines)
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
