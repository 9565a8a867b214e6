import { describe, expect, it } from 'vitest'
import { findQuantities } from '../../../../ingest/extract/recognise/find-quantities.ts'

const find = (text: string) =>
  findQuantities(text, 0, text.length).map(({ kind, value, counted }) => ({ ...value, kind, counted }))

describe('findQuantities', () => {
  it('normalises mass to tonnes and keeps the period', () => {
    expect(find('a capacity of 1,840 kt a year')).toMatchObject([
      { kind: 'mass', value: 1_840_000, unit: 't', per: 'year' },
    ])
    expect(find('500 kilograms of black mass per day')).toMatchObject([{ value: 0.5, unit: 't', per: 'day' }])
  })

  it('notes that tons are read as tonnes', () => {
    expect(find('300,000 tons')[0]?.assumption).toContain('metric tonne')
    expect(find('300,000 tonnes')[0]?.assumption).toBeUndefined()
  })

  it('keeps bounds and ranges', () => {
    expect(find('more than 5 tonnes')).toMatchObject([{ value: 5, bound: 'at-least' }])
    expect(find('between 5 and 7 tonnes')).toMatchObject([{ low: 5, high: 7 }])
  })

  it('takes what a figure rose to, not the range', () => {
    const [quantity] = find('capacity rose from 45,000 to 120,000 tonnes')
    expect(quantity).toMatchObject({ value: 120_000, text: '120,000 tonnes' })
    expect(quantity?.low).toBeUndefined()
  })

  it('reads money before and after the number', () => {
    expect(find('USD 5.9 billion')).toMatchObject([{ kind: 'money', value: 5.9e9, unit: 'USD' }])
    expect(find('3.6亿元')).toMatchObject([{ kind: 'money', value: 3.6e8, unit: 'CNY' }])
    expect(find('18 millones de dólares')).toMatchObject([{ kind: 'money', value: 18e6, unit: 'USD' }])
  })

  it('reads points and commas as the language writes them', () => {
    expect(find('45.000 toneladas')).toMatchObject([{ value: 45_000 }])
    expect(find('3,2 millones de euros')).toMatchObject([{ value: 3.2e6 }])
    expect(find('45.5 tonnes')).toMatchObject([{ value: 45.5 }])
  })

  it('counts members, people and plants', () => {
    expect(find('about 140 participants from nine countries')).toMatchObject([
      { kind: 'count', counted: 'participant', value: 140, bound: 'about' },
      { kind: 'count', counted: 'country', value: 9 },
    ])
  })

  it('finds none in a year, a standard or a telephone number', () => {
    expect(find('ISO 14001 since 2016, call 86-10-62794351')).toEqual([])
  })
})
