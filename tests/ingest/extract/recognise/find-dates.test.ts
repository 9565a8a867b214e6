import { describe, expect, it } from 'vitest'
import { findDates } from '../../../../ingest/extract/recognise/find-dates.ts'

const find = (text: string, year?: string) => findDates(text, 0, text.length, year).map(({ value }) => value)

describe('findDates', () => {
  it.each([
    ['from 5 to 7 July 2023', '2023-07-05', '2023-07-07'],
    ['January 27-29th, 2010', '2010-01-27', '2010-01-29'],
    ['May 18 to 20, 2024', '2024-05-18', '2024-05-20'],
    ['12-13 December 2024', '2024-12-12', '2024-12-13'],
    ['14 au 16 mars 2023', '2023-03-14', '2023-03-16'],
    ['2023年9月20日至21日', '2023-09-20', '2023-09-21'],
    ['1 October 2022 to 30 September 2026', '2022-10-01', '2026-09-30'],
    ['June 2022 – May 2026', '2022-06', '2026-05'],
  ])('reads the span "%s"', (text, start, end) => {
    expect(find(text)).toMatchObject([{ start, end }])
  })

  it.each([
    ['May 7th, 2015', '2015-05-07', 'day'],
    ['3 de septiembre de 2023', '2023-09-03', 'day'],
    ['August 2019', '2019-08', 'month'],
    ['the second half of 2020', '2020-07', 'half'],
    ['Q3 2021', '2021-07', 'quarter'],
    ['成立于2009年', '2009', 'year'],
  ])('keeps the precision of "%s"', (text, start, precision) => {
    expect(find(text)).toMatchObject([{ start, precision }])
  })

  it('gives a date without a year the year it is told', () => {
    expect(find('From December 3 to 5', '2019')).toMatchObject([{ start: '2019-12-03', end: '2019-12-05' }])
    expect(find('From December 3 to 5')).toEqual([])
  })

  it('marks what is since or before', () => {
    expect(find('since 2016')).toMatchObject([{ start: '2016', bound: 'after' }])
  })

  it('takes no figure with a unit for a year', () => {
    expect(find('2,000 tonnes and 2000.5 kg from 8 countries')).toEqual([])
  })
})
