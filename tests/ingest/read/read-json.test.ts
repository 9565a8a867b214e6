import { describe, expect, it } from 'vitest'
import { fatalCode, passageTexts, readBytes, tableRows } from '../../support/read-passages.ts'

describe('jsonReader', () => {
  it('makes a list of objects a table with the keys as header, objects inside them columns of their own', async () => {
    const list = [
      { company: 'Norden', place: { city: 'Skellefteå', country: 'SE' }, metals: ['Cu', 'Zn'] },
      { company: 'Sungai', founded: 1998 },
    ]
    const read = await readBytes('list.json', JSON.stringify(list))
    expect(tableRows(read)).toEqual([
      ['company', 'place.city', 'place.country', 'metals', 'founded'],
      ['Norden', 'Skellefteå', 'SE', 'Cu; Zn'],
      ['Sungai', '1998'],
    ])
    expect(read.passages[2]?.cells?.map((cell) => cell.header)).toEqual(['company', 'founded'])
  })

  it('makes anything else lines of path and value, and finds lists deep inside', async () => {
    const read = await readBytes(
      'one.json',
      '{"name":"Kiln 4","site":{"city":"Taiyuan"},"runs":[{"year":2019,"tonnes":5}]}',
    )
    expect(passageTexts(read, 'paragraph')).toEqual(['name: Kiln 4', 'site.city: Taiyuan'])
    expect(passageTexts(read, 'caption')).toEqual(['runs'])
    expect(tableRows(read)).toEqual([
      ['year', 'tonnes'],
      ['2019', '5'],
    ])
    expect(read.title).toBe('Kiln 4')
  })

  it('reads one object a line', async () => {
    expect(tableRows(await readBytes('rows.jsonl', '{"a":1,"b":2}\n{"a":3,"b":4}\n'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('reads objects whose keys are values line by line, not as a table of thousands of columns', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => ({ [`works ${index}`]: index }))
    const read = await readBytes('a.json', JSON.stringify(rows))
    expect(read.passages).toHaveLength(2_000)
    expect(read.text).toContain('1712.works 1711: 1711')
  })

  it('refuses broken JSON with the line, but reads it as text under a name of text', async () => {
    const broken = '{\n  "a": 1,\n  "b": [1, 2\n'
    const read = await readBytes('a.json', broken)
    expect(read.problems).toMatchObject([{ code: 'json-invalid', fatal: true, line: 4 }])
    const asText = await readBytes('a.txt', broken)
    expect(asText.problems).toMatchObject([{ code: 'json-cut-short' }])
    expect(fatalCode(asText)).toBeUndefined()
  })

  it('refuses what nests too deeply without falling over it', async () => {
    for (const text of [
      '['.repeat(10_000) + ']'.repeat(10_000),
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
      '['.repeat(200_000),
    ]) {
      expect(fatalCode(await readBytes('deep.json', text))).toBe('too-deep')
    }
    expect(fatalCode(await readBytes('fine.json', `{"brackets":"${'['.repeat(10_000)}"}`))).toBeUndefined()
  })
})
