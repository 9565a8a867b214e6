import type { NamedWaste } from './classify-waste.ts'
import type { DocumentRule } from './find-document-rules.ts'
import type { ShipmentJudgement } from './judge-shipment.ts'

/** A waste on its way with all that was found and made of it. */
export interface JudgedWaste {
  waste: NamedWaste
  judgement: ShipmentJudgement
  stated: readonly DocumentRule[]
}
