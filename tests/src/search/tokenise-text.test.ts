import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateTokens, tokenise } from '../../../src/search/tokenise-text.ts'

describe('tokenise', () => {
  it.each([
    ['EAF-dust, 100 t/a', ['eaf', 'dust', '100', 't', 'a']],
    ['Rönnskär Łódź', ['ronnskar', 'lodz']],
    ['Ｋ０６１', ['k061']],
    ['钢铁粉尘', ['钢铁', '铁粉', '粉尘', '尘']],
    ['2019年 K061钢', ['2019', '年', 'k061', '钢']],
    ['が', ['か']],
    ['', []],
    ['—…!', []],
  ])('cuts %j into %j', (text, terms) => {
    expect(tokenise(text)).toEqual(terms)
  })

  it('finds the words of scripts that write no spaces', () => {
    expect(tokenise('โรงงานรีไซเคิล').length).toBeGreaterThan(1)
  })

  it('cuts a run without end, so that no term grows without bound', () => {
    expect(Math.max(...tokenise('x'.repeat(100_000)).map((term) => term.length))).toBeLessThanOrEqual(64)
  })

  it('gives terms of letters and digits alone for any text, at places inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const { term, start, end } of locateTokens(text)) {
          expect(term).toMatch(/^[\p{L}\p{N}]+$/u)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeLessThan(end)
        }
        expect(tokenise(text)).toEqual(locateTokens(text).map(({ term }) => term))
      }),
    )
  })
})
