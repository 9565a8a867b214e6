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

/** Sets one block in a column `width` points wide. */
export function setBlock(block: Block, width: number, fonts: Fonts, hyphenate: boolean): PageLine[] {
  switch (block.kind) {
    case 'heading':
      return setHeading(block.text, block.level, width, fonts)
    case 'table':
      return block.rows.map((row, index) => setRow(row, width, index === 0 ? fonts.bold : fonts.body))
    case 'item':
      return setText(block.text, width, fonts.body, hyphenate, block.number ? `${block.number}.` : '•')
    case 'paragraph':
      return setText(block.text, width, fonts.body, hyphenate)
  }
}

function setHeading(text: string, level: number, width: number, { bold }: Fonts): PageLine[] {
  const size = level === 1 ? 17 : 11.5
  const lines = breakLines(text, width, (part) => bold.widthOfTextAtSize(part, size))
  return lines.map((line, index) => ({
    height: size * 1.25 + (index === lines.length - 1 ? 4 : 0) + (index === 0 ? 5 : 0),
    pieces: [{ text: line, x: 0, drop: size + (index === 0 ? 5 : 0), font: bold, size }],
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

function setRow(cells: string[], width: number, font: PDFFont): PageLine {
  const size = 9.5
  const column = width / cells.length
  const set = cells.map((cell) => breakLines(cell, column - 8, (part) => font.widthOfTextAtSize(part, size)))
  const pieces = set.flatMap((lines, index) =>
    lines.map((text, line) => ({ text, x: index * column, drop: size + 2 + line * 11.5, font, size })),
  )
  const depth = Math.max(...set.map((lines) => lines.length))
  return { height: depth * 11.5 + 6, pieces, rule: true }
}
