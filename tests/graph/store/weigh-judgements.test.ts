import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortPair, weighJudgements } from '../../../graph/store/weigh-judgements.ts'
import { judged } from '../../support/build-reading.ts'

const said = (by: string, at: string, score = 0.9) => judged('a', 'b', 'same', { by, at, score })

describe('weighJudgements', () => {
  it('takes a curator before a rule, then the latest, then the surer', () => {
    const [rule, later] = [said('rule:names', '2027'), said('rule:other', '2028')]
    const [ana, ben] = [said('ana', '2025'), said('ben', '2026')]
    expect(weighJudgements([rule, later])).toBe(later)
    expect(weighJudgements([rule, later, ana])).toBe(ana)
    expect(weighJudgements([ben, ana, later])).toBe(ben)
    const surer = said('zoe', '2026', 0.95)
    expect(weighJudgements([ben, surer])).toBe(surer)
    expect(weighJudgements([])).toBeUndefined()
  })

  it('does not depend on the order they were recorded in', () => {
    const one = fc.tuple(
      fc.constantFrom('rule:a', 'rule:b', 'ana', 'ben'),
      fc.constantFrom('2025', '2026'),
      fc.constantFrom(0.5, 0.9),
    )
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ([by]) => by, minLength: 1 }), (rows) => {
        const judgements = rows.map((row) => said(...row))
        expect(weighJudgements(judgements.toReversed())).toEqual(weighJudgements(judgements))
      }),
    )
  })
})

describe('sortPair', () => {
  it('is the same from both sides', () => {
    expect(sortPair('b', 'a')).toEqual(['a', 'b'])
    expect(sortPair('a', 'b')).toEqual(['a', 'b'])
  })
})
