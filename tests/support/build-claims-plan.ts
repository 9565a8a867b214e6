import type { DocumentRecord } from '../../graph/document.ts'
import type { SourceEntity } from '../../graph/entity.ts'
import type { GraphPlan } from '../../graph/graph-plan.ts'
import { documentId, hashContent, sourceEntityId, statementId } from '../../graph/identity.ts'
import type { EntityType, PredicateName, PropertyName } from '../../graph/ontology/ontology.ts'
import type { Evidence, Modality, Qualifiers, Statement } from '../../graph/statement.ts'
import type { GraphStore } from '../../graph/store/graph-store.ts'
import type { QuantityValue, Value } from '../../graph/values/value.ts'

export interface Claim {
  /** `Enterprise:Zincworks`, or an id of the world: `country/VN`, `city/1566083@VN`, `waste-stream/eaf-dust`. */
  subject: string
  predicate: PredicateName | PropertyName
  object?: string
  value?: Value
  qualifiers?: Qualifiers
  modality?: Modality
  confidence?: number
  /** The words of the document; made up from the claim where absent. */
  quote?: string
}

const WORLD_TYPES: Record<string, EntityType> = {
  country: 'Country',
  city: 'City',
  metal: 'Metal',
  'waste-stream': 'WasteStream',
  technology: 'Technology',
}

/** Tonnes a year. */
export function tonnes(value: number, more: Partial<QuantityValue> = {}): QuantityValue {
  return { kind: 'quantity', text: `${value} tonnes a year`, value, unit: 't', per: 'year', ...more }
}

function buildEntity(document: string, handle: string): SourceEntity {
  const named = /^(\p{L}+):(.+)$/u.exec(handle)
  if (named) {
    const [, type, name] = named as unknown as [string, EntityType, string]
    return { id: sourceEntityId(document, type, name), type, name, aliases: [] }
  }
  const [id = '', country] = handle.split('@')
  const [kind = '', slug = ''] = id.split('/')
  const type = WORLD_TYPES[kind]
  if (!type) throw new Error(`No entity reads as ${handle}`)
  const place = type === 'Country' ? slug : country
  const concept = type === 'Country' || type === 'City' ? {} : { concept: id }
  return { id, type, name: slug.replaceAll('-', ' '), aliases: [], ...(place && { country: place }), ...concept }
}

/** The plan of a document that makes these claims, one line of text each. Names stay within their document. */
export function buildClaimsPlan(source: string, claims: readonly Claim[]): GraphPlan {
  const document = documentId(source)
  const entities = new Map<string, SourceEntity>()
  const idOf = (handle: string): string => {
    const entity = buildEntity(document, handle)
    entities.set(entity.id, entity)
    return entity.id
  }
  const quotes = claims.map((claim, at) => claim.quote ?? `${at + 1}. ${describe(claim)}`)
  const text = quotes.join('\n')
  const version = hashContent(text)
  const statements = claims.map((claim, at): Statement => {
    const said = {
      subject: idOf(claim.subject),
      predicate: claim.predicate,
      ...(claim.object !== undefined && { object: idOf(claim.object) }),
      ...(claim.value && { value: claim.value }),
      ...(claim.qualifiers && { qualifiers: claim.qualifiers }),
      modality: claim.modality ?? ('asserted' as const),
    }
    const start = quotes.slice(0, at).reduce((sum, quote) => sum + quote.length + 1, 0)
    const quote = quotes[at] ?? ''
    const evidence: Evidence = {
      document,
      version,
      start,
      end: start + quote.length,
      quote,
      extractor: 'test:claims',
      extractorVersion: '1',
    }
    const confidence = claim.confidence ?? 0.8
    return { id: statementId(said), ...said, confidence, origin: 'document', status: 'proposed', evidence: [evidence] }
  })
  const distinct = [...new Map(statements.map((statement) => [statement.id, statement])).values()]
  const record: DocumentRecord = {
    id: document,
    source,
    title: source,
    language: 'en',
    mediaType: 'text/plain',
    version,
    blob: hashContent(source),
    fingerprint: 'test',
    pages: 1,
    problems: [],
    ingestedAt: '2026-01-01T00:00:00.000Z',
  }
  return {
    status: 'added',
    document: record,
    version: { hash: version, blob: record.blob, text, pages: [], sections: [] },
    expects: null,
    entities: [...entities.values()],
    assert: distinct.map((statement) => ({ change: 'add', statement })),
    retire: [],
    judgements: [],
  }
}

function describe({ subject, predicate, object, value }: Claim): string {
  return `${subject} ${predicate} ${object ?? value?.text ?? ''}`
}

/** Applies a document per entry, in order. */
export async function applyClaims(
  store: GraphStore,
  documents: Readonly<Record<string, readonly Claim[]>>,
): Promise<void> {
  for (const [source, claims] of Object.entries(documents)) await store.apply(buildClaimsPlan(source, claims))
}
