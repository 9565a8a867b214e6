import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../../graph/thesaurus/load-thesaurus.ts'
import { findUnknownNames } from '../../../../src/match/need/find-unknown-names.ts'

const thesaurus = loadThesaurus()
const find = (text: string, taken: { start: number; end: number }[] = []) =>
  findUnknownNames(text, taken, thesaurus).map(({ start, end }) => text.slice(start, end))

describe('findUnknownNames', () => {
  it.each([
    ['EAF dust in Viet Nam, not Korea Zinc', ['Korea Zinc']],
    ['EAF dust, but not from Nippon Lead Works or others', ['Nippon Lead Works']],
    ['copper slag without Silver Peak', ['Silver Peak']],
    ['EAF dust in Viet Nam with Korea Zinc', []],
    ['EAF dust, not Viet Nam', []],
    ['batteries, not Lead Acid Batteries', []],
    ['EAF dust but no Waelz Process', []],
    ['steel dust, not zinc', []],
    ['WE HAVE STEEL DUST IN VIET NAM BUT NOT KOREA ZINC', []],
  ])('finds in “%s” %j', (text, names) => {
    expect(find(text)).toEqual(names)
  })

  it('leaves what the graph knows', () => {
    const text = 'EAF dust, not Korea Zinc'
    expect(find(text, [{ start: text.indexOf('Korea'), end: text.length }])).toEqual([])
  })
})
