import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadRulebook } from '../../../graph/legality/load-rulebook.ts'
import type { RuleEffect, RuleScope, ShipmentRule, WasteClass } from '../../../graph/legality/rulebook.ts'
import type { Listing } from '../../../src/legality/classify-waste.ts'
import type { Shipment } from '../../../src/legality/find-shipment-rules.ts'
import { judgeShipment, STRICTNESS } from '../../../src/legality/judge-shipment.ts'
import { buildListing, buildShipmentRule } from '../../support/build-shipment-rule.ts'

const rulebook = loadRulebook()
const HAZARDOUS = [buildListing()]
const GREEN = [buildListing({ code: 'B1010', class: 'green', condition: 'it is clean' })]

function judge(listings: readonly Listing[] | null, more: Partial<Shipment> = {}) {
  const shipment: Shipment = { from: 'KE', to: 'MA', purpose: 'recovery', date: '2026-06-01', wastes: [], ...more }
  return judgeShipment(shipment, listings, rulebook)
}

describe('judgeShipment', () => {
  it('asks consent for hazardous waste between parties', () => {
    const { verdict, deciding } = judge(HAZARDOUS)
    expect(verdict).toBe('lawful-with-consent')
    expect([...deciding]).toContain('basel-prior-informed-consent')
  })

  it('forbids hazardous waste out of Annex VII, and not within', () => {
    const out = judge(HAZARDOUS, { from: 'CH', to: 'MA' })
    expect(out.verdict).toBe('likely-prohibited')
    expect([...out.deciding]).toEqual(['basel-ban-amendment'])
    expect(judge(HAZARDOUS, { from: 'CH', to: 'NO' }).verdict).toBe('lawful-with-consent')
    expect(judge(HAZARDOUS, { from: 'MA', to: 'CH' }).verdict).toBe('lawful-with-consent')
  })

  it('counts the ban amendment from the day it came into force', () => {
    expect(judge(HAZARDOUS, { from: 'CH', date: '2019-12-04' }).verdict).toBe('lawful-with-consent')
    expect(judge(HAZARDOUS, { from: 'CH', date: '2019-12-05' }).verdict).toBe('likely-prohibited')
  })

  it('forbids trade with a state that is no party, but between members of the OECD for recovery', () => {
    expect(judge(HAZARDOUS, { to: 'US' }).verdict).toBe('likely-prohibited')
    expect(judge(HAZARDOUS, { from: 'KR', to: 'US' }).verdict).toBe('lawful-with-consent')
    expect(judge(HAZARDOUS, { from: 'KR', to: 'US', purpose: 'disposal' }).verdict).toBe('likely-prohibited')
  })

  it('says what holds otherwise where Annex IX stands open', () => {
    expect(judge(GREEN)).toMatchObject({ verdict: 'not-hazardous-if', otherwise: 'lawful-with-consent' })
    expect(judge(GREEN, { from: 'CH' })).toMatchObject({ verdict: 'not-hazardous-if', otherwise: 'likely-prohibited' })
    expect(judge([...HAZARDOUS, ...GREEN])).toMatchObject({ verdict: 'not-hazardous-if' })
  })

  it('forbids what a country lets in under no entry', () => {
    for (const listings of [GREEN, HAZARDOUS, []])
      expect(judge(listings, { to: 'CN' }).verdict).toBe('likely-prohibited')
  })

  it('does not know where no list and no rule says anything', () => {
    expect(judge([]).verdict).toBe('unknown')
    expect(judge(null, { to: 'CN' }).verdict).toBe('unknown')
  })

  it('tells a verdict that rests on inferred entries alone', () => {
    expect(judge([buildListing({ inferred: true })], { from: 'CH' }).byInference).toBe(true)
    expect(judge(HAZARDOUS, { from: 'CH' }).byInference).toBe(false)
  })

  it('leaves rules on countries open where a country is not known', () => {
    expect(judge(HAZARDOUS, { from: undefined, to: undefined }).verdict).toBe('lawful-with-consent')
  })
})

const COUNTRIES = ['CH', 'CN', 'KE', 'US', 'VN']
const arbitraryScope: fc.Arbitrary<RuleScope> = fc.record(
  {
    from: fc.record({ in: fc.subarray(['annex-vii', ...COUNTRIES], { minLength: 1 }) }),
    to: fc.record({ notIn: fc.subarray(['oecd', ...COUNTRIES], { minLength: 1 }) }),
    class: fc.subarray<WasteClass>(['hazardous', 'special', 'green'], { minLength: 1 }),
    purpose: fc.constantFrom('recovery' as const, 'disposal' as const),
  },
  { requiredKeys: [] },
)
const arbitraryRule: fc.Arbitrary<ShipmentRule> = fc
  .record({
    effect: fc.constantFrom<RuleEffect>('prohibits', 'consent', 'informs'),
    when: arbitraryScope,
    unless: fc.array(arbitraryScope, { maxLength: 1 }),
  })
  .map(buildShipmentRule)
const arbitraryShipment: fc.Arbitrary<Shipment> = fc.record({
  from: fc.constantFrom(undefined, ...COUNTRIES),
  to: fc.constantFrom(undefined, ...COUNTRIES),
  purpose: fc.constantFrom('recovery' as const, 'disposal' as const),
  date: fc.constantFrom('2018-01-01', '2026-06-01'),
  wastes: fc.constant([]),
})
const arbitraryListings = fc.array(
  fc
    .record({ class: fc.constantFrom<WasteClass>('hazardous', 'special', 'green'), inferred: fc.boolean() })
    .map(buildListing),
  { maxLength: 3 },
)

describe('judgeShipment, whatever the rules', () => {
  it('is never milder for a rule more', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryRule, { maxLength: 6 }),
        arbitraryRule,
        arbitraryShipment,
        arbitraryListings,
        (rules, more, shipment, listings) => {
          const before = judgeShipment(shipment, listings, { ...rulebook, rules })
          const after = judgeShipment(shipment, listings, { ...rulebook, rules: [...rules, more] })
          expect(STRICTNESS[after.verdict]).toBeGreaterThanOrEqual(STRICTNESS[before.verdict])
          if (before.otherwise === 'likely-prohibited') {
            expect(after.otherwise ?? after.verdict).toBe('likely-prohibited')
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is never milder for words of a document more', () => {
    fc.assert(
      fc.property(
        arbitraryShipment,
        arbitraryListings,
        fc.constantFrom<RuleEffect>('prohibits', 'consent', 'informs'),
        (shipment, listings, effect) => {
          const before = judgeShipment(shipment, listings, rulebook)
          const after = judgeShipment(shipment, listings, rulebook, [{ id: 'st-1', effect }])
          expect(STRICTNESS[after.verdict]).toBeGreaterThanOrEqual(STRICTNESS[before.verdict])
        },
      ),
    )
  })

  it('judges the same whatever order rules and listings come in', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryRule, { maxLength: 6 }),
        arbitraryShipment,
        arbitraryListings,
        (rules, shipment, listings) => {
          const forth = judgeShipment(shipment, listings, { ...rulebook, rules })
          const back = judgeShipment(shipment, [...listings].reverse(), { ...rulebook, rules: [...rules].reverse() })
          expect([back.verdict, back.otherwise, new Set(back.deciding)]).toEqual([
            forth.verdict,
            forth.otherwise,
            new Set(forth.deciding),
          ])
        },
      ),
    )
  })
})
