import { degrees, PDFDocument, type PDFFont, StandardFonts } from 'pdf-lib'

/** A word or line at a place, in points from the bottom left of the page. */
export interface PlacedText {
  text: string
  x: number
  y: number
  size?: number
  bold?: boolean
}

export interface TestPage {
  texts: PlacedText[]
  /** Turn of the page, clockwise. */
  rotate?: 0 | 90 | 180 | 270
}

/** A PDF with text at given places on A4 pages, in Helvetica of 10 points by default. */
export async function makePdf(pages: readonly (TestPage | PlacedText[])[], title?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  if (title) document.setTitle(title)
  const regular = await document.embedFont(StandardFonts.Helvetica)
  const bold = await document.embedFont(StandardFonts.HelveticaBold)
  for (const given of pages) {
    const { texts, rotate = 0 } = Array.isArray(given) ? { texts: given } : (given as TestPage)
    const page = document.addPage([595, 842])
    if (rotate) page.setRotation(degrees(rotate))
    for (const { text, x, y, size = 10, bold: isBold } of texts) {
      page.drawText(text, { x, y, size, font: isBold ? bold : regular })
    }
  }
  return document.save()
}

export interface ColumnOptions {
  x: number
  /** Baseline of the first line. */
  top: number
  width: number
  size?: number
  pitch?: number
}

/** The lines of a paragraph broken at the width of a column, set one below the other; words keep their order. */
export async function setColumn(text: string, options: ColumnOptions): Promise<PlacedText[]> {
  const { x, top, width, size = 10, pitch = 12.5 } = options
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica)
  return breakLines(text, font, size, width).map((line, index) => ({ text: line, x, y: top - index * pitch, size }))
}

function breakLines(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (font.widthOfTextAtSize(longer, size) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

/** A table as cells at the left edges of its columns, row by row. */
export function setTable(rows: readonly string[][], edges: readonly number[], top: number, pitch = 16): PlacedText[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((text, column) => (text ? [{ text, x: edges[column] as number, y: top - row * pitch }] : [])),
  )
}
