import type { Judgement } from '../../entity.ts'
import type { SameEdge } from '../cluster-entities.ts'
import { sortPair, weighJudgements } from '../weigh-judgements.ts'
import { readJudgementsOf } from './read-judgements.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { readEntityKey } from './write-entity.ts'

/** Entities that chains of `same` connect, with the judgements in force among them. */
export interface Component {
  ids: Set<string>
  same: SameEdge[]
  different: [string, string][]
}

/** Everything that must be clustered together with `start`: what shares a chain of `same` in force with it. */
export function readComponent(connection: SqliteConnection, start: Iterable<string>): Component {
  const ids = new Set(start)
  const same: SameEdge[] = []
  const different: [string, string][] = []
  for (const id of ids) {
    for (const judgement of readInForce(connection, id)) {
      const [left, right] = sortPair(judgement.left, judgement.right)
      const other = left === id ? right : left
      if (judgement.verdict === 'unsure' || (!ids.has(other) && readEntityKey(connection, other) === undefined))
        continue
      if (judgement.verdict === 'different') {
        if (left === id) different.push([left, right])
        continue
      }
      ids.add(other)
      if (left === id) same.push({ left, right, score: judgement.score, by: judgement.by })
    }
  }
  return { ids, same, different: different.filter(([left, right]) => ids.has(left) && ids.has(right)) }
}

/** The judgements that count among those touching `id`: one a pair. */
export function readInForce(connection: SqliteConnection, id: string): Judgement[] {
  const pairs = new Map<string, Judgement[]>()
  for (const judgement of readJudgementsOf(connection, id)) {
    const other = judgement.left === id ? judgement.right : judgement.left
    const known = pairs.get(other)
    if (known) known.push(judgement)
    else pairs.set(other, [judgement])
  }
  return [...pairs.values()].flatMap((judgements) => weighJudgements(judgements) ?? [])
}
