import { PDFDocument, type PDFFont, StandardFonts } from 'pdf-lib'

const SENTENCE =
  'Dust from electric arc furnaces holds zinc and lead, which rotary kilns drive off and bag filters collect as an oxide for smelters. '

/** A report in two columns with a running header, page numbers and a table on every third page. */
export async function composePdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const bold = await document.embedFont(StandardFonts.TimesRomanBold)
  for (let number = 1; number <= pages; number++) {
    const page = document.addPage([595, 842])
    const draw = (text: string, x: number, y: number, size = 10, face = font) =>
      page.drawText(text, { x, y, size, font: face })
    draw('Metal recycling in the region: a report on plants', 60, 805, 9)
    draw(`Page ${number} of ${pages}`, 270, 30, 9)
    draw(`${number}. Plant ${number} and what it treats`, 60, 770, 16, bold)
    const lines = wrapText(SENTENCE.repeat(22), font, 10, 225)
    const perColumn = number % 3 === 0 ? 30 : 52
    for (const [index, line] of lines.slice(0, perColumn * 2).entries()) {
      draw(line, index < perColumn ? 60 : 310, 740 - (index % perColumn) * 13)
    }
    if (number % 3 === 0) {
      for (let row = 0; row < 15; row++) {
        const cells =
          row === 0 ? ['Company', 'Country', 'Capacity'] : [`Works ${number}-${row}`, 'Viet Nam', `${row * 1_000} t/a`]
        for (const [column, cell] of cells.entries()) draw(cell, 60 + column * 160, 320 - row * 18)
      }
    }
  }
  return document.save()
}

function wrapText(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (font.widthOfTextAtSize(longer, size) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}
