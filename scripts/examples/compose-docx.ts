import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, ExampleSource } from './parse-source.ts'
import { repackZip } from './repack-zip.ts'

/** Word counts the width of a page's text in twentieths of a point. */
const TEXT_WIDTH = 9_000
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

/** Composes an example as a Word document with headings, lists, tables, header and footer. */
export async function composeDocx(source: ExampleSource): Promise<Uint8Array> {
  const document = new Document({
    title: source.title,
    creator: 'cupel examples',
    lastModifiedBy: 'cupel examples',
    numbering: {
      config: [{ reference: 'steps', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
    },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(source.header ?? source.title)] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children: source.blocks.map(composeBlock),
      },
    ],
  })
  return repackZip(await Packer.toBuffer(document))
}

function composeBlock(block: Block): Paragraph | Table {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({ text: block.text, heading: LEVELS[block.level - 1] ?? HeadingLevel.HEADING_3 })
    case 'item':
      return block.number === undefined
        ? new Paragraph({ text: block.text, bullet: { level: 0 } })
        : new Paragraph({ text: block.text, numbering: { reference: 'steps', level: 0 } })
    case 'paragraph':
      return new Paragraph({ text: block.text, spacing: { after: 160 } })
    case 'table':
      return composeTable(block.rows)
  }
}

function composeTable(rows: string[][]): Table {
  const width = Math.floor(TEXT_WIDTH / (rows[0]?.length ?? 1))
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: (rows[0] ?? []).map(() => width),
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: cells.map(
            (text) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                children: [new Paragraph({ children: [new TextRun({ text, bold: index === 0 })] })],
              }),
          ),
        }),
    ),
  })
}
