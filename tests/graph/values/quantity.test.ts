import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatQuantity } from '../../../graph/values/format-quantity.ts'
import { findQuantities, parseQuantity } from '../../../graph/values/quantity.ts'
import type { QuantityValue } from '../../../graph/values/value.ts'

const show = (value: QuantityValue) =>
  [
    value.low === undefined ? value.value : `${value.low}..${value.high}`,
    value.unit,
    value.per && `/${value.per}`,
    value.bound,
    value.assumption && '!',
  ]
    .filter((part) => part !== undefined)
    .join(' ')
const read = (text: string) => {
  const value = parseQuantity(text)
  return value && show(value)
}
const found = (text: string) => findQuantities(text).map(({ value }) => show(value))

describe('parseQuantity', () => {
  it.each([
    ['110,000 tonnes of EAF dust a year', '110000 t /year'],
    ['1,840 kt a year', '1840000 t /year'],
    ['1 840 kt', '1840000 t'],
    ['1\u202f840 kt', '1840000 t'],
    ['1.840,5 toneladas', '1840.5 t'],
    ['45.000 toneladas', '45000 t'],
    ['1,5 millones de toneladas', '1500000 t'],
    ['3 millions de tonnes', '3000000 t'],
    ['12,00,000 tonnes', '1200000 t'],
    ['3.45 million tons', '3450000 t !'],
    ['2.5 Mt', '2500000 t'],
    ['2,500 MT', '2500 t !'],
    ['300,000 tpa', '300000 t /year'],
    ['10 t/a', '10 t /year'],
    ['20 t/h', '20 t /hour'],
    ['200 tons per day', '200 t /day !'],
    ['45,000 to 120,000 tonnes', '45000..120000 t'],
    ['10–15 kt', '10000..15000 t'],
    ['10-15 million tonnes', '10000000..15000000 t'],
    ['between 5 and 6%', '5..6 %'],
    ['120k tonnes', '120000 t'],
    ['5m tonnes', '5000000 t'],
    ['half a million tonnes', '500000 t'],
    ['two hundred thousand tonnes', '200000 t'],
    ['one hundred fifty thousand tonnes', '150000 t'],
    ['one hundred and twenty-five tonnes', '125 t'],
    ['two thousand five hundred tonnes', '2500 t'],
    ['three million two hundred thousand tonnes', '3200000 t'],
    ['twenty five thousand tonnes', '25000 t'],
    ['nearly five million tonnes', '5000000 t about'],
    ['an annual capacity of 300,000 tons', '300000 t /year !'],
    ['5 kg/t', '5 kg/t'],
    ['roughly 70%', '70 % about'],
    ['96.5 per cent', '96.5 %'],
    ['exceeding 95%', '95 % at-least'],
    ['SEK 1.3 billion', '1300000000 SEK'],
    ['€1.2bn', '1200000000 EUR'],
    ['up to $67.3 million', '67300000 USD at-most !'],
    ['US$ 10 million', '10000000 USD'],
    ['RMB 300 million', '300000000 CNY'],
    ['Rs 50 crore', '500000000 INR'],
    ['more than 5 billion yuan', '5000000000 CNY at-least'],
    ['48 members', '48 member'],
    ['500+ sites', '500 site at-least'],
    ['about 4,400 employees', '4400 employee about'],
    ['more than 70 hazardous waste treatment bases', '70 base at-least'],
    ['seven Asian countries', '7 country'],
    ['2 500 personas', '2500 person'],
    ['20 MW', '20 MW'],
    ['500 m²', '500 m2'],
    ['15 mu', '1 ha'],
    ['30万吨/年', '300000 t /year'],
    ['年产30万吨', '300000 t /year'],
    ['人民币3亿元', '300000000 CNY'],
    ['5.9亿美元', '590000000 USD'],
    ['70余家企业', '70 enterprise at-least'],
    ['500万吨左右', '5000000 t about'],
    ['两万吨', '20000 t'],
    ['超过95%', '95 % at-least'],
    ['50,000 ตันต่อปี', '50000 t /year'],
    ['300 ล้านบาท', '300000000 THB'],
    ['20.000 tấn/năm', '20000 t /year'],
    ['Rp 1,2 triliun', '1200000000000 IDR'],
    ['a 30,000-tonne-per-year', '30000 t /year'],
    ['50 kt to 100 kt', '50000..100000 t'],
    ['约1.2万名', '12000 person about'],
    ['1,840', '1840 1'],
    ['more than 48', '48 1 at-least'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each(['', 'tonnes', '5 t and 6 t', 'In 2019 companies met', '14th Five-Year Plan', 'EN 14001', 'one plant'])(
    'reads no quantity in %j',
    (text) => expect(parseQuantity(text)).toBeNull(),
  )

  it('keeps the words and says what it assumed', () => {
    expect(parseQuantity('roughly 300 tons')).toEqual({
      kind: 'quantity',
      text: 'roughly 300 tons',
      value: 300,
      unit: 't',
      bound: 'about',
      assumption: expect.stringContaining('metric tonne'),
    })
  })

  it('reads back what it writes', () => {
    const value = fc.double({ min: 0.001, max: 1e12, noNaN: true }).map((number) => Number(number.toPrecision(6)))
    const unit = fc.constantFrom('t', '%', 'USD', 'SEK', 'MWh', 'ha', 'm2', 'company', 'person', 'member', 'country')
    const per = fc.constantFrom(undefined, 'year' as const, 'day' as const, 'hour' as const)
    const bound = fc.constantFrom(undefined, 'about' as const, 'at-least' as const, 'at-most' as const)
    fc.assert(
      fc.property(value, unit, per, bound, (amount, of, rate, open) => {
        const number = amount === 1 ? 2 : amount
        const written = formatQuantity({ kind: 'quantity', text: '', value: number, unit: of, per: rate, bound: open })
        expect([written, parseQuantity(written)]).toEqual([
          written,
          expect.objectContaining({ unit: of, ...(rate && { per: rate }), ...(open && { bound: open }) }),
        ])
        expect(parseQuantity(written)?.value).toBeCloseTo(number, 6)
      }),
    )
  })
})

describe('findQuantities', () => {
  it('finds the figures of a paragraph with their rates, and no years, codes or phone numbers', () => {
    const text =
      'In 2019 the works (founded 1998, tel. 86-10-62794351, ISO 14001:2015) treated 12,500 tons of dust; the design capacity is 20 kt ' +
      'of EAF dust a year (10 02 07*). It employs 140 people and recovers over 92% of the zinc. Basel A4100 applies to 3 plants.'
    expect(found(text)).toEqual(['12500 t !', '20000 t /year', '140 person', '92 % at-least', '3 plant'])
  })

  it('takes the later figure of a change and says so', () => {
    const [change] = findQuantities('Capacity rises from 65,000 to 110,000 tonnes.')
    expect(change?.value).toMatchObject({ value: 110_000, assumption: expect.stringContaining('later figure') })
    expect(change?.value).not.toHaveProperty('low')
    expect(found('Loads run from 65 to 110 tonnes.')).toEqual(['65..110 t'])
  })

  it('tells counted things from years', () => {
    expect(found('Workshop 2009\nParticipants came from 23 countries; in 2020 cities joined')).toEqual(['23 country'])
  })

  it('gives spans that lie in the text, in order, each with its own words', () => {
    const piece = fc.constantFrom(
      '1',
      '5',
      ',000',
      ' ',
      'million',
      ' t',
      '%',
      '-',
      ' to ',
      '$',
      'about ',
      '亿',
      '元',
      '三',
      'five ',
      'people',
      '/a',
      '.',
      '+',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end, value } of findQuantities(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end)).toBe(value.text)
          expect(Number.isFinite(value.value)).toBe(true)
          last = end
        }
      }),
    )
  })

  it('gets through long hostile text', () => {
    for (const unit of ['1,', '1 ', '$', 'five ', '1-', '十万', '1 a b c d ', '1% ', 'annual ', 'increase from 1 ']) {
      expect(Array.isArray(findQuantities(unit.repeat(5_000)))).toBe(true)
    }
  })
})
