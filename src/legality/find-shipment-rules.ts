import type { Rulebook, RuleScope, ShipmentRule, WasteClass } from '../../graph/legality/rulebook.ts'
import { isInSet, statusInSet } from './is-in-set.ts'
import type { Purpose } from './legality.ts'

/** A waste of one class on its way. */
export interface Shipment {
  from?: string
  to?: string
  purpose: Purpose
  /** ISO 8601 day. */
  date: string
  /** Ids of the waste and of what it is a kind of, and the codes its holder gives it. */
  wastes: readonly string[]
}

/**
 * Rules in force that bear on the shipment, were the waste of this class; of none where no list has it. A rule that reaches a
 * country through a group nobody has read in its source is itself still to be verified there.
 */
export function findShipmentRules(
  shipment: Shipment,
  wasteClass: WasteClass | null,
  rulebook: Pick<Rulebook, 'rules' | 'groups'>,
): ShipmentRule[] {
  const holds = (scope: RuleScope) => isInScope(scope, shipment, wasteClass, rulebook)
  return rulebook.rules
    .filter(
      ({ from = '', until = '9999', when, unless }) =>
        from <= shipment.date && shipment.date <= until && holds(when) && !unless?.some(holds),
    )
    .map((rule) => (isSure(rule.when, shipment, rulebook) ? rule : { ...rule, status: 'to-verify' }))
}

function isSure(when: RuleScope, { from, to }: Shipment, { groups }: Pick<Rulebook, 'groups'>): boolean {
  return statusInSet(from, when.from, groups) === 'verified' && statusInSet(to, when.to, groups) === 'verified'
}

function isInScope(
  scope: RuleScope,
  { from, to, purpose, wastes }: Shipment,
  wasteClass: WasteClass | null,
  { groups }: Pick<Rulebook, 'groups'>,
): boolean {
  return (
    isInSet(from, scope.from, groups) &&
    isInSet(to, scope.to, groups) &&
    (!scope.purpose || scope.purpose === purpose) &&
    (!scope.class || (wasteClass !== null && scope.class.includes(wasteClass))) &&
    (!scope.wastes || scope.wastes.some((id) => wastes.includes(id)))
  )
}
