import { createHash } from 'node:crypto'
import type { Statement } from './statement.ts'
import { foldName } from './values/fold-name.ts'

/** SHA-256 of text or bytes, hex. */
export function hashContent(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function shortHash(...parts: string[]): string {
  return hashContent(parts.join('\u0000')).slice(0, 20)
}

/** The id of the document that comes from `source`. */
export function documentId(source: string): string {
  return `doc-${shortHash('document', source)}`
}

/** The source id of what a document calls `name`. */
export function sourceEntityId(document: string, type: string, name: string): string {
  return `ent-${shortHash('entity', document, type, foldName(name))}`
}

/** The id of a claim: equal claims have equal ids, whatever words carry them. */
export function statementId(claim: Omit<Statement, 'id' | 'status' | 'evidence' | 'confidence' | 'origin'>): string {
  const { subject, predicate, object, value, qualifiers, modality } = claim
  const said = value ? { ...value, text: value.kind === 'text' ? foldName(value.text) : undefined } : undefined
  return `st-${shortHash('statement', subject, predicate, object ?? '', JSON.stringify(said ?? null), JSON.stringify(qualifiers ?? null), modality)}`
}
