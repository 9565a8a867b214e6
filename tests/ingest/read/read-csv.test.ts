import { describe, expect, it } from 'vitest'
import { detectDelimiter } from '../../../ingest/read/read-csv.ts'
import { passageTexts, problemCodes, readBytes, tableRows } from '../../support/read-passages.ts'

describe('csvReader', () => {
  it('makes every row a passage with the header of each cell', async () => {
    const read = await readBytes(
      'firms.csv',
      'Company,Country,Capacity\nNorden Metall,Sweden,"12,000 t"\nSungai Zinc,Malaysia,\n',
    )
    expect(tableRows(read)).toEqual([
      ['Company', 'Country', 'Capacity'],
      ['Norden Metall', 'Sweden', '12,000 t'],
      ['Sungai Zinc', 'Malaysia'],
    ])
    expect(read.passages.map((passage) => passage.header ?? false)).toEqual([true, false, false])
    expect(read.passages[2]?.cells?.map((cell) => cell.header)).toEqual(['Company', 'Country'])
    expect(read.text).toBe('Company\tCountry\tCapacity\nNorden Metall\tSweden\t12,000 t\nSungai Zinc\tMalaysia')
  })

  it('keeps the column of a cell after an empty one', async () => {
    const read = await readBytes('firms.csv', 'Company,Country,City\nNorden,,Skellefteå\n')
    expect(read.passages[1]?.cells?.map((cell) => cell.header)).toEqual(['Company', 'City'])
  })

  it.each([
    [',', 'a,b,c\n1,2,3\n4,5,6'],
    [';', 'Lorem, ipsum; dolor; sit\nsed; do; eiusmod\nut, et, labore; et; magna'],
    ['\t', 'a\tb, c\n1\t2, 3'],
    ['|', 'a|b\n1|2'],
    [null, 'one\ntwo, three\nfour\nfive'],
  ])('detects the delimiter %j', (delimiter, text) => {
    expect(detectDelimiter(text)).toBe(delimiter)
  })

  it('obeys the line that names the separator, and reads decimals with a comma', async () => {
    const read = await readBytes('list.csv', 'sep=;\nFirma;Menge\nNord;3,5\nSüd;4,5\n')
    expect(tableRows(read)).toEqual([
      ['Firma', 'Menge'],
      ['Nord', '3,5'],
      ['Süd', '4,5'],
    ])
  })

  it('takes no values for a header', async () => {
    const read = await readBytes('list.csv', 'Norden,2019,12 t\nSungai,2020,13 t\n')
    expect(read.passages.some((passage) => passage.header)).toBe(false)
  })

  it('takes rows above the header for a caption and joins a header of two rows', async () => {
    const read = await readBytes(
      'list.csv',
      'Plants of the region,,,\nPlant,Capacity,,Year\n,Slag,Dust,\nNord,10,20,2001\nSüd,30,40,2002\n',
    )
    expect(passageTexts(read, 'caption')).toEqual(['Plants of the region'])
    expect(read.passages.at(-1)?.cells?.map((cell) => cell.header)).toEqual([
      'Plant',
      'Capacity Slag',
      'Capacity Dust',
      'Year',
    ])
  })

  it('keeps ragged rows and names their lines, counting line breaks inside cells', async () => {
    const read = await readBytes('list.csv', 'a,b,c\n1,"two\nlines",3\n4,5\n6,7,8\n')
    expect(read.problems).toMatchObject([{ code: 'csv-ragged', line: 4 }])
    expect(read.problems[0]?.fatal).toBeUndefined()
    expect(tableRows(read)[2]).toEqual(['4', '5'])
    expect(tableRows(read)[1]).toEqual(['1', 'two lines', '3'])
  })

  it('sums ragged rows up instead of naming thousands', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => (index % 3 ? 'a,b,c' : 'a,b')).join('\n')
    expect(problemCodes(await readBytes('list.csv', rows))).toHaveLength(11)
  })

  it('says where a quote is not closed', async () => {
    expect(problemCodes(await readBytes('list.csv', 'a,b\n1,"open\n2,3\n'))).toContain('csv-quotes')
  })
})
