import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weighJudgements } from '../../../../src/match/judge/judge-chain.ts'
import { SCALE, WEIGHTS } from '../../../../src/match/judge/weights.ts'
import type { CriterionName } from '../../../../src/match/match.ts'

const names = Object.keys(WEIGHTS) as CriterionName[]
const judgements = fc.tuple(
  ...names.map((name) =>
    fc.record({
      name: fc.constant(name),
      asked: fc.boolean(),
      score: fc.option(fc.double({ min: WEIGHTS[name].unknown, max: 1, noNaN: true })),
    }),
  ),
)

describe('weighJudgements', () => {
  it('never lowers a match for a better score on one criterion, nor for a good answer where there was none', () => {
    fc.assert(
      fc.property(
        judgements,
        fc.nat(names.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (before, at, gain) => {
          const changed = before[at]
          if (!changed) return
          const from = changed.score ?? WEIGHTS[changed.name].unknown
          const after = before.with(at, { ...changed, score: from + (1 - from) * gain })
          expect(weighJudgements(after)).toBeGreaterThanOrEqual(weighJudgements(before))
        },
      ),
    )
  })

  it('stays between nothing and one', () => {
    fc.assert(
      fc.property(judgements, (all) => {
        expect(weighJudgements(all)).toBeGreaterThanOrEqual(0)
        expect(weighJudgements(all)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('leaves what the need does not ask out of the mean', () => {
    const waste = { name: 'waste' as const, asked: true, score: 1 }
    expect(weighJudgements([waste, { name: 'metal', asked: false, score: 0 }])).toBe(1)
  })

  it('lets the metal weigh as the waste would where no waste is named', () => {
    const proof = { name: 'proof' as const, asked: true, score: 0.4 }
    const metal = (score: number) => weighJudgements([{ name: 'metal', asked: true, score }, proof])
    expect(metal(1)).toBe(weighJudgements([{ name: 'waste', asked: true, score: 1 }, proof]))
  })

  it('counts an unanswered question as neither yes nor no', () => {
    const waste = { name: 'waste' as const, asked: true, score: 1 }
    const open = weighJudgements([waste, { name: 'capacity', asked: true, score: null }])
    expect(open).toBeLessThan(weighJudgements([waste, { name: 'capacity', asked: true, score: 1 }]))
    expect(open).toBeGreaterThan(weighJudgements([waste, { name: 'capacity', asked: true, score: 0 }]))
  })
})

describe('the scales', () => {
  it('give no positive answer less than no answer', () => {
    const { proof, place, concept } = SCALE
    expect(Math.min(...Object.values(proof))).toBeGreaterThan(WEIGHTS.proof.unknown)
    expect(Math.min(...Object.values(place))).toBeGreaterThan(WEIGHTS.place.unknown)
    expect(concept.sibling).toBeGreaterThan(WEIGHTS.waste.unknown)
  })

  it('rise with the proof ladder, with nearness and with the concept', () => {
    const { proof, place, concept } = SCALE
    const rises = (steps: number[]) => steps.every((step, at) => at === 0 || step > (steps[at - 1] ?? 0))
    expect(
      rises([proof.claimed, proof.corroborated, proof.demonstrated, proof.demonstratedTwice, proof.verified]),
    ).toBe(true)
    expect(rises([place.elsewhere, place.region, place.subregion, place.same])).toBe(true)
    expect(
      rises([concept.sibling, ...[...concept.broader].reverse(), ...[...concept.narrower].reverse(), concept.same]),
    ).toBe(true)
  })
})
