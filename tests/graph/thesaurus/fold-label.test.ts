import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldLabel } from '../../../graph/thesaurus/fold-label.ts'

describe('foldLabel', () => {
  it.each([
    ['Batteries', 'battery'],
    ['ashes', 'ash'],
    ['drosses', 'dross'],
    ['e-wastes', 'e waste'],
    ['aluminum sulfate', 'aluminium sulphate'],
    ['recycling centers', 'recycling centre'],
    ['stabilization', 'stabilisation'],
    ['scrap tires', 'scrap tyre'],
    ['fibers', 'fibre'],
    ['process', 'process'],
    ['gas', 'gas'],
    ['废电池', '废电池'],
  ])('folds %s to %s', (label, expected) => expect(foldLabel(label)).toBe(expected))

  it.each([
    ['vitrify', 'virtue'],
    ['prize', 'price'],
    ['programmer', 'programme'],
  ])('keeps %s and %s apart', (left, right) => expect(foldLabel(left)).not.toBe(foldLabel(right)))

  it('gives the same key for either case and for surrounding marks', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,3}$/), (label) => {
        expect(foldLabel(` “${label.toUpperCase()}”, `)).toBe(foldLabel(label))
      }),
    )
  })
})
