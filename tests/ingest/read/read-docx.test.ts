import {
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { makeZip } from '../../support/make-zip.ts'
import { fatalCode, passageTexts, readBytes, tableRows } from '../../support/read-passages.ts'

const p = (text: string) => new Paragraph(text)
const table = (rows: string[][]) =>
  new Table({
    rows: rows.map((cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [p(cell)] })) })),
  })

async function makeDocx(
  children: (Paragraph | Table)[],
  more: { title?: string; header?: string; footer?: string } = {},
): Promise<Uint8Array> {
  const document = new Document({
    title: more.title,
    footnotes: { 1: { children: [p('Said at the forum.')] } },
    sections: [
      {
        headers: more.header ? { default: new Header({ children: [p(more.header)] }) } : undefined,
        footers: more.footer
          ? {
              default: new Footer({
                children: [
                  p(more.footer),
                  new Paragraph({ children: [new TextRun({ children: ['Page ', PageNumber.CURRENT] })] }),
                ],
              }),
            }
          : undefined,
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}

describe('docxReader', () => {
  it('reads headings, lists and tables in order', async () => {
    const docx = await makeDocx([
      new Paragraph({ text: 'Slag', heading: HeadingLevel.HEADING_1 }),
      p('It is sold.'),
      new Paragraph({ text: 'to roads', bullet: { level: 0 } }),
      new Paragraph({ text: 'Where', heading: HeadingLevel.HEADING_2 }),
      table([
        ['Plant', 'City', 'Tonnes'],
        ['Nord', 'Taiyuan', '400'],
        ['Süd', 'Hanoi', '300'],
      ]),
      p('After.'),
    ])
    const read = await readBytes('a.docx', docx)
    expect(read.passages.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'list-item',
      'heading',
      'table-row',
      'table-row',
      'table-row',
      'paragraph',
    ])
    expect(tableRows(read)[1]).toEqual(['Nord', 'Taiyuan', '400'])
    expect(read.passages[5]?.cells?.map((cell) => cell.header)).toEqual(['Plant', 'City', 'Tonnes'])
    expect(read.passages.at(-1)?.sections).toEqual(['Slag', 'Where'])
  })

  it('reads tables inside tables where they stand', async () => {
    const outer = new Table({
      rows: [
        new TableRow({
          children: [
            new TableCell({
              children: [
                p('before'),
                table([
                  ['a', 'b'],
                  ['c', 'd'],
                ]),
                p('after'),
              ],
            }),
          ],
        }),
      ],
    })
    const read = await readBytes('a.docx', await makeDocx([outer]))
    expect(passageTexts(read)).toEqual(['before', 'a\tb', 'c\td', 'after'])
  })

  it('keeps headers and footers once, apart, without page numbers', async () => {
    const read = await readBytes(
      'a.docx',
      await makeDocx([p('Body.')], { header: 'The Programme', footer: 'Internal' }),
    )
    expect(passageTexts(read, 'running')).toEqual(['The Programme', 'Internal'])
    expect(passageTexts(read, 'paragraph')).toEqual(['Body.'])
  })

  it('begins a page where the author breaks one', async () => {
    const read = await readBytes(
      'a.docx',
      await makeDocx([p('One.'), new Paragraph({ children: [new PageBreak()] }), p('Two.')]),
    )
    expect(read.pages.map(({ start, end }) => read.text.slice(start, end).trim())).toEqual(['One.', 'Two.'])
    expect(read.passages.map(({ page }) => page)).toEqual([1, 2])
  })

  it('puts notes after the text, without the marks of their links', async () => {
    const noted = new Paragraph({ children: [new TextRun('It was said'), new FootnoteReferenceRun(1)] })
    expect((await readBytes('a.docx', await makeDocx([noted]))).text).toBe('It was said\n\nSaid at the forum.')
  })

  it('takes the title of the properties', async () => {
    expect((await readBytes('a.docx', await makeDocx([p('Body.')], { title: 'Zinc in 2020' }))).title).toBe(
      'Zinc in 2020',
    )
  })

  it('knows a Word document under another name', async () => {
    const read = await readBytes('a.pdf', await makeDocx([p('Body.')]))
    expect(read).toMatchObject({ text: 'Body.', problems: [{ code: 'wrong-extension' }] })
  })

  const bomb = (content: string, declared?: number) => makeZip([{ name: 'word/document.xml', content, declared }])

  it('refuses a part that unpacks to far more than it is packed, and one that lies about it', async () => {
    expect(fatalCode(await readBytes('a.docx', bomb('<a>'.padEnd(40_000_000, ' '))))).toBe('zip-bomb')
    expect(fatalCode(await readBytes('a.docx', bomb(' '.repeat(5_000_000), 1_000)))).toBe('zip-bomb')
    expect(fatalCode(await readBytes('a.docx', bomb('x'.repeat(50_000)), { maxExpandedBytes: 40_000 }))).toBe(
      'zip-bomb',
    )
  })

  it('refuses parts of any name that unpack to more than they declare, or hide XML an office never writes', async () => {
    const hide = (name: string, content: string, declared?: number) =>
      makeZip([
        { name: '_rels/.rels', content: `<Relationships><Relationship Id="a" Target="${name}"/></Relationships>` },
        { name, content, declared },
      ])
    for (const name of ['word/document.bin', 'word/document.png', 'word/document']) {
      expect(fatalCode(await readBytes('a.docx', hide(name, ' '.repeat(5_000_000), 5_000))), name).toBe('zip-bomb')
      expect(fatalCode(await readBytes('a.docx', hide(name, '<!DOCTYPE a [<!ENTITY b "c">]><a/>'))), name).toBe(
        'xml-entities',
      )
      expect(fatalCode(await readBytes('a.docx', hide(name, '\n<a>'.repeat(5_000)))), name).toBe('too-deep')
    }
    const large = hide('word/document.bin', `<a>${'x'.repeat(50_000)}</a>`)
    expect(fatalCode(await readBytes('a.docx', large, { maxExpandedBytes: 100_000 }))).toBe('zip-bomb')
  })

  it('refuses XML that declares entities or nests too deeply', async () => {
    expect(fatalCode(await readBytes('a.docx', bomb('<!DOCTYPE a [<!ENTITY b "ccc">]><a>&b;</a>')))).toBe(
      'xml-entities',
    )
    const tables = '<w:tbl><w:tr><w:tc>'.repeat(5_000)
    expect(fatalCode(await readBytes('a.docx', bomb(tables)))).toBe('too-deep')
  })

  it('refuses a cut and an empty container', async () => {
    const whole = await makeDocx([p('Body.')])
    expect(fatalCode(await readBytes('a.docx', whole.subarray(0, whole.length - 400)))).toBe('zip-damaged')
    expect(fatalCode(await readBytes('a.docx', bomb('<w:document/>')))).toBe('office-damaged')
    expect(fatalCode(await readBytes('a.zip', makeZip([{ name: 'a.txt', content: 'text' }])))).toBe('unknown-format')
  })
})
