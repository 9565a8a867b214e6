import { describe, expect, it } from 'vitest'
import { isEmptyCell, isTotal, splitCell } from '../../../../ingest/extract/table/split-cell.ts'

const split = (text: string, at: Parameters<typeof splitCell>[2]) =>
  splitCell(text, { start: 0, end: text.length }, at).map((piece) => {
    expect(text.slice(piece.start, piece.end)).toBe(piece.text)
    return piece.text
  })

describe('splitCell', () => {
  it('parts names at semicolons and the Chinese list comma, never at commas', () => {
    expect(split('Umbra Co., Ltd.; Lumen, Inc.', 'semicolons')).toEqual(['Umbra Co., Ltd.', 'Lumen, Inc.'])
    expect(split('锌、铅；铜', 'semicolons')).toEqual(['锌', '铅', '铜'])
  })

  it('parts lists at commas, but neither in figures nor in brackets', () => {
    expect(split('zinc, lead (98,5 %, dry), tin', 'commas')).toEqual(['zinc', 'lead (98,5 %, dry)', 'tin'])
  })

  it('parts words at "and" and slashes', () => {
    expect(split('zinc and lead / tin/copper', 'words')).toEqual(['zinc', 'lead', 'tin', 'copper'])
  })

  it('leaves out parts that say nothing', () => {
    expect(split('zinc; n/a; -; ;others', 'semicolons')).toEqual(['zinc'])
  })
})

describe('isEmptyCell', () => {
  it.each(['n/a', 'N.A.', '—', '...', 'not stated', 'TBD', '不详', ' '])('knows %j', (text) => {
    expect(isEmptyCell(text)).toBe(true)
  })
  it.each(['0', 'Nan', 'None Such AB', '无锡'])('keeps %j', (text) => {
    expect(isEmptyCell(text)).toBe(false)
  })
})

describe('isTotal', () => {
  it('knows sums and leaves names alone', () => {
    expect(['Total', 'Grand total', 'Total (2023)', '合计'].every(isTotal)).toBe(true)
    expect(['Total Recycling AB', 'TotalEnergies', 'Allgemeine AG'].some(isTotal)).toBe(false)
  })
})
