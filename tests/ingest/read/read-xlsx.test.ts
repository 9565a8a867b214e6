import { describe, expect, it } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { makeZip } from '../../support/make-zip.ts'
import { fatalCode, passageTexts, readBytes, tableRows } from '../../support/read-passages.ts'

type Cell = string | number | Date | null

async function makeXlsx(sheets: Record<string, Cell[][]>): Promise<Uint8Array> {
  const data = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((value) =>
        value === null ? null : { value, ...(value instanceof Date ? { format: 'yyyy-mm-dd' } : {}) },
      ),
    ),
  }))
  return writeExcel(data as never).toBuffer()
}

describe('xlsxReader', () => {
  it('reads sheet by sheet: a page, a section and rows with their headers', async () => {
    const read = await readBytes(
      'a.xlsx',
      await makeXlsx({
        Plants: [
          ['Company', 'Country', 'Tonnes'],
          ['Norden', 'Sweden', 12.5],
          ['Sungai', null, 8],
        ],
        People: [
          ['Name', 'Role'],
          ['A. Nguyen', 'Head'],
        ],
      }),
    )
    expect(read.sections.map(({ heading }) => heading)).toEqual(['Plants', 'People'])
    expect(read.pages.map(({ page }) => page)).toEqual([1, 2])
    expect(tableRows(read)).toEqual([
      ['Company', 'Country', 'Tonnes'],
      ['Norden', 'Sweden', '12.5'],
      ['Sungai', '8'],
      ['Name', 'Role'],
      ['A. Nguyen', 'Head'],
    ])
    expect(read.passages[3]?.cells?.map((cell) => cell.header)).toEqual(['Company', 'Tonnes'])
  })

  it('writes dates as days and numbers without noise', async () => {
    const read = await readBytes(
      'a.xlsx',
      await makeXlsx({
        S: [
          ['Name', 'Opened', 'Share'],
          ['Nord', new Date('2019-08-01T00:00:00Z'), 0.1 + 0.2],
        ],
      }),
    )
    expect(tableRows(read)[1]).toEqual(['Nord', '2019-08-01', '0.3'])
  })

  it('tells tables one below the other apart, and takes a gap in a table for a gap', async () => {
    const read = await readBytes(
      'a.xlsx',
      await makeXlsx({
        S: [
          ['Plant', 'City'],
          ['Nord', 'Taiyuan'],
          [null, null],
          ['Süd', 'Hanoi'],
          [null, null],
          ['Prices of the year'],
          ['Metal', 'Price', 'Unit'],
          ['Zinc', 2500, 'USD/t'],
          ['Lead', 2000, 'USD/t'],
        ],
      }),
    )
    expect(passageTexts(read, 'caption')).toEqual(['Prices of the year'])
    expect(read.passages.filter((passage) => passage.header)).toHaveLength(2)
    expect(read.passages[3]?.cells?.map((cell) => cell.header)).toEqual(['Plant', 'City'])
  })

  it('refuses a sheet that claims all rows and columns there are before laying it out', async () => {
    const far =
      '<worksheet><sheetData><row r="1048576"><c s="1" r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    const parts = [
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', content: far },
    ]
    const read = await readBytes('a.xlsx', makeZip(parts))
    expect(read.problems).toMatchObject([{ code: 'too-large', message: expect.stringContaining('row 1048576') }])
  })

  it.each([
    ['an apostrophe', `<worksheet><sheetData><row r="3000"><c r='XFD3000'/></row></sheetData></worksheet>`],
    ['a prefix', '<x:worksheet><x:sheetData><x:row r="3000"><x:c r="XFD3000"/></x:row></x:sheetData></x:worksheet>'],
    ['spaces', '<worksheet><sheetData\n><row><c\n  s="1"\n  r = "XFD3000"/></row></sheetData></worksheet>'],
    ['a character by its number', '<worksheet><sheetData><row><c r="XFD&#51;000"/></row></sheetData></worksheet>'],
    [
      'many attributes',
      `<worksheet><sheetData><row><c ${'a="b" '.repeat(99)}r="XFD3000"/></row></sheetData></worksheet>`,
    ],
    ['its row alone', '<worksheet><sheetData><row r="99999999999"/></sheetData></worksheet>'],
    ['two cells', '<worksheet><sheetData><row><c r="XFD1"/></row><row><c r="A3000"/></row></sheetData></worksheet>'],
  ])('refuses a far cell written with %s, in a part of any name', async (_, far) => {
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/other.xml', 'xl/worksheets/sheet1.bin']) {
      const parts = [
        { name: 'xl/workbook.xml', content: '<workbook/>' },
        { name, content: far },
      ]
      expect(fatalCode(await readBytes('a.xlsx', makeZip(parts))), name).toBe('too-large')
    }
  })

  it('refuses too many sheets, a broken workbook and one without words', async () => {
    const two = await makeXlsx({ A: [['x', 'y']], B: [['x', 'y']] })
    expect(fatalCode(await readBytes('a.xlsx', two, { maxPages: 1 }))).toBe('too-many-pages')
    expect(fatalCode(await readBytes('a.xlsx', makeZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }])))).toBe(
      'office-damaged',
    )
    expect(fatalCode(await readBytes('a.xlsx', await makeXlsx({ A: [[null]] })))).toBe('empty')
  })
})
