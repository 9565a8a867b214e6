import { PDFDocument, type PDFPage, rgb, StandardFonts } from 'pdf-lib'
import { type Fonts, type PageLine, setBlock } from './page-lines.ts'
import type { Block, ExampleSource } from './parse-source.ts'

/** A4 in points. */
const PAGE = { width: 595, height: 842, margin: 56, gutter: 22 }
const TOP = PAGE.height - 78
const BOTTOM = 66
/** White between columns and what spans them, wide enough to be seen as a break. */
const BAND_GAP = 28
/** Fixed, so that building again gives the same bytes. */
const BUILT = new Date('2026-06-01T00:00:00Z')

/** A run of blocks with the same number of columns. */
interface Band {
  columns: number
  blocks: Block[]
}

/** Typesets an example as PDF: running header, footer with page number, columns that are balanced before a wide table. */
export async function typesetPdf(source: ExampleSource): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.setTitle(source.title)
  document.setProducer('cupel examples')
  document.setCreator('cupel examples')
  document.setCreationDate(BUILT)
  document.setModificationDate(BUILT)
  const fonts: Fonts = {
    body: await document.embedFont(StandardFonts.TimesRoman),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  }
  let page = document.addPage([PAGE.width, PAGE.height])
  let y = TOP
  const turnPage = () => {
    page = document.addPage([PAGE.width, PAGE.height])
    y = TOP
  }
  for (const band of splitBands(source)) {
    const width = columnWidth(band.columns)
    let lines = band.blocks.flatMap((block) => setBlock(block, width, fonts, band.columns > 1))
    if (isTable(band) && heightOf(lines) > y - BOTTOM && heightOf(lines) <= TOP - BOTTOM) turnPage()
    while (lines.length > 0) {
      const room = y - BOTTOM
      const depth = bandDepth(lines, band.columns, room)
      const { columns, rest } = fillColumns(lines, band.columns, depth ?? room)
      columns.forEach((column, index) => {
        drawColumn(page, column, PAGE.margin + index * (width + PAGE.gutter), y, width)
      })
      y -= Math.max(0, ...columns.map(heightOf)) + BAND_GAP
      lines = rest
      if (lines.length > 0) turnPage()
    }
  }
  drawRunning(document, source, fonts)
  return document.save({ useObjectStreams: false })
}

function splitBands(source: ExampleSource): Band[] {
  const bands: Band[] = []
  for (const block of source.blocks) {
    const full = (block.kind === 'table' && block.wide) || (block.kind === 'heading' && block.level === 1)
    const columns = full ? 1 : source.columns
    const last = bands.at(-1)
    if (last?.columns === columns) last.blocks.push(block)
    else bands.push({ columns, blocks: [block] })
  }
  return bands
}

function isTable({ blocks }: Band): boolean {
  return blocks.every((block) => block.kind === 'table')
}

function columnWidth(columns: number): number {
  return (PAGE.width - 2 * PAGE.margin - (columns - 1) * PAGE.gutter) / columns
}

function heightOf(lines: readonly PageLine[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0)
}

/** The least depth at which all lines fit, for columns of equal length; `undefined` where they need more than `room`. */
function bandDepth(lines: readonly PageLine[], columns: number, room: number): number | undefined {
  for (let depth = heightOf(lines) / columns; depth <= room; depth += 4)
    if (fillColumns(lines, columns, depth).rest.length === 0) return depth
  return undefined
}

function fillColumns(lines: readonly PageLine[], count: number, depth: number) {
  const columns: PageLine[][] = []
  let next = 0
  for (let index = 0; index < count; index++) {
    const column: PageLine[] = []
    let filled = 0
    for (let line = lines[next]; line && filled + line.height <= depth; line = lines[next]) {
      column.push(line)
      filled += line.height
      next++
    }
    while (next < lines.length && column.at(-1)?.keep) {
      column.pop()
      next--
    }
    columns.push(column)
  }
  return { columns, rest: lines.slice(next) }
}

function drawColumn(page: PDFPage, lines: readonly PageLine[], x: number, top: number, width: number): void {
  let y = top
  for (const line of lines) {
    for (const { text, x: offset, drop, font, size } of line.pieces)
      page.drawText(text, { x: x + offset, y: y - drop, font, size })
    y -= line.height
    if (line.rule)
      page.drawLine({ start: { x, y }, end: { x: x + width, y }, thickness: 0.4, color: rgb(0.5, 0.5, 0.5) })
  }
}

function drawRunning(document: PDFDocument, source: ExampleSource, { body }: Fonts): void {
  const pages = document.getPages()
  pages.forEach((page, index) => {
    if (source.header) page.drawText(source.header, { x: PAGE.margin, y: PAGE.height - 44, font: body, size: 8 })
    if (source.footer) page.drawText(source.footer, { x: PAGE.margin, y: 38, font: body, size: 8 })
    const number = `${index + 1} / ${pages.length}`
    page.drawText(number, {
      x: PAGE.width - PAGE.margin - body.widthOfTextAtSize(number, 8),
      y: 38,
      font: body,
      size: 8,
    })
  })
}
