import type { StatementStatus } from '../../statement.ts'
import type { StatementFilter } from '../graph-store.ts'
import { decodeCursor } from './page-cursor.ts'
import type { SqlValue } from './sqlite-connection.ts'

/** The sort key of an incidence: living before dead, strongest first, then by id. */
export type IncidenceKey = [living: number, strength: number, statement: string]

export interface Query {
  sql: string
  parameters: SqlValue[]
}

const LIVING: readonly StatementStatus[] = ['proposed', 'accepted']

/**
 * The incidences of the entity in cluster `entity` that pass the filter, strongest first, at most `limit`. It is a union of
 * arms – one for each predicate asked for and each stretch after the cursor – that all read an index in order and stop at the
 * limit, so that a page of a hub, the first or the last, costs no more than a leaf's.
 */
export function selectIncidences(
  entity: number,
  filter: StatementFilter,
  limit: number,
  options: { cursor?: string; edgesOnly?: boolean },
): Query {
  const living = livingOf(filter.statuses)
  const always = and(
    { sql: 'i.entity = ?', parameters: [entity] },
    ...(living === undefined ? [] : [{ sql: 'i.living = ?', parameters: [living] }]),
    ...(options.edgesOnly ? [{ sql: 'i.edge = 1', parameters: [] }] : []),
    ...(filter.direction ? [{ sql: 'i.direction <> ?', parameters: [filter.direction === 'out' ? 1 : 0] }] : []),
    ...(filter.statuses ? [isAmong('s.status', filter.statuses)] : []),
    ...(filter.modalities ? [isAmong('s.modality', filter.modalities)] : []),
  )
  const predicates = filter.predicates
    ? [...new Set<string>(filter.predicates.length > 0 ? filter.predicates : [NO_PREDICATE])].map((name) => ({
        sql: 'i.predicate = ?',
        parameters: [name],
      }))
    : [EVERYTHING]
  const stretches = stretchesAfter(decodeCursor<IncidenceKey>(options.cursor, ['number', 'number', 'string']))
  const index = filter.predicates ? 'INDEXED BY incidence_predicate' : ''
  const arms = predicates.flatMap((predicate) => stretches.map((stretch) => and(always, predicate, stretch)))
  return {
    sql: `${arms.map(({ sql }) => `SELECT * FROM (${selectArm(index, sql)})`).join(' UNION ALL ')}
      ORDER BY living DESC, strength DESC, statement LIMIT ?`,
    parameters: [...arms.flatMap(({ parameters }) => [...parameters, limit]), limit],
  }
}

/** A predicate no statement has: one arm, and nothing found, where an empty list is asked for. */
const NO_PREDICATE = ''
const EVERYTHING: Query = { sql: 'true', parameters: [] }

function selectArm(index: string, where: string): string {
  return `SELECT i.living, i.strength, i.statement, i.direction, i.key, i.other
    FROM incidence i ${index} CROSS JOIN statement s ON s.key = i.key
   WHERE ${where} ORDER BY i.living DESC, i.strength DESC, i.statement LIMIT ?`
}

/** What comes after a key in the order of incidences, as stretches an index can be entered at. */
function stretchesAfter(key: IncidenceKey | undefined): Query[] {
  if (!key) return [EVERYTHING]
  const [living, strength, statement] = key
  return [
    { sql: 'i.living = ? AND i.strength = ? AND i.statement > ?', parameters: [living, strength, statement] },
    { sql: 'i.living = ? AND i.strength < ?', parameters: [living, strength] },
    { sql: 'i.living < ?', parameters: [living] },
  ]
}

function and(...conditions: readonly Query[]): Query {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  }
}

function isAmong(column: string, values: readonly string[]): Query {
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, parameters: [...values] }
}

function livingOf(statuses: readonly StatementStatus[] | undefined): 0 | 1 | undefined {
  const wanted = statuses ?? LIVING
  if (wanted.every((status) => LIVING.includes(status))) return 1
  return wanted.some((status) => LIVING.includes(status)) ? undefined : 0
}
