import { describe, expect, it } from 'vitest'
import { breakLines } from '../../../scripts/examples/break-lines.ts'

const measure = (text: string) => text.length

describe('breakLines', () => {
  it('fills each line up to the width and loses no word', () => {
    const lines = breakLines('one two three four five', 9, measure)
    expect(lines).toEqual(['one two', 'three', 'four five'])
  })

  it('divides a long word where one is asked for', () => {
    const lines = breakLines('the plants for galvanising', 20, measure, true)
    expect(lines.some((line) => line.endsWith('-'))).toBe(true)
    expect(lines.join(' ').replaceAll('- ', '')).toBe('the plants for galvanising')
  })

  it('never divides names or numbers', () => {
    expect(breakLines('of Mitsubishi 1,700,000', 8, measure, true)).toEqual(['of', 'Mitsubishi', '1,700,000'])
  })
})
