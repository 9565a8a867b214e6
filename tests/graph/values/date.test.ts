import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates, formatDate, parseDate, withYear } from '../../../graph/values/date.ts'

const read = (text: string) => {
  const value = parseDate(text)
  return value && `${value.precision} ${formatDate(value)}${value.bound ? ` ${value.bound}` : ''}`
}
const found = (text: string, reference?: string) => findDates(text, reference).map(({ value }) => formatDate(value))

describe('parseDate', () => {
  it.each([
    ['18 May 2024', 'day 2024-05-18'],
    ['May 7th, 2015', 'day 2015-05-07'],
    ['2024-05-18', 'day 2024-05-18'],
    ['18/05/2024', 'day 2024-05-18'],
    ['05/18/2024', 'day 2024-05-18'],
    ['05/07/2024', 'year 2024'],
    ['18.05.2024', 'day 2024-05-18'],
    ['from May 18 to 20, 2024', 'day 2024-05-18/2024-05-20'],
    ['12-13 December 2024', 'day 2024-12-12/2024-12-13'],
    ['27-29th January 2010', 'day 2010-01-27/2010-01-29'],
    ['January 27-29th, 2010', 'day 2010-01-27/2010-01-29'],
    ['30 May – 2 June 2024', 'day 2024-05-30/2024-06-02'],
    ['May 30 to June 2, 2024', 'day 2024-05-30/2024-06-02'],
    ['December 30, 2023 to January 2, 2024', 'day 2023-12-30/2024-01-02'],
    ['5, 6 and 7 July 2023', 'day 2023-07-05/2023-07-07'],
    ['December 3 to 5', 'day --12-03/--12-05'],
    ['Sept. 2019', 'month 2019-09'],
    ['As of October 2024', 'month 2024-10'],
    ['March to May 2021', 'month 2021-03/2021-05'],
    ['from March 2019 to May 2020', 'month 2019-03/2020-05'],
    ['Q3 2024', 'quarter 2024-07/2024-09'],
    ['first quarter of 2024', 'quarter 2024-01/2024-03'],
    ['second half of 2020', 'half 2020-07/2020-12'],
    ['1H 2020', 'half 2020-01/2020-06'],
    ['FY 2009', 'year 2009'],
    ['FY2021/22', 'year 2021/2022'],
    ['2021-2025', 'year 2021/2025'],
    ['between 2019 and 2023', 'year 2019/2023'],
    ['2009-10', 'year 2009/2010'],
    ['2024-05', 'month 2024-05'],
    ['early 1990s', 'decade 1990/1999'],
    ['since 2022', 'year 2022 after'],
    ['by the end of 2025', 'year 2025 before'],
    ['around 2010', 'year 2010 about'],
    ['18 de mayo de 2024', 'day 2024-05-18'],
    ['del 18 al 20 de mayo de 2024', 'day 2024-05-18/2024-05-20'],
    ['primer semestre de 2024', 'half 2024-01/2024-06'],
    ['du 18 au 20 mai 2024', 'day 2024-05-18/2024-05-20'],
    ['1er mai 2024', 'day 2024-05-01'],
    ['depuis 2019', 'year 2019 after'],
    ['18 мая 2024', 'day 2024-05-18'],
    ['15 มกราคม 2024', 'day 2024-01-15'],
    ['ngày 12 tháng 5 năm 2022', 'day 2022-05-12'],
    ['2024년 5월 18일', 'day 2024-05-18'],
    ['17 Agustus 2023', 'day 2023-08-17'],
    ['2024年5月18日至20日', 'day 2024-05-18/2024-05-20'],
    ['2024年5月30日—6月2日', 'day 2024-05-30/2024-06-02'],
    ['2024年下半年', 'half 2024-07/2024-12'],
    ['2024年第三季度', 'quarter 2024-07/2024-09'],
    ['二〇二四年十二月三十一日', 'day 2024-12-31'],
    ['2021-2025年', 'year 2021/2025'],
    ['20世纪90年代', 'decade 1990/1999'],
    ['截至2024年10月', 'month 2024-10'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    '',
    'from 8 countries',
    'May',
    '2000 tonnes',
    '2,020',
    '30 February 2020',
    '29 February 2023',
    '13 and 14',
    'we may 5 times',
    '20 May 2024 or 2025',
  ])('finds no date in %j', (text) => expect(parseDate(text)).toBeNull())

  it('gives a day without a year the year of the reference', () => {
    expect(parseDate('December 3 to 5', '2019-11-02')).toMatchObject({ start: '2019-12-03', end: '2019-12-05' })
    const open = parseDate('5月18日')
    expect(open && withYear(open, 2024).start).toBe('2024-05-18')
  })

  it('reads every day and month it writes', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, fc.constantFrom('en-GB', 'en-US', 'es', 'fr', 'zh-CN'), (day, locale) => {
        const written = day.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' })
        expect(parseDate(written)).toMatchObject({ start: day.toISOString().slice(0, 10), precision: 'day' })
        const month = day.toLocaleDateString(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' })
        expect(parseDate(month)).toMatchObject({ start: day.toISOString().slice(0, 7), precision: 'month' })
      }),
    )
  })
})

describe('findDates', () => {
  it('finds the dates of a paragraph and nothing else', () => {
    const text =
      'The forum of 12–13 June 2023 drew 2000 participants from 8 countries (USD 2019 each, No. 2018-33). ISO 14001:2015 holds since ' +
      'March 2011; Resolution 77/161, tel. 86-10-2012-1999. In 2005 the march 5 km long cost $2010.'
    expect(found(text)).toEqual(['2023-06-12/2023-06-13', '2011-03', '2005'])
  })

  it('takes the year of a title and of a plan, and no number of things', () => {
    expect(
      found(
        'Network Workshop 2009, 1,840 kt, the 2030 Agenda. Founded: 1998. 2010 tonnes, 2000 households, 1998 people',
      ),
    ).toEqual(['2009', '2030', '1998'])
  })

  it('gives spans that lie in the text, in order, each with its own words', () => {
    const piece = fc.constantFrom(
      'May',
      ' ',
      '18',
      '20',
      '2024',
      '-',
      ' to ',
      ',',
      '年',
      '5月',
      '日',
      'since ',
      'Q1',
      'de ',
      'first half of ',
      '1990s',
      '/',
      '至',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end, value } of findDates(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end)).toBe(value.text)
          if (value.end) expect(value.end >= value.start).toBe(true)
          last = end
        }
      }),
    )
  })

  it('gets through long hostile text', () => {
    for (const unit of ['1,', 'May ', '2024-', '5, ', 'second ', '1 to ', '2024年', ' ', '31/12/']) {
      expect(Array.isArray(findDates(unit.repeat(10_000)))).toBe(true)
    }
  })
})
