import { MAX_LISTED, type SourceEntity } from '../../entity.ts'
import type { EntityType } from '../../ontology/ontology.ts'
import type { EntityForm } from '../combine-forms.ts'

/**
 * The view of the cluster in row `c`, as one JSON array: crossing from SQLite to JavaScript costs more than the query, so
 * a whole view crosses as one string.
 */
export const ENTITY_JSON = `json_array(
  c.canonical, c.type, json(c.view),
  CASE WHEN c.members > 1 THEN (
    SELECT json_group_array(id) FROM (
      SELECT m.id FROM entity m WHERE m.cluster = c.key ORDER BY m.world DESC, m.id LIMIT ${MAX_LISTED})) END,
  (SELECT json_group_array(id) FROM (
    SELECT DISTINCT d.id FROM entity m CROSS JOIN mention n ON n.entity = m.key CROSS JOIN document d ON d.key = n.document
     WHERE m.cluster = c.key AND n.current = 1 LIMIT ${MAX_LISTED})),
  c.key, c.members)`

export type EntityJson = [
  id: string,
  type: EntityType,
  view: EntityForm,
  members: string[] | null,
  documents: string[],
  key: number,
  size: number,
]

export function toSourceEntity(id: string, type: EntityType, form: EntityForm): SourceEntity {
  return { id, type, ...form }
}

/** The JSON kept of a form: always the same text for the same form. */
export function writeForm({ name, aliases, country, concept, keys }: EntityForm): string {
  return JSON.stringify({ name, aliases, country, concept, keys })
}

/** The JSON kept of a cluster: keys are for resolution, which compares source entities. */
export function writeView({ name, aliases, country, concept }: EntityForm): string {
  return JSON.stringify({ name, aliases, country, concept })
}
