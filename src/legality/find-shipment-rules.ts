import type { Rulebook, RuleScope, ShipmentRule, WasteClass } from '../../graph/legality/rulebook.ts'
import { isInSet } from './is-in-set.ts'
import type { Purpose } from './legality.ts'

/** A waste of one class on its way. */
export interface Shipment {
  from?: string
  to?: string
  purpose: Purpose
  /** ISO 8601 day. */
  date: string
  /** Ids of the waste and of what it is a kind of. */
  wastes: readonly string[]
}

/** Rules in force that bear on the shipment, were the waste of this class; of none where no list has it. */
export function findShipmentRules(
  shipment: Shipment,
  wasteClass: WasteClass | null,
  rulebook: Pick<Rulebook, 'rules' | 'groups'>,
): ShipmentRule[] {
  const holds = (scope: RuleScope) => isInScope(scope, shipment, wasteClass, rulebook)
  return rulebook.rules.filter(
    ({ from = '', until = '9999', when, unless }) =>
      from <= shipment.date && shipment.date <= until && holds(when) && !unless?.some(holds),
  )
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
