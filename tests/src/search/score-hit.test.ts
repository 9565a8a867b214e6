import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countForTopic,
  FIELD_WEIGHTS,
  type HitEvidence,
  MEETING_WEIGHTS,
  meetWord,
  scoreHit,
  weighConcept,
  weighLength,
  weighMention,
  weighRarity,
} from '../../../src/search/score-hit.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const evidence: fc.Arbitrary<HitEvidence> = fc.record({
  name: share,
  met: fc.option(share),
  type: fc.option(share),
  place: fc.option(share),
  aside: fc.boolean(),
  weight: share,
})

describe('scoreHit', () => {
  it('lies between 0 and 1 and never falls when a part of the evidence gets better', () => {
    fc.assert(
      fc.property(
        evidence,
        fc.constantFrom('name' as const, 'met' as const, 'type' as const, 'place' as const, 'weight' as const),
        share,
        (given, part, better) => {
          const before = given[part]
          if (before === null) return
          const score = scoreHit(given)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
          expect(scoreHit({ ...given, [part]: Math.max(before, better) })).toBeGreaterThanOrEqual(score)
        },
      ),
    )
  })

  it('puts a whole name before words met in a text, and both before a place that meets no word', () => {
    const base = { name: 0, met: 0, type: 0, place: null, aside: false, weight: 0.5 }
    const named = scoreHit({ ...base, name: 1 })
    const said = scoreHit({ ...base, met: FIELD_WEIGHTS.text })
    const placed = scoreHit({ ...base, type: 1 })
    expect(named).toBeGreaterThan(said)
    expect(said).toBeGreaterThan(placed)
  })

  it('puts what the query names only as its object after what is tied to it', () => {
    const tied = scoreHit({ name: 0, met: 0.75, type: 1, place: null, aside: false, weight: 0.3 })
    expect(tied).toBeGreaterThan(scoreHit({ name: 0.6, met: 1, type: 0, place: null, aside: true, weight: 0.9 }))
  })

  it('lets weight decide only between hits that fit alike', () => {
    expect(scoreHit({ name: 0, met: 0.8, type: null, place: null, aside: false, weight: 0 })).toBeGreaterThan(
      scoreHit({ name: 0, met: 0.6, type: null, place: null, aside: false, weight: 1 }),
    )
  })
})

describe('the weights', () => {
  it('keep their order: as typed before forms before guesses, names before topics before texts', () => {
    const { exact, form, typo, prefix, typo2 } = MEETING_WEIGHTS
    expect([exact, form, typo, prefix, typo2]).toEqual([exact, form, typo, prefix, typo2].sort((a, b) => b - a))
    expect(FIELD_WEIGHTS.name).toBeGreaterThan(FIELD_WEIGHTS.topic)
    expect(FIELD_WEIGHTS.topic).toBeGreaterThan(FIELD_WEIGHTS.text)
  })

  it('count a concept for more than a mere mention of its words, and both together for most', () => {
    expect(meetWord(0, 1)).toBeGreaterThan(meetWord(FIELD_WEIGHTS.text, 0))
    expect(meetWord(FIELD_WEIGHTS.text, 1)).toBeGreaterThan(meetWord(0, 1))
    expect(meetWord(1, 0)).toBe(1)
    expect(weighConcept(10)).toBeGreaterThan(weighMention(0))
  })

  it('fall with how common a word is and with how long a text is, and stay above nothing', () => {
    expect(weighRarity(1_000, 1)).toBeGreaterThan(weighRarity(1_000, 500))
    expect(weighRarity(1_000, 1_000)).toBeGreaterThan(0)
    expect(weighLength(60)).toBe(1)
    expect(weighLength(100_000)).toBeGreaterThan(0.4)
    expect(weighLength(6_000)).toBeLessThan(weighLength(600))
    expect(countForTopic(1_000)).toBeGreaterThan(countForTopic(60))
  })
})
