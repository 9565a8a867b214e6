import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../ingest/segment/tokenize.ts'

const texts = (text: string): string[] => tokenize(text).map((token) => token.text)

describe('tokenize', () => {
  it('keeps numbers, acronyms with stops and possessive endings apart', () => {
    expect(texts("Umbra S.A.'s 1,840.5 kt")).toEqual(['Umbra', 'S.A.', "'s", '1,840.5', 'kt'])
  })

  it('takes each character of a script without spaces for a token', () => {
    expect(texts('钢铁粉尘 dust')).toEqual(['钢', '铁', '粉', '尘', 'dust'])
  })

  it('folds case, diacritics and apostrophes away', () => {
    expect(tokenize("Rönnskär d'Ivoire Łódź").map(({ fold }) => fold)).toEqual(['ronnskar', 'divoire', 'lodz'])
  })

  it('tells the shapes of words', () => {
    expect(tokenize('dust Dust UNEP MoNRE 钢 19 ,').map(({ shape }) => shape)).toEqual([
      'lower',
      'capital',
      'upper',
      'mixed',
      'letter',
      'number',
      'mark',
    ])
  })

  it('reads the tab between two cells as a bar', () => {
    expect(tokenize('City\tWaste').map(({ fold, spaced }) => [fold, spaced])).toEqual([
      ['city', true],
      ['|', false],
      ['waste', true],
    ])
  })

  it('gives offsets that point at its own text, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text)
      }),
    )
  })
})
