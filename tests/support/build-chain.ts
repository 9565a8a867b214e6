import type { EntityView } from '../../graph/entity.ts'
import type { EntityType, PredicateName, PropertyName } from '../../graph/ontology/ontology.ts'
import type { Modality, Qualifiers, StatementView } from '../../graph/statement.ts'
import type { Value } from '../../graph/values/value.ts'
import { createFacts, type Facts } from '../../src/match/gather/facts.ts'

export function buildEntityView(type: EntityType, name: string, more: Partial<EntityView> = {}): EntityView {
  const id = more.id ?? `ent-${type}-${name}`.toLowerCase().replaceAll(' ', '-')
  return { id, type, name, aliases: [], members: [id], documents: ['doc-1'], documentCount: 1, ...more }
}

interface ViewClaim {
  object?: EntityView
  value?: Value
  qualifiers?: Qualifiers
  modality?: Modality
  corroboration?: number
  document?: string
}

/** A statement as a store answers it, with one quote. */
export function buildStatementView(
  subject: EntityView,
  predicate: PredicateName | PropertyName,
  { object, value, qualifiers, modality = 'asserted', corroboration = 1, document = 'doc-1' }: ViewClaim = {},
): StatementView {
  const quote = `${subject.name} ${predicate} ${object?.name ?? value?.text ?? ''}`
  return {
    id: `st-${document}-${modality}-${quote}`,
    subject: subject.id,
    subjectEntity: subject.id,
    predicate,
    ...(object && { object: object.id, objectEntity: object.id }),
    ...(value && { value }),
    ...(qualifiers && { qualifiers }),
    modality,
    confidence: 0.8,
    origin: 'document',
    status: 'proposed',
    corroboration,
    evidence: [
      { document, version: 'v', start: 0, end: quote.length, quote, extractor: 'test', extractorVersion: '1' },
    ],
  }
}

export function buildFacts(entities: readonly EntityView[], statements: readonly StatementView[] = []): Facts {
  const facts = createFacts()
  facts.addEntities(entities)
  facts.addStatements(statements)
  return facts
}
