import type { DocumentRecord, DocumentVersion } from '../../graph/document.ts'
import type { Judgement } from '../../graph/entity.ts'
import type { GraphPlan, StatementAssertion, StatementRetirement } from '../../graph/graph-plan.ts'
import type { Statement, StatementView } from '../../graph/statement.ts'
import type { DocumentFootprint } from '../../graph/store/graph-store.ts'
import type { DocumentClaims } from '../claim/document-claims.ts'

export interface PlanInput {
  document: DocumentRecord
  version: DocumentVersion
  claims: DocumentClaims
  judgements: Judgement[]
  /** What the graph holds of this document now. */
  footprint: DocumentFootprint | null
  /** Which of the claimed statements the graph knows already, from whatever document. */
  known: ReadonlyMap<string, Pick<StatementView, 'status'>>
}

function changeOf(statement: Statement, input: PlanInput, own: ReadonlySet<string>): StatementAssertion['change'] {
  const known = input.known.get(statement.id)
  if (own.has(statement.id) || known?.status === 'superseded') return 'renew'
  return known ? 'support' : 'add'
}

function retire(
  footprint: DocumentFootprint | null,
  claimed: ReadonlySet<string>,
  alone: 'supersede' | 'remove',
): StatementRetirement[] {
  const gone = (footprint?.statements ?? []).filter(({ statement }) => !claimed.has(statement.id))
  return gone.map(({ statement, others }) => ({ id: statement.id, change: others > 0 ? 'unsupport' : alone }))
}

/** What reading this document changes in the graph. Pure: the same input gives the same plan. */
export function planDocument(input: PlanInput): GraphPlan {
  const { document, version, claims, judgements, footprint } = input
  const own = new Set(footprint?.statements.map(({ statement }) => statement.id))
  const claimed = new Set(claims.statements.map((statement) => statement.id))
  return {
    status: footprint ? 'revised' : 'added',
    document,
    version,
    expects: footprint && expectation(footprint.document),
    entities: claims.entities,
    assert: claims.statements.map((statement) => ({ change: changeOf(statement, input, own), statement })),
    retire: retire(footprint, claimed, 'supersede'),
    judgements,
  }
}

/** What withdrawing a document takes from the graph: exactly what only it supported. Pure. */
export function planWithdrawal(footprint: DocumentFootprint): GraphPlan {
  return {
    status: 'withdrawn',
    document: footprint.document,
    expects: expectation(footprint.document),
    entities: [],
    assert: [],
    retire: retire(footprint, new Set(), 'remove'),
    judgements: [],
  }
}

function expectation({ version, fingerprint }: DocumentRecord): { version: string; fingerprint: string } {
  return { version, fingerprint }
}
