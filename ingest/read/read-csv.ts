import Papa from 'papaparse'
import { addTable } from './add-table.ts'
import { decodeInput } from './decode-input.ts'
import { normaliseText } from './normalise-text.ts'
import type { Reader, ReaderInput } from './reader.ts'

/** With how unlikely each is to stand inside a cell by chance. */
const DELIMITERS: [delimiter: string, weight: number][] = [
  [',', 1],
  [';', 1.1],
  ['\t', 1.3],
  ['|', 1.2],
]
const SAMPLE_ROWS = 100
/** Ragged rows named one by one; a broken export would name all of them. */
const NAMED_ROWS = 10

/** Lists of companies, projects, rules: delimiter and header are detected, every row is a passage. */
export const csvReader: Reader = {
  name: 'CSV',
  mediaTypes: ['text/csv', 'text/tab-separated-values'],
  extensions: ['csv', 'tsv', 'tab'],
  score({ head, extension, mediaType }) {
    if (head === null) return 0
    if (this.extensions.includes(extension)) return 0.8
    return mediaType && this.mediaTypes.includes(mediaType) ? 0.7 : 0
  },
  async read(input) {
    let text = normaliseText(decodeInput(input))
    const hint = text.match(/^sep=(.)\n/)
    if (hint) text = text.slice(hint[0].length)
    const delimiter = hint?.[1] ?? detectDelimiter(text)
    const parsed = delimiter
      ? Papa.parse<string[]>(text, { delimiter })
      : { data: text.split('\n').map((line) => [line]), errors: [] }
    if (parsed.errors.some((error) => error.type === 'Quotes')) {
      input.report({
        code: 'csv-quotes',
        message:
          'A quoted cell is not closed or holds a bare quote; cells may have run together. Double the quotes inside cells.',
      })
    }
    reportRaggedRows(parsed.data, hint ? 2 : 1, input)
    addTable(input.builder, parsed.data, input.deadline, 'expected')
    return {}
  },
}

/** The delimiter that gives the most rows the same number of cells, more than one; `null` for a single column. */
export function detectDelimiter(text: string): string | null {
  let best: string | null = null
  let highest = 0
  for (const [delimiter, weight] of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text.slice(0, 200_000), {
      delimiter,
      preview: SAMPLE_ROWS,
      skipEmptyLines: true,
    })
    const [width, rows] = mostFrequent(data.map((row) => row.length))
    const share = rows / data.length
    const score = width > 1 && share >= 0.5 ? weight * share * Math.log2(width + 1) : 0
    if (score > highest) {
      highest = score
      best = delimiter
    }
  }
  return best
}

function mostFrequent(widths: readonly number[]): [width: number, rows: number] {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
}

function reportRaggedRows(rows: readonly string[][], firstLine: number, { report }: ReaderInput): void {
  const [width] = mostFrequent(rows.filter((row) => row.some((cell) => cell.trim())).map((row) => row.length))
  let line = firstLine
  let ragged = 0
  for (const row of rows) {
    if (row.length !== width && row.some((cell) => cell.trim())) {
      ragged++
      if (ragged <= NAMED_ROWS) {
        report({
          code: 'csv-ragged',
          message: `Line ${line} has ${row.length} cells, most rows have ${width}. It was kept; check that no delimiter is missing or unquoted.`,
          line,
        })
      }
    }
    line += 1 + row.reduce((breaks, cell) => breaks + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)
  }
  if (ragged > NAMED_ROWS) {
    report({ code: 'csv-ragged', message: `${ragged} rows in all do not have the ${width} cells most rows have.` })
  }
}
