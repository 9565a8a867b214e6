import { findGroundingProblem } from '../check-plan.ts'
import type { Finding } from '../graph-store.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { decodeText } from './stored-text.ts'

/** Evidence whose quote is not at its offsets, reading every text once. */
export function* findUngrounded(connection: SqliteConnection): Generator<Finding> {
  for (const key of connection.values<number>('SELECT key FROM version')) {
    const quotes = connection.rows<[string, number, number, string]>(
      `SELECT s.id, e.start, e."end", e.detail FROM evidence e JOIN statement s ON s.key = e.statement WHERE e.version = ?`,
      key,
    )
    if (quotes.length === 0) continue
    const [document, version, stored] = connection.row<[string, string, string | Uint8Array]>(
      'SELECT d.id, v.hash, v.text FROM version v JOIN document d ON d.key = v.document WHERE v.key = ?',
      key,
    ) as [string, string, string | Uint8Array]
    const text = decodeText(stored)
    for (const [id, start, end, detail] of quotes) {
      const problem = findGroundingProblem({ document, version, start, end, ...JSON.parse(detail) }, text)
      if (problem) yield { code: 'not-grounded', message: `Statement ${id}: ${problem}`, id }
    }
  }
}
