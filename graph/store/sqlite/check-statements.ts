import type { Finding } from '../graph-store.ts'
import { deriveIncidences, placeClaim, readPlaced } from './index-statement.ts'
import { deriveState, readState } from './settle-statement.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** Statements that are not what their supports and decisions make them, or not found where they should be. */
export function* checkStatements(connection: SqliteConnection): Generator<Finding> {
  let incidences = 0
  for (const [key, id] of connection.stream<[number, string]>('SELECT key, id FROM statement')) {
    const state = readState(connection, key)
    const expected = deriveState(connection, key, state)
    if (!expected) yield { code: 'statement-unsupported', message: `No document supports statement ${id}.`, id }
    else if (expected.some((part, at) => part !== state[at]))
      yield { code: 'statement-derived', message: `Statement ${id} is not as its supports and decision make it.`, id }
    const placed = readPlaced(connection, key)
    if (!placed) continue
    const rows = deriveIncidences(key, placed)
    incidences += rows.length
    const missing = rows.some(
      (row) =>
        connection.value(
          `SELECT 1 FROM incidence WHERE entity = ? AND living = ? AND strength = ? AND statement = ? AND direction = ? AND key = ?
              AND predicate = ? AND other IS ? AND edge = ?`,
          ...row,
        ) === undefined,
    )
    if (missing || placeClaim(placed) !== placed[8])
      yield { code: 'statement-index', message: `Statement ${id} is not found at its entities.`, id }
  }
  const present = connection.value<number>('SELECT count(*) FROM incidence')
  if (present !== incidences)
    yield {
      code: 'statement-index',
      message: `${present} index entries stand where the statements make ${incidences}.`,
    }
  for (const id of connection.values<string>(
    `SELECT s.id FROM support u JOIN statement s ON s.key = u.statement
      WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.statement = u.statement AND e.document = u.document)`,
  ))
    yield { code: 'support-without-evidence', message: `A document supports statement ${id} without a quote.`, id }
}
