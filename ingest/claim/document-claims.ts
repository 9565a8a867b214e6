import type { DocumentProblem } from '../../graph/document.ts'
import type { SourceEntity } from '../../graph/entity.ts'
import { sourceEntityId, statementId } from '../../graph/identity.ts'
import { isRelation, propertyAllows, relationAllows } from '../../graph/ontology/ontology.ts'
import type { Evidence, Statement } from '../../graph/statement.ts'
import type { ExtractedEntity } from '../extract/extraction.ts'
import type { ReadDocument } from '../read/source-document.ts'
import { createPlaceFinder } from './find-place.ts'
import type { AttributedStatement, MergedExtraction } from './merge-extractions.ts'
import { nameKeys } from './name-keys.ts'

/** What a document says, in the graph's own terms: entities with ids, statements with ids and evidence. */
export interface DocumentClaims {
  entities: SourceEntity[]
  statements: Statement[]
  problems: DocumentProblem[]
}

function toSourceEntity(document: string, entity: ExtractedEntity): SourceEntity {
  const { type, name, aliases, country, worldId } = entity
  if (worldId) {
    // A thing of the world is the same in every document, so nothing a document calls it may change it here.
    const concept = type === 'Country' || type === 'City' ? undefined : worldId
    return { id: worldId, type, name, aliases: [], country, concept }
  }
  const keys = [...new Set([name, ...aliases].flatMap((each) => nameKeys(type, each)))].sort()
  return { id: sourceEntityId(document, type, name), type, name, aliases, country, keys }
}

function mergeSourceEntities(left: SourceEntity, right: SourceEntity): SourceEntity {
  const union = (a: string[] = [], b: string[] = []) => [...new Set([...a, ...b])]
  return {
    ...left,
    aliases: union(left.aliases, right.aliases),
    country: left.country ?? right.country,
    keys: left.keys && union(left.keys, right.keys),
  }
}

function mergeStatements(left: Statement, right: Statement): Statement {
  const seen = new Set(left.evidence.map(({ start, end }) => `${start}-${end}`))
  const further = right.evidence.filter(({ start, end }) => !seen.has(`${start}-${end}`))
  return { ...left, confidence: Math.max(left.confidence, right.confidence), evidence: [...left.evidence, ...further] }
}

/** Why the graph would refuse a claim; `null` where it would not. */
function findFault(
  said: AttributedStatement,
  subject: SourceEntity | undefined,
  object: SourceEntity | undefined,
  length: number,
): string | null {
  if (!subject || (said.object !== undefined && !object)) return 'names an entity the extraction does not list'
  if (isRelation(said.predicate)) {
    if (!object || !relationAllows(said.predicate, subject.type, object.type))
      return `${subject.type} ${said.predicate} ${object?.type} is not in the ontology`
  } else if (!said.value || !propertyAllows(said.predicate, subject.type))
    return `${subject.type} has no property ${said.predicate}`
  const outside = said.evidence.some(({ start, end }) => start < 0 || end > length || start >= end)
  return said.evidence.length === 0 || outside ? 'has no words in the text' : null
}

/**
 * Turns what was extracted into claims. What the ontology forbids or the text does not carry is left out and counted in a
 * problem, so that one wrong reading never costs the rest of the document.
 */
export function collectClaims(
  document: { id: string; version: string },
  read: ReadDocument,
  extraction: MergedExtraction,
): DocumentClaims {
  const entities = new Map<string, SourceEntity>()
  const byKey = new Map<string, string>()
  for (const extracted of extraction.entities) {
    const entity = toSourceEntity(document.id, extracted)
    const known = entities.get(entity.id)
    entities.set(entity.id, known ? mergeSourceEntities(known, entity) : entity)
    byKey.set(extracted.key, entity.id)
  }

  const statements = new Map<string, Statement>()
  const refused = new Map<string, number>()
  const findPlace = createPlaceFinder(read)
  const lookUp = (key: string | undefined) => (key === undefined ? undefined : entities.get(byKey.get(key) ?? ''))
  for (const said of extraction.statements) {
    const [subject, object] = [lookUp(said.subject), lookUp(said.object)]
    const fault = findFault(said, subject, object, read.text.length)
    if (fault !== null || !subject) {
      refused.set(fault ?? '', (refused.get(fault ?? '') ?? 0) + 1)
      continue
    }
    const { predicate, value, qualifiers, modality, confidence } = said
    const claim = { subject: subject.id, predicate, object: object?.id, value, qualifiers, modality }
    const evidence = said.evidence.map(
      ({ start, end }): Evidence => ({
        document: document.id,
        version: document.version,
        start,
        end,
        quote: read.text.slice(start, end),
        ...findPlace(start),
        extractor: `${said.extractor.name}:${said.rule}`,
        extractorVersion: said.extractor.version,
      }),
    )
    const statement: Statement = {
      id: statementId(claim),
      ...claim,
      confidence,
      origin: 'document',
      status: 'proposed',
      evidence,
    }
    const known = statements.get(statement.id)
    statements.set(statement.id, known ? mergeStatements(known, statement) : statement)
  }

  const problems = [...extraction.problems]
  for (const [reason, count] of refused) {
    problems.push({
      code: 'claim-refused',
      origin: 'extract',
      message: `${count} extracted claim${count === 1 ? '' : 's'} left out: ${reason}.`,
    })
  }
  return { entities: [...entities.values()], statements: [...statements.values()], problems }
}
