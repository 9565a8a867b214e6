import type { DocumentProblem } from '../graph/document.ts'
import type { GraphPlan } from '../graph/graph-plan.ts'

/** What became of one source. The fixed form of `cupel ingest --json`. */
export interface IngestReport {
  source: string
  id: string
  /** `rejected`: nothing of it was kept, `problems` says why. `withdrawn` only after a withdrawal. */
  status: 'added' | 'unchanged' | 'revised' | 'rejected' | 'withdrawn'
  problems: DocumentProblem[]
  /** Entities and statements the document now has in the graph. */
  entities: number
  statements: number
  /** The exact change, for a dry run. */
  plan?: GraphPlan
}

export type IngestStage = 'queued' | 'reading' | 'resolving' | 'applying' | 'done'

/** One step of one document's way, for progress displays and subscriptions. */
export interface IngestProgress {
  source: string
  stage: IngestStage
  /** With stage `done`. */
  report?: IngestReport
  /** Documents finished and known so far in this run. */
  finished: number
  total: number
}
