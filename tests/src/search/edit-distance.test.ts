import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, forgivenEdits } from '../../../src/search/edit-distance.ts'

/** The definition, without any cleverness. */
function distance(left: string, right: string, i = left.length, j = right.length): number {
  if (i === 0 || j === 0) return i + j
  const ways = [
    distance(left, right, i - 1, j) + 1,
    distance(left, right, i, j - 1) + 1,
    distance(left, right, i - 1, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1),
  ]
  if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
    ways.push(distance(left, right, i - 2, j - 2) + 1)
  }
  return Math.min(...ways)
}

describe('editDistance', () => {
  it('counts letters put in, left out, changed and swapped', () => {
    expect(editDistance('dross', 'drosss', 2)).toBe(1)
    expect(editDistance('battery', 'batery', 2)).toBe(1)
    expect(editDistance('copper', 'cobber', 2)).toBe(2)
    expect(editDistance('dust', 'dsut', 2)).toBe(1)
  })

  it('agrees with its definition up to the limit, and says that it is more past it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (left, right, most) => {
        expect(editDistance(left, right, most)).toBe(Math.min(distance(left, right), most + 1))
      }),
    )
  })

  it('takes words of any length', () => {
    expect(editDistance('x'.repeat(500), `${'x'.repeat(499)}y`, 2)).toBe(1)
  })
})

describe('forgivenEdits', () => {
  it('forgives nothing in short words and in numbers, and more in long words', () => {
    expect(['tin', 'k061', '100207', 'lead', 'batteries'].map(forgivenEdits)).toEqual([0, 0, 0, 1, 2])
  })
})
