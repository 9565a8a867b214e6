import { foldName } from '../../graph/values/fold-name.ts'
import type { ExtractedEntity, ExtractedStatement, Extraction, Extractor } from '../extract/extraction.ts'
import { nameKeys } from './name-keys.ts'

/** A statement that remembers which extractor made it. */
export interface AttributedStatement extends ExtractedStatement {
  extractor: Pick<Extractor, 'name' | 'version'>
}

/** What all extractors found in one document, each thing once. */
export interface MergedExtraction extends Pick<Extraction, 'entities' | 'problems'> {
  statements: AttributedStatement[]
}

/** Forms by which two extractors mean one thing of a type: world id, folded names, names without legal form or title. */
function meetingPoints({ type, name, aliases, worldId }: ExtractedEntity): string[] {
  if (worldId) return [worldId]
  return [name, ...aliases]
    .flatMap((each) => [foldName(each), ...nameKeys(type, each)])
    .map((form) => `${type} ${form}`)
}

function mergeEntities(left: ExtractedEntity, right: ExtractedEntity): ExtractedEntity {
  const names = new Set([...left.aliases, right.name, ...right.aliases])
  names.delete(left.name)
  return {
    ...left,
    aliases: [...names],
    mentions: [...left.mentions, ...right.mentions],
    country: left.country ?? right.country,
    confidence: Math.max(left.confidence, right.confidence),
  }
}

/** Puts the readings of several extractors together. Within one extractor's own reading nothing is merged: it has decided. */
export function mergeExtractions(
  readings: readonly { extractor: Pick<Extractor, 'name' | 'version'>; extraction: Extraction }[],
): MergedExtraction {
  const entities = new Map<string, ExtractedEntity>()
  const statements: AttributedStatement[] = []
  for (const { extractor, extraction } of readings) {
    // Most documents have but one reading: then there is nothing to meet.
    const others = extraction.entities.length > 0 ? [...entities.values()] : []
    const met = new Map(others.flatMap((entity) => meetingPoints(entity).map((point) => [point, entity.key] as const)))
    const keys = new Map<string, string>()
    for (const found of extraction.entities) {
      const points = met.size > 0 ? meetingPoints(found) : []
      const other = points.map((point) => met.get(point)).find((key) => key !== undefined)
      const known = other === undefined ? undefined : entities.get(other)
      const entity = known ? mergeEntities(known, found) : { ...found, key: `${extractor.name}:${found.key}` }
      entities.set(entity.key, entity)
      keys.set(found.key, entity.key)
    }
    const rename = (key: string) => keys.get(key) ?? key
    for (const said of extraction.statements) {
      statements.push({
        ...said,
        extractor,
        subject: rename(said.subject),
        object: said.object === undefined ? undefined : rename(said.object),
      })
    }
  }
  return {
    entities: [...entities.values()],
    statements,
    problems: readings.flatMap(({ extraction }) => extraction.problems),
  }
}
