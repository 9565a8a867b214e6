import { describe, expect, it } from 'vitest'
import { stemWord } from '../../../src/search/stem-word.ts'

describe('stemWord', () => {
  it.each([
    ['recycler', 'recycled', 'recycling', 'recycle', 'recyclers'],
    ['battery', 'batteries'],
    ['aluminium', 'aluminum'],
    ['treat', 'treated', 'treatment', 'treating', 'treats'],
    ['incinerator', 'incineration', 'incinerated', 'incinerate'],
    ['programme', 'program', 'programs'],
    ['organise', 'organization', 'organising', 'organized'],
    ['recovery', 'recover', 'recovered', 'recovering'],
    ['centre', 'center', 'centres'],
    ['process', 'processes'],
  ])('brings %s, %s and the like together', (...forms) => {
    expect(new Set(forms.map(stemWord)).size).toBe(1)
  })

  it.each([
    ['lead', 'leading'],
    ['tin', 'ting'],
    ['copper', 'cope'],
    ['gas', 'gate'],
    ['slag', 'slags2'],
    ['iron', 'ironic'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemWord(one)).not.toBe(stemWord(other))
  })

  it('leaves words of other alphabets alone', () => {
    expect(stemWord('заводы')).toBe('заводы')
    expect(stemWord('铁粉')).toBe('铁粉')
  })
})
