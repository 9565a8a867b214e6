import readSheets from 'read-excel-file/node'
import { addTable } from './add-table.ts'
import { checkPackage } from './office/check-package.ts'
import { checkSheet } from './office/check-sheet.ts'
import { readCoreTitle } from './office/office-text.ts'
import { holdsPart, isZip } from './office/zip-archive.ts'
import { ReadFailure } from './read-failure.ts'
import type { Reader, ReaderInput } from './reader.ts'

/** A part that says it is a sheet: the workbook may relate to one of any name. */
const SHEET = /<(?:[^\s<>/:]+:)?sheetData[\s/>]/

/** Workbooks sheet by sheet: a sheet is a page and a section, its rows are table rows. */
export const xlsxReader: Reader = {
  name: 'Excel (XLSX)',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  extensions: ['xlsx', 'xlsm', 'xltx'],
  score({ bytes, extension }) {
    if (!isZip(bytes)) return 0
    if (holdsPart(bytes, 'xl/workbook')) return 1
    return this.extensions.includes(extension) ? 0.6 : 0
  },
  async read(input) {
    const { builder, limits, deadline } = input
    const office = checkPackage(input.bytes, limits, deadline)
    for (const name of office.xmlNames) {
      const part = office.readPart(name) ?? ''
      if (SHEET.test(part)) checkSheet(name, part, deadline)
    }
    const sheets = await readWorkbook(input)
    if (sheets.length > limits.maxPages) {
      throw new ReadFailure(
        'too-many-pages',
        `The workbook has ${sheets.length} sheets, the limit is ${limits.maxPages}. Split it or raise maxPages.`,
      )
    }
    for (const [index, { sheet, data }] of sheets.entries()) {
      deadline.check()
      const rows = data.map((row) => row.map(describeCell))
      if (!rows.some((row) => row.some(Boolean))) continue
      builder.startPage(index + 1)
      builder.addHeading(sheet, 1)
      for (const block of splitAtEmptyRows(rows)) addTable(builder, block, deadline, 'expected')
    }
    return { title: readCoreTitle(office.readPart('docProps/core.xml')) }
  },
}

async function readWorkbook({ bytes, deadline }: ReaderInput) {
  try {
    const sheets = await readSheets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    deadline.check()
    return sheets
  } catch (error) {
    if (error instanceof ReadFailure || error instanceof RangeError) throw error
    throw new ReadFailure(
      'office-damaged',
      'Expected an Excel workbook, but its parts do not fit together or are cut off. Open it in Excel and save it anew.',
      { cause: error },
    )
  }
}

function describeCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return describeDate(cell)
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)))
  return String(cell)
}

/** Excel keeps dates without a zone; midnight is a date alone. */
function describeDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day, time] = date.toISOString().split('T') as [string, string]
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
}

/** Sheets hold several tables one below the other: after an empty row, a row of another width begins the next one. */
function splitAtEmptyRows(rows: readonly string[][]): string[][][] {
  const blocks: string[][][] = []
  let afterGap = true
  let width = 0
  for (const row of rows) {
    const filled = row.filter((cell) => cell.trim()).length
    if (filled > 0) {
      if (afterGap && filled !== width) blocks.push([])
      blocks.at(-1)?.push(row)
      width = filled
    }
    afterGap = filled === 0
  }
  return blocks
}
