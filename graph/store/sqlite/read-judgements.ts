import type { Judgement } from '../../entity.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

export const JUDGEMENT_COLUMNS = '"left", "right", verdict, score, reasons, author, at'
export type JudgementRow = [string, string, Judgement['verdict'], number, string, string, string]

/** All judgements that touch one of the ids, each once, in the order of their pairs. */
export function readJudgements(connection: SqliteConnection, sourceIds: readonly string[]): Judgement[] {
  const found = new Map<string, Judgement>()
  for (const id of new Set(sourceIds))
    for (const judgement of readJudgementsOf(connection, id))
      found.set(JSON.stringify([judgement.left, judgement.right, judgement.by]), judgement)
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, judgement]) => judgement)
}

export function readJudgementsOf(connection: SqliteConnection, id: string): Judgement[] {
  return connection
    .rows<JudgementRow>(
      `SELECT ${JUDGEMENT_COLUMNS} FROM judgement WHERE "left" = ?
        UNION ALL SELECT ${JUDGEMENT_COLUMNS} FROM judgement WHERE "right" = ?`,
      id,
      id,
    )
    .map(toJudgement)
}

/** All judgements on one pair, whichever way round it is given. */
export function readPairJudgements(connection: SqliteConnection, left: string, right: string): Judgement[] {
  return connection
    .rows<JudgementRow>(
      `SELECT ${JUDGEMENT_COLUMNS} FROM judgement WHERE "left" = min(?1, ?2) AND "right" = max(?1, ?2)`,
      left,
      right,
    )
    .map(toJudgement)
}

export function toJudgement([left, right, verdict, score, reasons, by, at]: JudgementRow): Judgement {
  return { left, right, verdict, score, reasons: JSON.parse(reasons), by, at }
}
