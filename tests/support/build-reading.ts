import type { DocumentRecord } from '../../graph/document.ts'
import type { Judgement, SourceEntity } from '../../graph/entity.ts'
import type { GraphPlan } from '../../graph/graph-plan.ts'
import { documentId, hashContent, sourceEntityId, statementId } from '../../graph/identity.ts'
import type { EntityType, PredicateName, PropertyName } from '../../graph/ontology/ontology.ts'
import type { Evidence, Modality, Qualifiers, Statement } from '../../graph/statement.ts'
import type { GraphStore } from '../../graph/store/graph-store.ts'
import type { QuantityValue, TextValue, Value } from '../../graph/values/value.ts'

/** What one document says in a test: its entities in its own words, and claims about them. */
export interface Reading {
  source: string
  /** Beside those the claims name. */
  entities?: SourceEntity[]
  claims?: Claim[]
  judgements?: Judgement[]
  /** Changes the reading without changing the text. */
  fingerprint?: string
  /** Text before the claims' quotes. */
  preface?: string
}

export interface Claim {
  subject: SourceEntity
  predicate: PredicateName | PropertyName
  object?: SourceEntity
  value?: Value
  qualifiers?: Qualifiers
  modality?: Modality
  confidence?: number
  /** Words of the document; made up from the claim where absent. */
  quote?: string
}

/** An entity of one document, under the id that document gives it. */
export function named(source: string, type: EntityType, name: string, more: Partial<SourceEntity> = {}): SourceEntity {
  return { id: sourceEntityId(documentId(source), type, name), type, name, aliases: [], ...more }
}

/** An entity of the world, with the same id in every document. */
export function worldly(id: string, type: EntityType, name: string, more: Partial<SourceEntity> = {}): SourceEntity {
  return { id, type, name, aliases: [], ...more }
}

export function tonnes(value: number, text = `${value} tonnes`): QuantityValue {
  return { kind: 'quantity', text, value, unit: 't', per: 'year' }
}

export function words(text: string): TextValue {
  return { kind: 'text', text }
}

export function judged(
  left: SourceEntity | string,
  right: SourceEntity | string,
  verdict: Judgement['verdict'],
  more: Partial<Judgement> = {},
): Judgement {
  const idOf = (end: SourceEntity | string) => (typeof end === 'string' ? end : end.id)
  const [at, by] = ['2026-01-01T00:00:00.000Z', 'rule:test']
  return { left: idOf(left), right: idOf(right), verdict, score: 0.9, reasons: ['same name'], by, at, ...more }
}

/** The statement a claim becomes; equal claims of several documents about shared entities are one statement. */
export function claimId({ subject, predicate, object, value, qualifiers, modality = 'asserted' }: Claim): string {
  return statementId({ subject: subject.id, predicate, object: object?.id, value, qualifiers, modality })
}

/** The plan of this reading for a store that has nothing of the document yet. */
export function buildPlan(reading: Reading): GraphPlan {
  const { source, claims = [], entities = [], judgements = [], fingerprint = 'test-1', preface = '' } = reading
  const id = documentId(source)
  const quotes = claims.map((claim, at) => claim.quote ?? `${at + 1}. ${describe(claim)}`)
  const text = `${preface}${[source, ...quotes].join('\n')}`
  const version = { hash: hashContent(text), blob: hashContent(source), text, pages: [], sections: [] }
  let start = preface.length + source.length + 1
  const statements = new Map<string, Statement>()
  for (const [at, claim] of claims.entries()) {
    const quote = quotes[at] as string
    const evidence = buildEvidence({ document: id, version: version.hash, start, end: start + quote.length, quote })
    start += quote.length + 1
    const known = statements.get(claimId(claim))
    if (known) known.evidence.push(evidence)
    else statements.set(claimId(claim), buildStatement(claim, evidence))
  }
  const ends = claims.flatMap(({ subject, object }) => (object ? [subject, object] : [subject]))
  return {
    status: 'added',
    document: buildDocument({ id, source, version: version.hash, blob: version.blob, fingerprint }),
    version,
    expects: null,
    entities: [...new Map([...ends, ...entities].map((entity) => [entity.id, entity])).values()],
    assert: [...statements.values()].map((statement) => ({ change: 'add', statement })),
    retire: [],
    judgements,
  }
}

export function buildEvidence(parts: Partial<Evidence> = {}): Evidence {
  return {
    document: 'doc',
    version: 'v',
    start: 0,
    end: 1,
    quote: 'x',
    extractor: 'test:claims',
    extractorVersion: '1',
    ...parts,
  }
}

export function buildDocument(parts: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    id: 'doc',
    source: 'report.txt',
    title: `Title of ${parts.source ?? 'report.txt'}`,
    language: 'en',
    mediaType: 'text/plain',
    version: 'v',
    blob: 'b',
    fingerprint: 'test-1',
    pages: 1,
    problems: [],
    ingestedAt: '2026-01-01T00:00:00.000Z',
    ...parts,
  }
}

function buildStatement(claim: Claim, evidence: Evidence): Statement {
  const { subject, predicate, object, value, qualifiers, modality = 'asserted', confidence = 0.8 } = claim
  const statement: Statement = {
    id: claimId(claim),
    subject: subject.id,
    predicate,
    modality,
    confidence,
    origin: 'document',
    status: 'proposed',
    evidence: [evidence],
  }
  if (object) statement.object = object.id
  if (value) statement.value = value
  if (qualifiers) statement.qualifiers = qualifiers
  return statement
}

function describe({ subject, predicate, object, value, modality }: Claim): string {
  return `${subject.name} ${modality ?? ''} ${predicate} ${object?.name ?? value?.text ?? ''}`
}

/** The plan of this reading for the store as it is: whatever the document said and no longer says is retired. */
export async function planReading(store: GraphStore, reading: Reading): Promise<GraphPlan> {
  const plan = buildPlan(reading)
  const footprint = await store.footprint(plan.document.id)
  if (!footprint) return plan
  const kept = new Set(plan.assert.map(({ statement }) => statement.id))
  const { version, fingerprint } = footprint.document
  return {
    ...plan,
    status: 'revised',
    expects: { version, fingerprint },
    assert: plan.assert.map(({ statement }) => ({ change: 'renew', statement })),
    retire: footprint.statements
      .filter(({ statement }) => !kept.has(statement.id))
      .map(({ statement, others }) => ({ id: statement.id, change: others > 0 ? 'unsupport' : 'supersede' })),
  }
}

/** Brings each reading into the store, in order. */
export async function ingest(store: GraphStore, ...readings: Reading[]): Promise<void> {
  for (const reading of readings) await store.apply(await planReading(store, reading))
}

export async function withdraw(store: GraphStore, source: string): Promise<void> {
  await store.apply(await planWithdrawal(store, source))
}

export async function planWithdrawal(store: GraphStore, source: string): Promise<GraphPlan> {
  const footprint = await store.footprint(documentId(source))
  if (!footprint) throw new Error(`${source} is not in the store`)
  const { document, statements } = footprint
  return {
    status: 'withdrawn',
    document,
    expects: { version: document.version, fingerprint: document.fingerprint },
    entities: [],
    assert: [],
    retire: statements.map(({ statement, others }) => ({
      id: statement.id,
      change: others > 0 ? 'unsupport' : 'remove',
    })),
    judgements: [],
  }
}
