import { GraphError } from '../graph-error.ts'
import type { GraphPlan } from '../graph-plan.ts'
import { hashContent } from '../identity.ts'
import {
  type EntityType,
  isEntityType,
  isProperty,
  isRelation,
  propertyAllows,
  relationAllows,
} from '../ontology/ontology.ts'
import type { Evidence, Statement } from '../statement.ts'

/** What a store knows beyond the plan itself. */
export interface PlanContext {
  /** Text of an older, still kept version of the plan's document. */
  textOf(versionHash: string): string | undefined
  /** Type of an entity that is in the store already. */
  typeOf(entityId: string): EntityType | undefined
}

/**
 * The gates every adapter puts before a write. Rejects with `not-grounded` where a quote is not found at its offsets, with
 * `invalid` where the plan contradicts itself or the ontology forbids a statement.
 */
export function checkPlan(plan: GraphPlan, context: PlanContext): void {
  checkVersion(plan)
  const types = checkEntities(plan, context)
  for (const { statement } of plan.assert) {
    checkClaim(statement, types)
    checkGrounding(plan, statement, context)
  }
}

function checkVersion({ document, version, status }: GraphPlan): void {
  if (status === 'withdrawn') return
  if (!version)
    throw invalid(`A plan with status "${status}" must carry the version it reads; document ${document.id} has none.`)
  if (version.hash !== document.version)
    throw invalid(
      `Document ${document.id} names version ${document.version} and the plan carries ${version.hash}; they must be the same.`,
    )
  if (hashContent(version.text) !== version.hash)
    throw invalid(
      `Version ${version.hash} of document ${document.id} is not the SHA-256 of its text; hash the normalised text.`,
    )
}

function checkEntities(plan: GraphPlan, context: PlanContext): (id: string) => EntityType | undefined {
  const types = new Map<string, EntityType>()
  for (const entity of plan.entities) {
    if (!isEntityType(entity.type)) throw invalid(`Entity ${entity.id} has the unknown type "${entity.type}".`)
    checkId('An entity', entity.id)
    const known = types.get(entity.id) ?? context.typeOf(entity.id)
    if (known && known !== entity.type)
      throw invalid(
        `Entity ${entity.id} is of type ${known} already; the plan calls it ${entity.type}. An id has one type.`,
      )
    if (types.has(entity.id))
      throw invalid(`The plan lists entity ${entity.id} twice; list each mention's entity once.`)
    types.set(entity.id, entity.type)
  }
  return (id) => types.get(id) ?? context.typeOf(id)
}

/** An id is a handle and sort key everywhere, so it must survive every encoding. */
export function checkId(what: string, id: string): void {
  if (id === '' || !id.isWellFormed() || id.includes('\u0000'))
    throw invalid(`${what} has the id ${JSON.stringify(id)}; an id is a non-empty well-formed string without U+0000.`)
}

/** Rejects with `invalid` what the ontology does not allow to be said of these types. */
export function checkClaim(statement: Statement, typeOf: (id: string) => EntityType | undefined): void {
  const { id, subject, predicate, object, value } = statement
  checkId('A statement', id)
  if (!(statement.confidence >= 0 && statement.confidence <= 1))
    throw invalid(`Statement ${id} has confidence ${statement.confidence}; it must be between 0 and 1.`)
  const subjectType = typeOf(subject)
  if (!subjectType)
    throw invalid(`Statement ${id} has the subject ${subject}, which is neither in the plan nor in the graph.`)
  if ((object === undefined) === (value === undefined))
    throw invalid(`Statement ${id} must have either an object or a value, and not both.`)
  if (object !== undefined) {
    const objectType = typeOf(object)
    if (!objectType)
      throw invalid(`Statement ${id} has the object ${object}, which is neither in the plan nor in the graph.`)
    if (!isRelation(predicate)) throw invalid(`Statement ${id}: "${predicate}" is not a relation of the ontology.`)
    if (!relationAllows(predicate, subjectType, objectType))
      throw invalid(`Statement ${id}: the ontology does not allow ${subjectType} ${predicate} ${objectType}.`)
  } else {
    if (!isProperty(predicate)) throw invalid(`Statement ${id}: "${predicate}" is not a property of the ontology.`)
    if (!propertyAllows(predicate, subjectType))
      throw invalid(`Statement ${id}: the ontology does not allow the property ${predicate} of ${subjectType}.`)
  }
}

function checkGrounding(plan: GraphPlan, statement: Statement, context: PlanContext): void {
  if (statement.evidence.length === 0)
    throw notGrounded(`Statement ${statement.id} carries no evidence; give at least one quote with its offsets.`)
  for (const evidence of statement.evidence) {
    if (evidence.document !== plan.document.id)
      throw invalid(
        `Statement ${statement.id} has evidence from ${evidence.document} in the plan of ${plan.document.id}; a plan carries its own document's evidence only.`,
      )
    const text = evidence.version === plan.version?.hash ? plan.version.text : context.textOf(evidence.version)
    const problem = findGroundingProblem(evidence, text)
    if (problem) throw notGrounded(`Statement ${statement.id}: ${problem}`)
  }
}

/** Why the quote is not at its offsets in the version's text, or nothing where it is. */
export function findGroundingProblem(
  { start, end, quote, version, document }: Evidence,
  text: string | undefined,
): string | undefined {
  if (text === undefined) return `version ${version} of document ${document} is not kept, so its quote cannot be found.`
  const valid = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length
  const found = valid ? text.slice(start, end) : undefined
  if (found === quote) return undefined
  const there = found === undefined ? 'no such span' : JSON.stringify(shorten(found))
  return `expected the quote ${JSON.stringify(shorten(quote))} at ${start}–${end} of document ${document}, found ${there}. Offsets count UTF-16 units in the version's text.`
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function invalid(message: string): GraphError {
  return new GraphError('invalid', message)
}

function notGrounded(message: string): GraphError {
  return new GraphError('not-grounded', message)
}
