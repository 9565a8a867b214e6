import type { DocumentRecord, DocumentVersion } from './document.ts'
import type { Judgement, SourceEntity } from './entity.ts'
import type { Statement } from './statement.ts'

/** `add`: nobody said it before. `support`: others do already. `renew`: this document did before; its evidence is renewed. */
export interface StatementAssertion {
  change: 'add' | 'support' | 'renew'
  /** Carries only this document's evidence. */
  statement: Statement
}

/** What this document no longer says. `supersede` and `remove` where it alone did, `unsupport` where others still do. */
export interface StatementRetirement {
  change: 'supersede' | 'unsupport' | 'remove'
  id: string
}

/**
 * Everything one document changes in the graph, decided without effects. A store applies it in one transaction or not at
 * all. The same text and graph always give the same plan.
 */
export interface GraphPlan {
  status: 'added' | 'revised' | 'withdrawn' | 'unchanged'
  /** The document as it will stand; for a withdrawal, as it stood. */
  document: DocumentRecord
  /** The reading to keep; absent for `withdrawn` and `unchanged`. */
  version?: DocumentVersion
  /** Version hash and fingerprint the plan was made against, `null` where there was no such document. A store that holds another refuses the plan. */
  expects: { version: string; fingerprint: string } | null
  /** Every source entity the document mentions. One that no document mentions any more and no statement uses is dropped. */
  entities: SourceEntity[]
  assert: StatementAssertion[]
  retire: StatementRetirement[]
  judgements: Judgement[]
}
