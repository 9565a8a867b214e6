import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadThesaurus } from '../../../../graph/thesaurus/load-thesaurus.ts'
import type { QuantityValue } from '../../../../graph/values/value.ts'
import { judgeCapacity } from '../../../../src/match/judge/judge-capacity.ts'
import { buildEntityView, buildFacts, buildStatementView } from '../../../support/build-chain.ts'
import { tonnes } from '../../../support/build-claims-plan.ts'
import { buildJudgeContext } from '../../../support/build-judge-context.ts'
import { buildNeed } from '../../../support/build-need.ts'

const thesaurus = loadThesaurus()
const plant = buildEntityView('Facility', 'North plant')
const firm = buildEntityView('Enterprise', 'Dusty')
const dust = buildEntityView('WasteStream', 'EAF dust', { id: 'waste-stream/eaf-dust' })

interface Said {
  plant?: QuantityValue[]
  firm?: QuantityValue[]
  treated?: QuantityValue
}

function judge(said: Said, quantity?: number) {
  const need = buildNeed(thesaurus, { waste: [dust.id], quantity })
  const statements = [
    ...(said.plant ?? []).map((value, at) => buildStatementView(plant, 'capacity', { value, document: `doc-${at}` })),
    ...(said.firm ?? []).map((value) => buildStatementView(firm, 'capacity', { value })),
    ...(said.treated
      ? [buildStatementView(plant, 'TREATS', { object: dust, qualifiers: { quantity: said.treated } })]
      : []),
  ]
  const facts = buildFacts([plant, firm, dust], statements)
  const chain = { project: plant, enterprise: firm, concerns: [], links: [] }
  return judgeCapacity(chain, buildJudgeContext(need, facts, thesaurus))
}

describe('judgeCapacity', () => {
  it('scores capacity divided by need, at most one', () => {
    expect(judge({ plant: [tonnes(5_000)] }, 20_000).score).toBe(0.25)
    expect(judge({ plant: [tonnes(60_000)] }, 20_000).score).toBe(1)
  })

  it('takes the plant’s own figure before its enterprise’s', () => {
    expect(judge({ plant: [tonnes(5_000)], firm: [tonnes(500_000)] }, 20_000).score).toBe(0.25)
  })

  it('takes the smallest of several and names the others', () => {
    const { score, because, statements } = judge({ plant: [tonnes(60_000), tonnes(10_000)] }, 20_000)
    expect(score).toBe(0.5)
    expect(because).toContain('60,000 t')
    expect(statements).toHaveLength(2)
  })

  it('takes the lower end of a range', () => {
    expect(judge({ plant: [tonnes(120_000, { low: 45_000, high: 120_000 })] }, 90_000).score).toBe(0.5)
  })

  it('counts a monthly figure twelve times, and says so', () => {
    const { score, because } = judge({ plant: [tonnes(1_000, { per: 'month' })] }, 24_000)
    expect(score).toBe(0.5)
    expect(because).toContain('12 months')
  })

  it('falls back on what is said to be treated of this waste', () => {
    expect(judge({ treated: tonnes(10_000) }, 20_000).score).toBe(0.5)
  })

  it('passes over what is no mass', () => {
    expect(judge({ plant: [tonnes(300, { unit: 'MW' })] }, 20_000)).toMatchObject({ score: null, asked: true })
  })

  it('asks for the capacity where none is stated', () => {
    expect(judge({}, 20_000).missing).toEqual(['What capacity has North plant, against 20,000 t a year?'])
  })

  it('is not asked where the need names no quantity', () => {
    expect(judge({ plant: [tonnes(5_000)] })).toMatchObject({ asked: false, score: null })
  })

  it('never scores a larger capacity lower', () => {
    const amount = fc.double({ min: 0.001, max: 1e8, noNaN: true })
    fc.assert(
      fc.property(amount, amount, amount, (need, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(judge({ plant: [tonnes(more)] }, need).score).toBeGreaterThanOrEqual(
          judge({ plant: [tonnes(less)] }, need).score ?? 0,
        )
      }),
      { numRuns: 50 },
    )
  })
})
