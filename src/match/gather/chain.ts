import type { EntityView } from '../../../graph/entity.ts'
import type { StatementView } from '../../../graph/statement.ts'
import type { ScopedConcept } from '../need/scope-need.ts'

export type ChainPart = 'technology' | 'project' | 'enterprise'

/** One statement that ties one part of a chain to what the need asks first. */
export interface Concern {
  statement: StatementView
  concept: ScopedConcept
  by: ChainPart
  /** `named`: no statement says it treats the waste, but its name does ("copper slag plant in Essen"). */
  directness: 'stated' | 'named'
}

/** A way to meet the need: technology, where it is shown, who runs or offers it. At least one part is set. */
export interface Chain {
  technology?: EntityView
  project?: EntityView
  enterprise?: EntityView
  concerns: Concern[]
  /** Statements that tie the parts together. */
  links: StatementView[]
  /** No document ties this technology to this plant: it is the only one its operator offers for the same waste. */
  supposed?: true
}

/** Equal for chains of the same parts. */
export function chainKey({ technology, project, enterprise }: Chain): string {
  return [technology?.id ?? '', project?.id ?? '', enterprise?.id ?? ''].join('\u0000')
}

/** The parts that are there, most telling first. */
export function partsOf({ project, technology, enterprise }: Chain): EntityView[] {
  return [project, technology, enterprise].filter((part) => part !== undefined)
}

/** Whether the trade knows this technology by the thesaurus: it belongs to nobody, and documents speak of it in many settings. */
export function isTradeWide({ concept, members }: EntityView): boolean {
  return concept !== undefined || members.some(isConceptId)
}

/** Ids of concepts say their kind; those of what documents name do not. */
export function isConceptId(id: string): boolean {
  return id.startsWith('technology/')
}
