import type { StatementView } from '../../../graph/statement.ts'
import type { Thesaurus } from '../../../graph/thesaurus/thesaurus.ts'
import type { CanonicalScope } from '../gather/canonical-scope.ts'
import type { Facts } from '../gather/facts.ts'
import type { Counts } from '../gather/find-concerns.ts'
import type { CriterionName, Need } from '../match.ts'
import type { NeedScope } from '../need/scope-need.ts'

export interface JudgeContext {
  need: Need
  scope: NeedScope
  /** `scope` by canonical ids. */
  concepts: CanonicalScope
  facts: Facts
  thesaurus: Thesaurus
  counts: Counts
  /** ISO 8601 day the shipment is judged for; the present one where absent. */
  today?: string
}

/** One criterion of one chain, before its statements are cited. */
export interface Judgement {
  name: CriterionName
  /** Whether the need asks for it; one it does not ask for weighs nothing. */
  asked: boolean
  /** 0–1; `null` where nothing bears on it. */
  score: number | null
  because: string
  /** The statements behind it, most telling first. */
  statements: StatementView[]
  /** Set where the chain falls here and becomes a near miss: what would make it a match. */
  wouldNeed?: string
  /** Questions this criterion leaves open. */
  missing?: string[]
}

export function notAsked(name: CriterionName, because: string): Judgement {
  return { name, asked: false, score: null, because, statements: [] }
}
