import { describe, expect, it } from 'vitest'
import { parseTableMapping } from '../../../../ingest/extract/table/table-mapping.ts'
import { TableMappingError } from '../../../../ingest/extract/table/table-mapping-error.ts'

function failWith(text: string): TableMappingError {
  try {
    parseTableMapping(text)
  } catch (error) {
    if (error instanceof TableMappingError) return error
    throw error
  }
  throw new Error('was accepted')
}

describe('parseTableMapping', () => {
  it('reads meanings, with or without a unit, under headers compared without case and accents', () => {
    expect(
      parseTableMapping(
        '{"rows": "Facility", "columns": {"Städte ": "city", "OUT": {"means": "output", "unit": "kt"}}}',
      ),
    ).toEqual({
      rows: 'Facility',
      columns: { stadte: { means: 'city', mapped: true }, out: { means: 'output', unit: 'kt', mapped: true } },
    })
  })

  it('says which column means nothing known, what came, and shows a correct mapping', () => {
    const error = failWith('{"columns": {"Firma": "firm", "Land": "country"}}')
    expect(error.code).toBe('mapping-invalid')
    expect(error.problems).toHaveLength(1)
    expect(error.message).toContain('columns "Firma": expected one of name, person')
    expect(error.message).toContain('got "firm"')
    const example = error.message.slice(error.message.indexOf('A correct one: ') + 'A correct one: '.length)
    expect(parseTableMapping(example).rows).toBe('Enterprise')
  })

  it('reports every problem together', () => {
    expect(failWith('{"rows": "Firm", "columns": {"a": 3, "b": {"means": "city", "unit": 7}}}').problems).toHaveLength(
      3,
    )
  })

  it.each([
    ['no JSON', 'Firma=name', 'expected JSON'],
    ['no columns', '{}', 'expected an object from header to meaning, got nothing'],
    ['an empty list of columns', '{"columns": {}}', 'expected at least one header'],
    ['an unknown key', '{"columns": {"a": "city"}, "rowz": 1}', 'got "rowz"'],
    ['a list', '[]', 'expected an object with "columns"'],
    ['documents as rows', '{"rows": "Document", "columns": {"a": "name"}}', 'got "Document"'],
  ])('refuses %s', (_, text, words) => {
    expect(failWith(text).message).toContain(words)
  })
})
