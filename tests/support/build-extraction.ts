import type { ExtractedEntity, ExtractedStatement, Extraction } from '../../ingest/extract/extraction.ts'
import type { Passage, ReadDocument } from '../../ingest/read/source-document.ts'

/** A document whose paragraphs are those of `text`, on one page, under one heading where given. */
export function buildRead(text: string, parts: Partial<ReadDocument> = {}): ReadDocument {
  const passages: Passage[] = []
  for (const match of text.matchAll(/[^\n]+/g)) {
    passages.push({ kind: 'paragraph', start: match.index, end: match.index + match[0].length, sections: [], page: 1 })
  }
  return {
    source: 'report.txt',
    title: 'Report',
    language: 'en',
    mediaType: 'text/plain',
    text,
    pages: [{ page: 1, start: 0, end: text.length }],
    sections: [],
    passages,
    problems: [],
    ...parts,
  }
}

export function buildEntity(parts: Partial<ExtractedEntity> & Pick<ExtractedEntity, 'key'>): ExtractedEntity {
  return { type: 'Enterprise', name: parts.key, aliases: [], mentions: [], confidence: 0.9, ...parts }
}

export function buildStatement(
  parts: Partial<ExtractedStatement> & Pick<ExtractedStatement, 'subject' | 'predicate'>,
): ExtractedStatement {
  return { modality: 'asserted', confidence: 0.8, rule: 'built', evidence: [{ start: 0, end: 5 }], ...parts }
}

export function buildExtraction(entities: ExtractedEntity[], statements: ExtractedStatement[] = []): Extraction {
  return { entities, statements, problems: [] }
}
