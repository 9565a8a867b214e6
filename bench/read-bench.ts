import { readDocument } from '../ingest/read/read-document.ts'
import { composePdf } from './compose-pdf.ts'
import { printTable } from './print-table.ts'
import { listRealFiles } from './real-files.ts'

const ROUNDS = 3

/** Pages a second of our PDF reader against pdf.js alone giving the text of the same files, and megabytes a second of text. */
export async function benchReaders({ large = false } = {}): Promise<void> {
  const pdfs: [name: string, bytes: Uint8Array][] = []
  for (const pages of large ? [10, 100, 1_000] : [10, 100, 300]) {
    pdfs.push([`two columns and tables, ${pages} pages`, await composePdf(pages)])
  }
  pdfs.push(...listRealFiles('.pdf').filter(isLong))
  const rows = []
  const total = { pages: 0, ours: 0, alone: 0 }
  for (const [name, bytes] of pdfs) {
    const row = await comparePdf(name, bytes)
    if (!row) continue
    rows.push(describePdf(name, row))
    total.pages += row.pages
    total.ours += row.ours
    total.alone += row.alone
  }
  rows.push(describePdf('all', total))
  printTable(rows)
  console.log()
  const texts: [string, Uint8Array][] = [
    ...composeTexts(large ? 20 : 5),
    ...listRealFiles('.html', '.docx').filter(isLong),
  ]
  const textRows = []
  for (const [name, bytes] of texts) textRows.push(await measureText(name, bytes))
  printTable(textRows)
}

/** Shorter ones measure the clock. */
function isLong([, bytes]: [string, Uint8Array]): boolean {
  return bytes.length > 90_000
}

interface PdfTimes {
  pages: number
  /** Milliseconds, the best of the rounds. */
  ours: number
  alone: number
}

/** Both in turn, the best of several rounds each, so that neither pays for the start of the other. */
async function comparePdf(source: string, bytes: Uint8Array): Promise<PdfTimes | null> {
  const times: PdfTimes = { pages: 0, ours: Number.POSITIVE_INFINITY, alone: Number.POSITIVE_INFINITY }
  for (let round = 0; round < ROUNDS; round++) {
    let start = performance.now()
    const read = await readDocument({ source: `${source}.pdf`, bytes })
    times.ours = Math.min(times.ours, performance.now() - start)
    if (read.problems.some((problem) => problem.fatal)) return null
    start = performance.now()
    times.pages = await readWithPdfjs(bytes)
    times.alone = Math.min(times.alone, performance.now() - start)
  }
  return times
}

function describePdf(name: string, { pages, ours, alone }: PdfTimes) {
  return {
    PDF: name,
    pages,
    'pages/s': (pages / (ours / 1_000)).toFixed(0),
    'pdf.js alone pages/s': (pages / (alone / 1_000)).toFixed(0),
    ratio: (alone / ours).toFixed(2),
  }
}

async function readWithPdfjs(bytes: Uint8Array): Promise<number> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true }).promise
  const text: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    for (const item of (await page.getTextContent()).items) if ('str' in item) text.push(item.str)
    page.cleanup()
  }
  const pages = document.numPages
  await document.destroy()
  return text.length >= 0 ? pages : 0
}

/** The same content as text, Markdown, CSV, JSON and HTML, of about this many megabytes each. */
function composeTexts(megabytes: number): [string, Uint8Array][] {
  const paragraphs = Math.round((megabytes * 1_000_000) / 260)
  const encode = (line: (index: number) => string, separator: string) =>
    Buffer.from(Array.from({ length: paragraphs }, (_, index) => line(index)).join(separator))
  const words =
    'treats dust from electric arc furnaces in a rotary kiln and sells the zinc oxide to smelters; it has run since 2009 and employs many people in the district, as the ministry and the city reported at the forum last year.'
  return [
    ['text.txt', encode((index) => `Works ${index} ${words}`, '\n\n')],
    [
      'marked.md',
      encode((index) => (index % 9 ? `Works **${index}** ${words}` : `## Works ${index}\n\n- ${words}`), '\n\n'),
    ],
    [
      'list.csv',
      encode(
        (index) => (index ? `Works ${index},Viet Nam,${index} t,"${words}"` : 'Company,Country,Capacity,Text'),
        '\n',
      ),
    ],
    [
      'list.json',
      Buffer.from(
        JSON.stringify(Array.from({ length: paragraphs }, (_, index) => ({ company: `Works ${index}`, text: words }))),
      ),
    ],
    [
      'page.html',
      Buffer.concat([
        Buffer.from('<!doctype html><body>'),
        encode((index) => `<p>Works <b>${index}</b> ${words}</p>`, '\n'),
      ]),
    ],
  ]
}

async function measureText(source: string, bytes: Uint8Array) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    await readDocument({ source, bytes })
    best = Math.min(best, performance.now() - start)
  }
  return {
    document: source,
    MB: (bytes.length / 1e6).toFixed(2),
    ms: best.toFixed(0),
    'MB/s': (bytes.length / 1e6 / (best / 1_000)).toFixed(1),
  }
}
