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
 * The incidences of the entity in cluster `entity` that pass the filter, strongest first, at most `limit`. Every arm reads its index in
 * order and stops at the limit, so a hub costs no more than a leaf; one arm a predicate, where predicates are asked for.
 */
export function selectIncidences(
  entity: number,
  filter: StatementFilter,
  limit: number,
  options: { cursor?: string; edgesOnly?: boolean },
): Query {
  const conditions = ['i.entity = ?']
  const parameters: SqlValue[] = [entity]
  const living = livingOf(filter.statuses)
  if (living !== undefined) conditions.push(`i.living = ${living}`)
  if (options.edgesOnly) conditions.push('i.edge = 1')
  if (filter.direction) conditions.push(`i.direction <> ${filter.direction === 'out' ? 1 : 0}`)
  for (const [column, values] of [
    ['status', filter.statuses],
    ['modality', filter.modalities],
  ] as const)
    if (values) {
      conditions.push(`s.${column} IN (${values.map(() => '?').join(', ')})`)
      parameters.push(...values)
    }
  const after = decodeCursor<IncidenceKey>(options.cursor, ['number', 'number', 'string'])
  if (after) {
    // Spelt out by strength and id within one value of living, which the index can seek; a row value of mixed order it cannot.
    conditions.push(
      '(i.living < ? OR (i.living = ? AND (i.strength < ? OR (i.strength = ? AND i.statement > ?))))',
      'i.living <= ?',
    )
    parameters.push(after[0], after[0], after[1], after[1], after[2], after[0])
    if (living !== undefined) {
      conditions.push('i.strength <= ?')
      parameters.push(after[1])
    }
  }
  const arm = (more: string) =>
    `SELECT i.living, i.strength, i.statement, i.direction, i.key, i.other FROM incidence i CROSS JOIN statement s ON s.key = i.key
      WHERE ${[...conditions, ...(more ? [more] : [])].join(' AND ')} ORDER BY i.living DESC, i.strength DESC, i.statement LIMIT ?`
  if (!filter.predicates) return { sql: arm(''), parameters: [...parameters, limit] }
  const predicates = [...new Set(filter.predicates)]
  if (predicates.length === 0) return { sql: arm('false'), parameters: [...parameters, limit] }
  return {
    sql: `${predicates.map(() => `SELECT * FROM (${arm('i.predicate = ?')})`).join(' UNION ALL ')} ORDER BY living DESC, strength DESC, statement LIMIT ?`,
    parameters: [...predicates.flatMap((predicate) => [...parameters, predicate, limit]), limit],
  }
}

function livingOf(statuses: readonly StatementStatus[] | undefined): 0 | 1 | undefined {
  const wanted = statuses ?? LIVING
  if (wanted.every((status) => LIVING.includes(status))) return 1
  return wanted.some((status) => LIVING.includes(status)) ? undefined : 0
}
