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

  it.each([
    ['JP', 'MY'],
    ['AU', 'PH'],
    ['MX', 'GT'],
    ['IL', 'KE'],
  ])('does not hold %s, which has not accepted the ban amendment, to it on the way to %s', (from, to) => {
    const { verdict, rules } = judge(HAZARDOUS, { from, to })
    expect(verdict).toBe('lawful-with-consent')
    expect(rules.map(({ id }) => id)).toContain('basel-ban-not-accepted')
    expect(rules.map(({ id }) => id)).not.toContain('basel-ban-amendment')
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

  it.each([
    ['US', 'CA', 'disposal'],
    ['CA', 'US', 'disposal'],
    ['US', 'MX', 'recovery'],
    ['MX', 'US', 'disposal'],
    ['MY', 'US', 'recovery'],
  ] as const)('asks consent from %s to %s for %s under their agreement', (from, to, purpose) => {
    const { verdict, rules } = judge(HAZARDOUS, { from, to, purpose })
    expect(verdict).toBe('lawful-with-consent')
    expect(rules.flatMap(({ conditions }) => conditions ?? [])).toContain(
      'the waste is covered by the bilateral agreement',
    )
  })

  it('holds an agreement for one way to that way', () => {
    for (const to of ['MY', 'PH']) expect(judge(HAZARDOUS, { from: 'US', to }).verdict).toBe('likely-prohibited')
  })

  it('binds by the Convention nobody where neither end is a party', () => {
    for (const [from, to] of [
      ['US', 'TW'],
      ['TW', 'US'],
      ['HT', 'TW'],
    ] as const) {
      const { verdict, rules } = judge(HAZARDOUS, { from, to })
      expect(verdict).toBe([from, to].includes('US') ? 'lawful-with-consent' : 'unknown')
      expect(rules.filter(({ id, effect }) => id.startsWith('basel') && effect !== 'informs')).toEqual([])
    }
  })

  it('takes Fiji for no party, but within the Waigani Convention', () => {
    expect(judge(HAZARDOUS, { to: 'FJ', from: 'KE' }).rules.map(({ id }) => id)).toContain(
      'basel-no-trade-with-non-parties',
    )
    expect(judge(HAZARDOUS, { from: 'FJ', to: 'NZ' }).verdict).toBe('lawful-with-consent')
  })

  it.each(['NU', 'VA', 'XK'])('does not know what binds %s', (from) => {
    const { verdict, rules } = judge(HAZARDOUS, { from })
    expect(verdict).toBe('unknown')
    expect(rules.map(({ id }) => id)).toContain('basel-status-unclear-export')
  })

  it('passes on what is still to be verified of a group, and of no other', () => {
    const status = (id: string, more: Partial<Shipment>) =>
      judge(HAZARDOUS, more).rules.find((rule) => rule.id === id)?.status
    expect(status('basel-no-trade-with-non-parties', { to: 'US' })).toBe('to-verify')
    expect(status('basel-ban-amendment', { from: 'CH' })).toBe('verified')
  })

  it('keeps what Annex IX gives where it needs a permit, and says what holds otherwise', () => {
    const permit = buildShipmentRule({ id: 'scrap-permit', when: { class: ['green'] } })
    const ban = buildShipmentRule({ id: 'ban', effect: 'prohibits', when: { class: ['hazardous'] } })
    const shipment: Shipment = { from: 'DE', to: 'IN', purpose: 'recovery', date: '2026-06-01', wastes: [] }
    const judgement = judgeShipment(shipment, GREEN, { ...rulebook, rules: [permit, ban] })
    expect(judgement).toMatchObject({ verdict: 'lawful-with-consent', otherwise: 'likely-prohibited' })
    expect([...judgement.deciding]).toEqual(['scrap-permit', 'ban'])
    expect(judgeShipment(shipment, GREEN, { ...rulebook, rules: [permit] })).toMatchObject({
      verdict: 'lawful-with-consent',
    })
    const wide = { ...permit, effect: 'prohibits' as const }
    expect(judgeShipment(shipment, GREEN, { ...rulebook, rules: [wide, ban] }).verdict).toBe('likely-prohibited')
  })

  it.each([
    ['Y48', 'special', 'oecd-plastic-waste-control'],
    ['Y49', 'special', 'oecd-e-waste-control'],
    ['A1181', 'hazardous', 'oecd-e-waste-control'],
  ] as const)('leaves %s between members of the OECD to each country', (code, of, control) => {
    const { verdict, rules } = judge([buildListing({ code, class: of })], { from: 'KR', to: 'US', wastes: [code] })
    const ids = rules.map(({ id }) => id)
    expect(verdict).toBe('lawful-with-consent')
    expect(ids).toContain(control)
    expect(ids).not.toContain('oecd-amber-control')
  })

  it.each(['A1160', 'A3210'])('puts %s between members of the OECD under amber control', (code) => {
    const { rules } = judge([buildListing({ code })], { from: 'KR', to: 'US', wastes: [code] })
    expect(rules.map(({ id }) => id)).toContain('oecd-amber-control')
  })

  it('forbids even clean plastic waste out of the Union from 21 November 2026', () => {
    const plastic = [buildListing({ code: 'B3011', class: 'green', condition: 'it is clean' })]
    const on = (date: string, to = 'MA') => judge(plastic, { from: 'DE', to, date, wastes: ['B3011'] }).verdict
    expect(on('2026-11-20')).toBe('not-hazardous-if')
    expect(on('2026-11-21')).toBe('likely-prohibited')
    expect(on('2026-11-21', 'TR')).toBe('not-hazardous-if')
  })

  it('lets metal residues into Brazil and stops other solid waste', () => {
    expect(judge(GREEN, { to: 'BR' }).verdict).toBe('not-hazardous-if')
    expect(judge(GREEN, { to: 'BR', wastes: ['waste-stream/waste-glass'] }).verdict).toBe('likely-prohibited')
    const special = [buildListing({ class: 'special' })]
    expect(judge(special, { to: 'BR', date: '2025-01-06' }).verdict).toBe('lawful-with-consent')
    expect(judge(special, { to: 'BR', date: '2025-01-07' }).verdict).toBe('likely-prohibited')
  })

  it('shuts parties of the Bamako Convention to all that are none, in Africa too', () => {
    expect(judge(HAZARDOUS, { from: 'KE', to: 'TZ' }).verdict).toBe('likely-prohibited')
    expect(judge(HAZARDOUS, { from: 'UG', to: 'TZ' }).verdict).toBe('lawful-with-consent')
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
