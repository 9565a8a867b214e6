import type { Span } from '../../../graph/document.ts'
import type { EntityType } from '../../../graph/ontology/ontology.ts'
import { foldName } from '../../../graph/values/fold-name.ts'
import type { ExtractedEntity, ExtractedStatement } from '../extraction.ts'

/** Something a cell names. */
export interface NamedThing extends Span {
  type: EntityType
  name: string
  /** As the cell writes it. */
  surface: string
  worldId?: string
  country?: string
  confidence: number
}

/** Gathers what the rows name, each thing once. */
export interface EntityBook {
  /** Enters a mention and answers the thing's key. */
  enter(thing: NamedThing): string
  /** The things these statements speak of, with all their mentions. */
  used(statements: readonly ExtractedStatement[]): ExtractedEntity[]
}

export function createEntityBook(): EntityBook {
  const entities = new Map<string, ExtractedEntity & { seen: Set<number>; names: Set<string> }>()
  return {
    enter({ type, name, surface, start, end, worldId, country, confidence }) {
      const key = worldId ?? `${type} ${foldName(name) || name}`
      let entity = entities.get(key)
      if (!entity) {
        entity = { key, type, name, aliases: [], mentions: [], confidence, seen: new Set(), names: new Set([name]) }
        if (worldId) entity.worldId = worldId
        entities.set(key, entity)
      }
      if (country && entity.country === undefined) entity.country = country
      entity.confidence = Math.max(entity.confidence, confidence)
      entity.names.add(surface)
      if (!entity.seen.has(start)) {
        entity.seen.add(start)
        entity.mentions.push({ start, end, surface })
      }
      return key
    },
    used(statements) {
      const keys = new Set(
        statements.flatMap(({ subject, object }) => (object === undefined ? [subject] : [subject, object])),
      )
      return [...entities.values()]
        .filter(({ key }) => keys.has(key))
        .map(({ seen, names, ...entity }) => ({
          ...entity,
          aliases: [...names].filter((each) => each !== entity.name),
        }))
    },
  }
}
