import { describe, expect, it } from 'vitest'
import type { PropertyName } from '../../../../graph/ontology/ontology.ts'
import { readFigure } from '../../../../ingest/extract/table/read-figure.ts'

const read = (cell: string, property: PropertyName, unit?: string) => {
  const value = readFigure(cell, property, { means: property, ...(unit && { unit }) })
  return value && [value.value, value.unit, value.per].filter((each) => each !== undefined).join(' ')
}

describe('readFigure', () => {
  it('takes the unit of the cell before that of the header', () => {
    expect(read('2 kt/a', 'capacity', 't/a')).toBe('2000 t year')
    expect(read('2,500', 'capacity', 't/a')).toBe('2500 t year')
    expect(read('12', 'investment', 'USD million')).toBe('12000000 USD')
    expect(read('95', 'recovery_rate', '%')).toBe('95 %')
    expect(read('250', 'employees')).toBe('250 employee')
  })

  it('reads a figure with a note beside it', () => {
    expect(read('500,000 tonnes a year (planned)', 'capacity')).toBe('500000 t year')
  })

  it.each([
    ['a figure without any unit', '2500', 'capacity', undefined],
    ['money as a capacity', 'USD 5 million', 'capacity', 't/a'],
    ['tonnes as an investment', '5 t', 'investment', 'USD'],
    ['a share of money', '5 t', 'recovery_rate', '%'],
    ['two figures', '5 t of lead and 7 t of zinc', 'output', 't'],
    ['words', 'large', 'capacity', 't/a'],
  ] as const)('takes no %s', (_, cell, property, unit) => {
    expect(read(cell, property, unit)).toBeNull()
  })
})
