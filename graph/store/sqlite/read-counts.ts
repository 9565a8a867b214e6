import type { GraphCounts } from '../graph-store.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

export function readCounts(connection: SqliteConnection): GraphCounts {
  const count = (table: string) => connection.value<number>(`SELECT count(*) FROM ${table}`) as number
  return {
    documents: count('document'),
    entities: count('cluster'),
    statements: count('statement'),
    evidence: count('evidence'),
    judgements: count('judgement'),
  }
}
