import type { PDFFont } from 'pdf-lib'
import { breakLines } from './break-lines.ts'
import type { Block } from './parse-source.ts'

/** A piece of text at an offset from the left edge of its column, in points. */
interface Piece {
  text: string
  x: number
  /** Points below the top of the line. */
  drop: number
  font: PDFFont
  size: number
}

/** What goes to a page as one: a line of text, or a table row. Heights in points. */
export interface PageLine {
  height: number
  pieces: Piece[]
  /** Keep with the next line, so that no heading ends a column. */
  keep?: boolean
  /** Draw a rule under it. */
  rule?: boolean
}

export interface Fonts {
  body: PDFFont
  bold: PDFFont
}

const BODY = 11
const LEADING = 14.5
const CELL = 9.5
const CELL_LEADING = 11.5

/** Sets one block in a column `width` points wide. */
export function setBlock(block: Block, width: number, fonts: Fonts, hyphenate: boolean): PageLine[] {
  switch (block.kind) {
    case 'heading':
      return setHeading(block.text, block.level, width, fonts)
    case 'table': {
      const widths = columnWidths(block.rows, width, fonts.bold)
      return block.rows.map((row, index) => setRow(row, widths, index === 0 ? fonts.bold : fonts.body))
    }
    case 'item':
      return setText(block.text, width, fonts.body, hyphenate, block.number ? `${block.number}.` : '•')
    case 'paragraph':
      return setText(block.text, width, fonts.body, hyphenate)
  }
}

function setHeading(text: string, level: number, width: number, { bold }: Fonts): PageLine[] {
  const size = level === 1 ? 17 : 12.5
  const before = level === 1 ? 5 : 9
  const lines = breakLines(text, width, (part) => bold.widthOfTextAtSize(part, size))
  return lines.map((line, index) => ({
    height: size * 1.25 + (index === lines.length - 1 ? 5 : 0) + (index === 0 ? before : 0),
    pieces: [{ text: line, x: 0, drop: size + (index === 0 ? before : 0), font: bold, size }],
    keep: true,
  }))
}

function setText(text: string, width: number, font: PDFFont, hyphenate: boolean, label?: string): PageLine[] {
  const indent = label ? 14 : 0
  const lines = breakLines(text, width - indent, (part) => font.widthOfTextAtSize(part, BODY), hyphenate)
  return lines.map((line, index) => {
    const pieces = [{ text: line, x: indent, drop: BODY, font, size: BODY }]
    if (label && index === 0) pieces.unshift({ text: label, x: 0, drop: BODY, font, size: BODY })
    return { height: LEADING + (index === lines.length - 1 ? 5 : 0), pieces }
  })
}

/** Columns as wide as their text wants them, in proportion, so that a short column leaves its room to a long one. */
function columnWidths(rows: readonly string[][], width: number, font: PDFFont): number[] {
  const wanted = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => Math.min(font.widthOfTextAtSize(row[index] ?? '', CELL), width / 2) + 10)),
  )
  const total = wanted.reduce((sum, each) => sum + each, 0)
  return wanted.map((each) => (each * width) / total)
}

function setRow(cells: readonly string[], widths: readonly number[], font: PDFFont): PageLine {
  const pieces: Piece[] = []
  let x = 0
  let depth = 0
  cells.forEach((cell, index) => {
    const width = widths[index] ?? 0
    const lines = breakLines(cell, width - 8, (part) => font.widthOfTextAtSize(part, CELL))
    const left = x
    lines.forEach((text, line) => {
      pieces.push({ text, x: left, drop: CELL + 2 + line * CELL_LEADING, font, size: CELL })
    })
    depth = Math.max(depth, lines.length)
    x += width
  })
  return { height: depth * CELL_LEADING + 6, pieces, rule: true }
}
