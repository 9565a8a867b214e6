import type { ShipmentRule } from '../../graph/legality/rulebook.ts'
import type { Listing } from '../../src/legality/classify-waste.ts'

let made = 0

/** A rule that bears on every shipment and asks for consent. */
export function buildShipmentRule(more: Partial<ShipmentRule> = {}): ShipmentRule {
  made += 1
  return {
    id: `rule-${made}`,
    title: 'A rule',
    effect: 'consent',
    says: 'A permit is needed.',
    when: {},
    source: 'An act',
    asOf: '2026-01',
    status: 'verified',
    freshMonths: 12,
    ...more,
  }
}

/** An entry of Annex VIII. */
export function buildListing(more: Partial<Listing> = {}): Listing {
  return {
    code: 'A1160',
    class: 'hazardous',
    list: 'Basel Convention, Annex VIII',
    inferred: false,
    source: 'Basel Convention',
    asOf: '2026-01',
    freshMonths: 24,
    status: 'verified',
    ...more,
  }
}
