import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../graph/package-root.ts'
import type { ReadDocument } from '../../../ingest/read/source-document.ts'
import { makeZip } from '../../support/make-zip.ts'
import { fatalCode, passageTexts, problemCodes, readBytes, tableRows } from '../../support/read-passages.ts'

describe('readDocument', () => {
  it('refuses an empty file, and one of white space', async () => {
    expect(fatalCode(await readBytes('a.txt', ''))).toBe('empty')
    expect(fatalCode(await readBytes('a.txt', ' \n\t\n'))).toBe('empty')
    expect(fatalCode(await readBytes('a.html', '<html><body><nav>Home</nav></body></html>'))).toBe('empty')
  })

  it('refuses more bytes than the limit, naming both', async () => {
    const { problems } = await readBytes('a.txt', 'x'.repeat(101), { maxBytes: 100 })
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'too-large',
        fatal: true,
        origin: 'read',
        message: expect.stringMatching(/101.*100/),
      }),
    ])
  })

  it('names what it cannot read and how to mend it', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    const read = await readBytes('scan.png', png)
    expect(read.problems).toMatchObject([{ code: 'unknown-format', message: expect.stringContaining('OCR') }])
    expect(fatalCode(await readBytes('old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('unknown-format')
    expect(fatalCode(await readBytes('data.bin', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 0, 1])))).toBe('unknown-format')
    expect(fatalCode(await readBytes('text.rtf', '{\\rtf1\\ansi Hello}'))).toBe('unknown-format')
  })

  it('goes by the content where the extension says something else', async () => {
    const read = await readBytes('page.txt', '<!DOCTYPE html><html><body><p>Slag is sold.</p></body></html>')
    expect(read).toMatchObject({ mediaType: 'text/html', text: 'Slag is sold.' })
    expect(problemCodes(read)).toEqual(['wrong-extension'])
    expect((await readBytes('page', '<html><body><p>Slag</p></body></html>')).problems).toEqual([])
  })

  it('reads the same bytes the same way', async () => {
    const text = 'A paragraph about zinc.\n\nAnother one.'
    expect(await readBytes('a.txt', text)).toEqual(await readBytes('a.txt', text))
  })

  it('takes the title of the text, else its first line, else the name of the file', async () => {
    expect((await readBytes('a.md', 'Intro line\n\n# Slag and dross\n\nText.')).title).toBe('Slag and dross')
    expect((await readBytes('a.txt', 'First line of it\n\nText.')).title).toBe('First line of it')
    expect((await readBytes('in/zinc plants.csv', 'Company,Country\nA,Chile\n')).title).toBe('zinc plants')
  })

  it('gives up at the time limit', async () => {
    const html = `<body>${'<p>word</p>'.repeat(60_000)}</body>`
    expect(fatalCode(await readBytes('a.html', html, { maxMilliseconds: 1 }))).toBe('timeout')
  })

  it('survives any bytes under any name', async () => {
    const names = fc.constantFrom('a.pdf', 'a.docx', 'a.xlsx', 'a.html', 'a.json', 'a.csv', 'a.md', 'a.txt', 'a')
    const starts = fc.constantFrom('', '%PDF-1.4\n', 'PK\x03\x04', '<html>', '{"a":', '\xff\xfe', 'a;b\n')
    await fc.assert(
      fc.asyncProperty(names, starts, fc.uint8Array({ maxLength: 400 }), async (name, start, rest) => {
        const read = await readBytes(name, Buffer.concat([Buffer.from(start, 'latin1'), rest]))
        checkInvariants(read)
      }),
      { numRuns: 150 },
    )
  })

  it('gives normalised text whose passages follow one another inside it, for any text', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '\n',
        '\n\n',
        ' \u00a0\t',
        '# ',
        '- ',
        '|a|b|\n|-|-|\n|1|2|',
        '\r\n',
        'ﬁ',
        'e\u0301',
        '\u0000',
        'a,b;c\n',
        '"',
      ),
    )
    const names = fc.constantFrom('a.txt', 'a.md', 'a.csv', 'a.html')
    await fc.assert(
      fc.asyncProperty(names, fc.array(piece, { maxLength: 30 }), async (name, pieces) => {
        checkInvariants(await readBytes(name, pieces.join('')))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a title', () => {
  it('is the first sentence of a Chinese text without a heading, or what stands before a comma', async () => {
    const first = '华东某厂每年处理电炉粉尘三万吨'
    expect((await readBytes('a.txt', `${first}。工厂位于江苏，采用回转窑回收锌。`)).title).toBe(first)
    const long = `${'该厂处理粉尘并回收锌'.repeat(4)}，${'其余部分制成建筑材料'.repeat(6)}。`
    expect((await readBytes('a.txt', long)).title).toBe(`${'该厂处理粉尘并回收锌'.repeat(4)}…`)
  })
})

describe('what a library says of a file it cannot read', () => {
  const types = { name: '[Content_Types].xml', content: '<Types/>' }
  it.each([
    ['cut.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog'],
    ['odd.docx', makeZip([types, { name: 'word/document.xml', content: '<w:document' }])],
    ['odd.xlsx', makeZip([types, { name: 'xl/workbook.xml', content: '<workbook' }])],
    ['broken.json', '{"a": tru}'],
  ])('does not reach the user of %s', async (name, content) => {
    const { problems } = await readBytes(name, content)
    expect(problems).toMatchObject([{ fatal: true, message: expect.stringMatching(/^Expected .*anew\.$|new PDF\.$/) }])
    expect(problems[0]?.message).not.toMatch(/undefined|Cannot read|Unexpected|Invalid PDF|position|Error/)
  })
})

/** What every reading keeps, whatever came in. */
function checkInvariants(read: ReadDocument): void {
  const { text, passages, pages, sections } = read
  expect(text).toBe(text.normalize('NFC'))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00a0\u00ad\ufeff]|[ \t]\n|\n{3}|^\s|\s$/)
  expect(text.isWellFormed()).toBe(true)
  let end = 0
  for (const passage of passages) {
    expect(passage.start).toBeGreaterThanOrEqual(end)
    expect(passage.end).toBeGreaterThan(passage.start)
    end = passage.end
    let cellEnd = passage.start
    for (const cell of passage.cells ?? []) {
      expect(cell.start).toBeGreaterThanOrEqual(cellEnd)
      expect(cell.end).toBeGreaterThan(cell.start)
      cellEnd = cell.end
    }
    expect(cellEnd).toBeLessThanOrEqual(passage.end)
  }
  expect(end).toBe(text.length)
  let pageEnd = 0
  for (const page of pages) {
    expect(page.start).toBe(pageEnd)
    pageEnd = page.end
  }
  expect(pageEnd).toBe(text.length)
  for (const section of sections) expect(text.slice(section.start, section.end).startsWith(section.heading)).toBe(true)
  if (!text) expect(fatalCode(read)).toBeDefined()
}

const REAL_FILES = join(packageRoot(), '..', 'shared', 'files')
const realFiles = () => {
  try {
    return readdirSync(REAL_FILES).filter((file) => file !== 'README.md')
  } catch {
    return []
  }
}

/** Files beside the checkout that are to be refused, and why. */
const REFUSED: Record<string, string> = {
  'password.pdf': 'pdf-encrypted',
  'loremipsum-flat.pdf': 'no-text',
  // Drawings of tables without a letter of text in them.
  'single_table.pdf': 'no-text',
  'table-multi-row-column-cells.pdf': 'no-text',
  'empty.txt': 'empty',
  'fake-text-all-whitespace.txt': 'empty',
}

/** Words each of them must hold, in this order and without anything but white space between. */
const WORDS: Record<string, string> = {
  'DA-619p.pdf': 'Although they appear to be little more than bones',
  'UDHR_first_article_all.txt': 'All human beings are born free and equal in dignity and rights',
  'copy-protected.pdf': 'A Unified Toolkit for Deep Learning Based Document Image Analysis',
  'example-10k.html': 'We are an established global gaming company',
  'example-steelJIS-datasheet-utf-16.html': 'Chemical composition 成分 % of grade SNB22-3',
  'failure-after-repair.pdf': 'This booklet has been prepared to help you understand more about early breast cancer',
  'fake-html-cp1252.html': 'Der Preis betrug 15,50 €',
  'fake-incomplete-json.txt': '"name": "John Doe"',
  'fake-text-utf-16-be.txt': 'This is a test document to use for unit tests.',
  'fake-text-utf-16-le.txt': 'Hamburgers are delicious',
  'fake-text-utf-32.txt': 'This is a test document to use for unit tests.',
  'fr_olap.pdf': 'Résumés et interrogations de logs de requêtes OLAP',
  'handbook-872p.docx': 'The United States Trustee appoints and supervises standing trustees',
  'hebrew-text-base64-iso88598i.txt': 'נדרשת חתימה על הבקשה לרישום',
  'korean-text-with-tables.pdf': '할인점 이마트, 이마트 트레이더스, 롯데마트, 홈플러스',
  'layout-parser-paper-with-table.pdf': 'PubLayNet [38] F / M M Layouts of modern scientific documents',
  'multi-column.pdf':
    'Open-domain question answering relies on efficient passage retrieval to select candidate contexts',
  'pdf-with-ocr-text.pdf': 'Sugars, I n c .',
  'rotated-page-90.pdf': 'Hello World',
  'stanley-cups-utf-16.csv': 'Maple Leafs TOR 13',
  'table-semicolon-delimiter.csv': '2023 2 143,1 -814,38',
  'umlauts-non-utf8.md': 'äöüß',
}

const PAGES: Record<string, number> = { 'DA-619p.pdf': 619, 'failure-after-repair.pdf': 76, 'multi-column.pdf': 13 }

describe.skipIf(realFiles().length === 0)(
  'readDocument on the real files beside the checkout (skipped where they are absent)',
  () => {
    it.each(realFiles())('ends as it should on %s', async (file) => {
      const read = await readBytes(file, readFileSync(join(REAL_FILES, file)))
      expect(fatalCode(read)).toBe(REFUSED[file])
      checkInvariants(read)
      if (PAGES[file]) expect(read.pages.length).toBe(PAGES[file])
      const words = WORDS[file]
      if (words) expect(read.text.replace(/\s+/g, ' ')).toContain(words)
    })

    it('finds the header of a list under its title', async () => {
      const read = await readBytes('cups.csv', readFileSync(join(REAL_FILES, 'stanley-cups-with-emoji.csv')))
      expect(passageTexts(read, 'caption')).toEqual(['Stanley Cups'])
      expect(tableRows(read)[0]).toEqual(['Team', 'Location', 'Stanley Cups'])
    })
  },
)
