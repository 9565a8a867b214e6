import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlightText, type MetTerms } from '../../../src/search/highlight-text.ts'

const met = (terms: string[], more: Partial<MetTerms> = {}): MetTerms => ({
  terms: new Set(terms),
  prefixes: [],
  phrases: [],
  ...more,
})

describe('highlightText', () => {
  it('marks met words whatever their case and accents', () => {
    expect(highlightText('The Rönnskär smelter in Sweden', met(['ronnskar', 'sweden']))).toEqual([
      'The ‹Rönnskär› smelter in ‹Sweden›',
    ])
  })

  it('marks words by their beginning, and runs of words only together', () => {
    expect(
      highlightText('steel dust and zinc dust', met([], { prefixes: ['zin'], phrases: [['steel', 'dust']] })),
    ).toEqual(['‹steel› ‹dust› and ‹zinc› dust'])
  })

  it('joins Chinese pairs into one mark', () => {
    expect(highlightText('公司处理钢铁粉尘。', met(['钢铁', '铁粉', '粉尘']))).toEqual(['公司处理‹钢铁粉尘›。'])
  })

  it('shows each met word from a long text in few pieces, cut between words', () => {
    const filler = 'so many other words stand here '.repeat(40)
    const snippets = highlightText(`${filler}zinc ${filler}lead ${filler}zinc ${filler}`, met(['zinc', 'lead']))
    expect(snippets).toHaveLength(2)
    for (const snippet of snippets) {
      expect(snippet).toMatch(/^…\w.*‹(?:zinc|lead)›.*\w…$/)
      expect(snippet.length).toBeLessThan(260)
    }
  })

  it('finds a word far into a long text', () => {
    expect(highlightText(`${'other words stand here '.repeat(5_000)}zinc at last`, met(['zinc'])).join()).toMatch(
      /‹zinc› at last$/,
    )
  })

  it('shows nothing where nothing is met', () => {
    expect(highlightText('zinc', met(['lead']))).toEqual([])
    expect(highlightText('', met(['lead']))).toEqual([])
  })

  it('parts the cells of a row', () => {
    expect(highlightText('Befesa\tLuxembourg\tsteel dust', met(['dust']))).toEqual([
      'Befesa | Luxembourg | steel ‹dust›',
    ])
  })

  it('never invents a mark: what the text itself brings is made plain', () => {
    expect(highlightText('‹fake› zinc', met(['zinc']))).toEqual(["'fake' ‹zinc›"])
  })

  it('gives pieces of the text for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.constantFrom('a', 'b', 'e'), (text, prefix) => {
        const flat = text
          .replace(/[‹›]/g, "'")
          .replace(/ *\t\s*/g, ' | ')
          .replace(/\s+/g, ' ')
        for (const snippet of highlightText(text, met([], { prefixes: [prefix] }))) {
          const bare = snippet.replace(/[‹›]/g, '').replace(/^…|…$/g, '')
          expect(flat).toContain(bare.trim())
        }
      }),
    )
  })
})
