import type { Judgement } from '../../entity.ts'
import { GraphError } from '../../graph-error.ts'
import { isRuleMade, sortPair } from '../weigh-judgements.ts'
import { readJudgementsOf } from './read-judgements.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** Records judgements; the last one of an author on a pair replaces the earlier. Returns the pairs, sorted. */
export function writeJudgements(connection: SqliteConnection, judgements: readonly Judgement[]): [string, string][] {
  return judgements.map((judgement) => {
    const [left, right] = checkPair(judgement)
    connection.run(
      `INSERT INTO judgement ("left", "right", author, verdict, score, at, reasons) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET verdict = excluded.verdict, score = excluded.score, at = excluded.at, reasons = excluded.reasons`,
      left,
      right,
      judgement.by,
      judgement.verdict,
      judgement.score,
      judgement.at,
      JSON.stringify(judgement.reasons),
    )
    return [left, right]
  })
}

/**
 * Rules' judgements go with an entity; a curator's stay, keyed by id, and count again when the entity comes back. Returns
 * the ids at the other ends of what was `same` by a rule.
 */
export function dropRuleJudgements(connection: SqliteConnection, id: string): void {
  for (const { left, right, by } of readJudgementsOf(connection, id))
    if (isRuleMade(by))
      connection.run('DELETE FROM judgement WHERE "left" = ? AND "right" = ? AND author = ?', left, right, by)
}

function checkPair({ left, right, score, by }: Judgement): [string, string] {
  if (left === right) throw new GraphError('invalid', `A judgement is about two entities; it came with ${left} twice.`)
  if (!(score >= 0 && score <= 1))
    throw new GraphError(
      'invalid',
      `The judgement on ${left} and ${right} has the score ${score}; it must be between 0 and 1.`,
    )
  if (by === '')
    throw new GraphError(
      'invalid',
      `The judgement on ${left} and ${right} has no author; say who or which rule judged.`,
    )
  return sortPair(left, right)
}
