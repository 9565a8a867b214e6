import type { LineBlock } from './build-blocks.ts'
import type { TextLine } from './text-line.ts'

/** How the body of the document is set: most of its characters are in this size and font. */
export interface DocumentStyle {
  size: number
  font: string
}

const LARGER = 1.12
const LONGEST_HEADING = 180
const LONGEST_BOLD_HEADING = 90
const MOST_LEVELS = 5

export function measureStyle(lines: Iterable<TextLine>): DocumentStyle {
  const sizes = new Map<number, number>()
  const fonts = new Map<string, number>()
  for (const { size, font, text } of lines) {
    const rounded = roundSize(size)
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length)
    fonts.set(font, (fonts.get(font) ?? 0) + text.length)
  }
  return { size: mostFrequent(sizes) ?? 10, font: mostFrequent(fonts) ?? '' }
}

function mostFrequent<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function roundSize(size: number): number {
  return Math.round(size * 2) / 2
}

/**
 * The size that makes a block a heading, 0 where it is none. Larger type makes one; so does another font on a short line
 * of its own, which counts as the size of the body.
 */
export function headingSize({ lines, isItem, gapAbove }: LineBlock, style: DocumentStyle): number {
  const text = lines.map((line) => line.text).join(' ')
  const first = lines[0] as TextLine
  if (lines.length > 3 || text.length > LONGEST_HEADING || (text.match(/\p{L}/gu)?.length ?? 0) < 2) return 0
  // A sentence in large type is an introduction or a quotation.
  if (first.size >= style.size * LARGER) return text.length > 90 && /[.。]$/.test(text) ? 0 : roundSize(first.size)
  const isNumbered = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.|[IVX]{1,5}\.)\s+\p{Lu}/u.test(text)
  if (first.font === style.font || first.size < style.size * 0.95 || lines.some((line) => line.font !== first.font))
    return 0
  if (lines.length > 2 || text.length > LONGEST_BOLD_HEADING || /[.,;:]$/.test(text) || (isItem && !isNumbered))
    return 0
  return gapAbove > 1.25 || isNumbered ? style.size : 0
}

/** Gives each heading size a level, the largest 1. */
export function rankHeadings(sizes: Iterable<number>): (size: number) => number {
  const distinct = [...new Set(sizes)].sort((a, b) => b - a)
  return (size) => Math.min(distinct.indexOf(size) + 1, MOST_LEVELS)
}
