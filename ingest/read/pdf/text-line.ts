import { type Row, rowText } from './page-row.ts'

/** A row of one column, read as a line of text. */
export interface TextLine {
  text: string
  page: number
  left: number
  right: number
  baseline: number
  size: number
  font: string
  /** Dots led from its words to a page number: an entry of a table of contents. */
  isEntry: boolean
}

/** Dots that lead the eye from a title to its page. */
const LEADERS = /\s*(?:\.\s?){5,}\s*|…{2,}/g

export function makeLine(row: Row, page: number): TextLine {
  const longest = row.segments.reduce((best, each) => (each.text.length > best.text.length ? each : best))
  const whole = rowText(row)
  const text = whole.replace(LEADERS, ' ').trim()
  return {
    text,
    page,
    left: row.segments[0]?.left ?? 0,
    right: row.segments.at(-1)?.right ?? 0,
    baseline: row.baseline,
    size: longest.size,
    font: longest.font,
    isEntry: text.length < whole.length && /\d$/.test(text),
  }
}
