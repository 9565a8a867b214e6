import type { DocumentRecord, DocumentVersion } from '../document.ts'
import type { EntityView, Judgement, SourceEntity } from '../entity.ts'
import type { GraphPlan } from '../graph-plan.ts'
import type { EntityType, PredicateName, PropertyName } from '../ontology/ontology.ts'
import type { Decision, Modality, Origin, Statement, StatementStatus, StatementView } from '../statement.ts'
import type { Value } from '../values/value.ts'

/** A page of results in a stable order. `cursor` continues after the last item, absent at the end. */
export interface Page<T> {
  items: T[]
  cursor?: string
}

export interface PageRequest {
  limit: number
  cursor?: string
}

/** What one document has in the graph: all a plan for its next reading needs to know. */
export interface DocumentFootprint {
  document: DocumentRecord
  /** Source entities this document mentions, as it names them. */
  entities: SourceEntity[]
  /** Statements its current version supports, with its own evidence, wording and confidence only. `others` is how many other documents support the same statement now. */
  statements: { statement: Statement; others: number }[]
}

export interface DocumentStore {
  document(id: string): Promise<DocumentRecord | null>
  documents(ids: readonly string[]): Promise<(DocumentRecord | null)[]>
  /** In order of source. */
  listDocuments(page: PageRequest): Promise<Page<DocumentRecord>>
  /** Documents that mention the entity (any member of it), in order of id. */
  documentsOf(entity: string, page: PageRequest): Promise<Page<DocumentRecord>>
  /** A reading by its hash; the current one without. */
  documentVersion(id: string, hash?: string): Promise<DocumentVersion | null>
  footprint(id: string): Promise<DocumentFootprint | null>
}

export interface EntityFilter {
  type?: EntityType
  /** Folded name or alias equals the folded form of this. */
  name?: string
  /** Mentioned by this document. */
  document?: string
}

/** How much of a statement is asked for. */
export interface Brief {
  /** Who reads no evidence, decision or corroboration says so: a store may then give none, empty and 0. */
  brief?: boolean
}

export interface StatementFilter extends Brief {
  /** `out`: the entity is subject; `in`: it is object. Default both. */
  direction?: 'out' | 'in'
  predicates?: readonly (PredicateName | PropertyName)[]
  statuses?: readonly StatementStatus[]
  modalities?: readonly Modality[]
}

/** A source entity with what resolution compares. */
export interface ResolutionCandidate extends SourceEntity {
  canonical: string
}

export interface EntityStore {
  /** By any member's id, in the order asked. */
  entities(ids: readonly string[]): Promise<(EntityView | null)[]>
  /** In order of id. */
  listEntities(filter: EntityFilter, page: PageRequest): Promise<Page<EntityView>>
  countEntities(filter: EntityFilter): Promise<number>
  /** Statements of each entity (all members), strongest first; by default living ones (`proposed`, `accepted`) of any modality. */
  statementsOf(entities: readonly string[], filter: StatementFilter, page: PageRequest): Promise<Page<StatementView>[]>
  statements(ids: readonly string[], detail?: Brief): Promise<(StatementView | null)[]>
  /** Statements this document supports, in the order of their evidence in the text. */
  statementsIn(document: string, page: PageRequest, detail?: Brief): Promise<Page<StatementView>>
  /**
   * Source entities having one of these folded names (`foldName`) among name, aliases and keys, in order of id. Of those
   * of one cluster whose records are equal the one of the least id stands for all: a body that thousands of documents name.
   */
  candidates(foldedNames: readonly string[]): Promise<ResolutionCandidate[]>
  /** All judgements that touch one of these source ids. */
  judgements(sourceIds: readonly string[]): Promise<Judgement[]>
}

export interface Neighbour {
  entity: EntityView
  statement: StatementView
  direction: 'out' | 'in'
}

export interface GraphPath {
  /** Canonical ids from start to end, both included. */
  entities: string[]
  /** Ids of the statements between them, one fewer than `entities`. */
  statements: string[]
}

/** Traversals follow living, asserted relations between canonical entities, in either direction. */
export interface GraphTraversal {
  neighbours(entity: string, filter: StatementFilter, page: PageRequest): Promise<Page<Neighbour>>
  /** Shortest paths of at most `maxHops` (≤ 6) relations, at most `limit`; empty where there is none. */
  paths(from: string, to: string, options: { maxHops: number; limit: number }): Promise<GraphPath[]>
  /** Everything within `hops` of the entities, nearest first, cut at `limit` entities. */
  subgraph(
    entities: readonly string[],
    options: { hops: number; limit: number },
  ): Promise<{ entities: EntityView[]; statements: StatementView[]; truncated: boolean }>
}

/** One thing whose search record must be made anew or dropped. */
export interface OutboxEntry {
  /** Rises with every change. */
  sequence: number
  kind: 'entity' | 'document'
  /** Canonical entity id or document id. It may be gone by now, or a member of another entity: then its record goes too. */
  id: string
}

export interface Outbox {
  /** Leases up to `limit` entries to `worker` in order; entries under another's unexpired lease are left out. */
  claimOutbox(worker: string, limit: number, leaseMs: number): Promise<OutboxEntry[]>
  /** Drops delivered entries that this worker still holds: those no other worker has claimed since. */
  acknowledgeOutbox(worker: string, sequences: readonly number[]): Promise<void>
  outboxDepth(): Promise<number>
  /** Queues every entity and document, for a full reindex. */
  refillOutbox(): Promise<void>
}

/** What one document gives a statement, where that is not all the statement has. */
export interface StatementSupport {
  document: string
  confidence: number
  origin: Origin
  /** As this document writes it. */
  value?: Value
  /** Set where the document's present version no longer says it. */
  former?: true
}

/**
 * One line of an export. A complete export, in this order, imports into any empty store. The same graph always gives the same
 * export, whatever order it was made in.
 */
export type GraphRecord =
  | { kind: 'header'; format: 'cupel-graph'; version: 1 }
  | { kind: 'entity'; entity: SourceEntity }
  | {
      kind: 'document'
      document: DocumentRecord
      /** Ids of the entities it mentions. */
      mentions: string[]
      /** Ids of entities it no longer mentions, which statements it is still quoted for are about. */
      formerMentions?: string[]
      /** Entities it names otherwise than the `entity` lines do. */
      forms?: SourceEntity[]
    }
  | { kind: 'version'; document: string; version: DocumentVersion }
  | {
      kind: 'statement'
      statement: Statement
      /** Absent where one document supports it now and the statement is as that document says it. */
      supports?: StatementSupport[]
    }
  | { kind: 'decision'; decision: Decision }
  | { kind: 'judgement'; judgement: Judgement }
  | { kind: 'footer'; records: number; checksum: string }

/** Something `check` found wrong. */
export interface Finding {
  code: string
  message: string
  id?: string
}

export interface GraphCounts {
  documents: number
  /** Canonical entities. */
  entities: number
  statements: number
  evidence: number
  judgements: number
}

/**
 * The record of everything Cupel knows. All methods are asynchronous; expected failures are `GraphError`s.
 * A write is durable when its promise resolves and leaves no trace when it rejects.
 */
export interface GraphStore extends DocumentStore, EntityStore, GraphTraversal, Outbox {
  /**
   * Applies one document's plan in one transaction: document, version, entities, statements, judgements, outbox.
   * Rejects with `plan-conflict` where the document changed since the plan was made, with `not-grounded` where a quote is
   * not at its offsets, with `invalid` where the ontology forbids a statement.
   */
  apply(plan: GraphPlan): Promise<void>
  decide(decision: Decision): Promise<StatementView>
  /** Records judgements (the last of `by` on a pair counts, a curator's over a rule's) and recomputes canonical ids. */
  judge(judgements: readonly Judgement[]): Promise<void>
  counts(): Promise<GraphCounts>
  export(): AsyncIterable<GraphRecord>
  /** Into an empty store only, all or nothing. Rejects with `invalid` where the footer is missing or its checksum differs. */
  import(records: AsyncIterable<GraphRecord>): Promise<GraphCounts>
  /** Integrity of the storage, grounding of every quote, closure of every reference, outbox. Empty when all is well. */
  check(): AsyncIterable<Finding>
  /**
   * Takes out of the files what was removed from the graph, as far as nobody reads an older state of it just now: that stays
   * until the last of those processes is done. Changes nothing of the graph.
   */
  purge(): Promise<void>
  close(): Promise<void>
}
