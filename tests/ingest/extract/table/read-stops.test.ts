import { describe, expect, it } from 'vitest'
import { extractTable } from '../../../support/extract-table.ts'

/** The capacities a list gives, with what was taken for granted of them. */
async function readCapacities(header: string, capacities: readonly string[]): Promise<string[]> {
  const rows = capacities.map((capacity, index) => `Firma ${'ABC'[index]} GmbH;Germany;salt slag;${capacity}`)
  const { extraction } = await extractTable('list.csv', [`Company;Country;Waste;${header}`, ...rows].join('\n'))
  return extraction.statements.flatMap(({ value }) =>
    value?.kind === 'quantity' ? [`${value.value}${value.assumption ? ' taken' : ''}`] : [],
  )
}

describe('readStops', () => {
  it('parts thousands by the stop under a header of a language with decimal commas, and says so', async () => {
    const { claims, extraction } = await extractTable(
      'lista.json',
      JSON.stringify([
        { Empresa: 'Zincobre SA', País: 'España', Residuo: 'polvo de acería', 'Capacidad (t/año)': '110.000' },
      ]),
    )
    expect(claims).toContain('Enterprise Zincobre SA –capacity→ 110000 t a year')
    const capacity = extraction.statements.find(({ predicate }) => predicate === 'capacity')?.value
    expect(capacity).toMatchObject({ text: '110.000 t/año', assumption: expect.stringContaining('thousands') })
  })

  it('goes by the other figures of the column', async () => {
    expect(await readCapacities('Capacity (t/a)', ['8.500', '12,5'])).toEqual(['8500', '12.5'])
    expect(await readCapacities('Capacity (t/a)', ['8.500', '1.250.000'])).toEqual(['8500', '1250000'])
    expect(await readCapacities('Capacity (t/a)', ['8.500', '12.25'])).toEqual(['8.5', '12.25'])
    expect(await readCapacities('Capacity (t/a)', ['8.500', '1,250.5'])).toEqual(['8.5', '1250.5'])
  })

  it('goes by the size of the other figures where their form says nothing', async () => {
    expect(await readCapacities('Capacity (t/a)', ['8.500', '12,000'])).toEqual(['8500 taken', '12000'])
    expect(await readCapacities('Capacity (t/a)', ['22.500', '40000'])).toEqual(['22500 taken', '40000'])
    expect(await readCapacities('Capacity (t/a)', ['8.500', '12'])).toEqual(['8.5 taken', '12'])
  })

  it('keeps no figure below nothing', async () => {
    expect(await readCapacities('Capacity (t/a)', ['-5', '12'])).toEqual(['12'])
  })

  it('takes three digits behind every stop of a column for thousands, one alone for decimals', async () => {
    expect(await readCapacities('Capacity (t/a)', ['8.500', '50.000'])).toEqual(['8500 taken', '50000 taken'])
    expect(await readCapacities('Capacity (t/a)', ['8.500'])).toEqual(['8.5 taken'])
    expect(await readCapacities('Capacity (kt/a)', ['1.250', '2.375'])).toEqual(['1250 taken', '2375 taken'])
  })

  it('leaves numbers by type as they are', async () => {
    const { claims } = await extractTable(
      'lista.json',
      JSON.stringify([
        { Empresa: 'Zincobre SA', País: 'España', Residuo: 'polvo de acería', 'Capacidad (t/año)': 8.125 },
      ]),
    )
    expect(claims).toContain('Enterprise Zincobre SA –capacity→ 8.125 t a year')
  })
})
