import { expect, it } from 'vitest'
import { parseSource } from '../../../scripts/examples/parse-source.ts'

it('reads front matter, headings, lists and tables', () => {
  const source = parseSource(
    '---\ntitle: Dust: a sheet\ncolumns: 2\n---\n# Dust\n\nA line.\n\n- one\n1. first\n\n::: wide\n| A | B |\n| 1 | |\n:::\n',
  )
  expect(source).toMatchObject({ title: 'Dust: a sheet', columns: 2 })
  expect(source.blocks).toEqual([
    { kind: 'heading', level: 1, text: 'Dust' },
    { kind: 'paragraph', text: 'A line.' },
    { kind: 'item', text: 'one' },
    { kind: 'item', text: 'first', number: 1 },
    {
      kind: 'table',
      wide: true,
      rows: [
        ['A', 'B'],
        ['1', ''],
      ],
    },
  ])
})

it('asks for front matter where there is none', () => {
  expect(() => parseSource('# Dust')).toThrow(/front matter/)
})
