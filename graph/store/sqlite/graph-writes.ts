import { GraphError } from '../../graph-error.ts'
import type { GraphStore } from '../graph-store.ts'
import { applyPlan } from './apply-plan.ts'
import { GraphChanges } from './graph-changes.ts'
import { settlePairs } from './settle-clusters.ts'
import { settleStatement } from './settle-statement.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { readStatement } from './statement-reads.ts'
import { readEntityKey } from './write-entity.ts'
import { writeJudgements } from './write-judgements.ts'

export function createGraphWrites(connection: SqliteConnection): Pick<GraphStore, 'apply' | 'decide' | 'judge'> {
  return {
    async apply(plan) {
      if (plan.status === 'unchanged') return
      await connection.write(() => applyPlan(connection, plan))
    },

    decide: (decision) =>
      connection.write(() => {
        const { statement, status, by, at, reason } = decision
        const key = connection.value<number>('SELECT key FROM statement WHERE id = ?', statement)
        if (key === undefined)
          throw new GraphError(
            'not-found',
            `There is no statement ${statement} to decide on. Take the id from a statement the graph shows.`,
          )
        connection.run(
          `INSERT INTO decision (statement, status, detail) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET status = excluded.status, detail = excluded.detail`,
          statement,
          status,
          JSON.stringify({ by, at, reason }),
        )
        const changes = new GraphChanges(connection)
        settleStatement(connection, key, changes)
        changes.touchDocumentsOf(key)
        changes.enqueue()
        return readStatement(connection, statement) as NonNullable<ReturnType<typeof readStatement>>
      }),

    judge: (judgements) =>
      connection.write(() => {
        for (const id of judgements.flatMap(({ left, right }) => [left, right]))
          if (readEntityKey(connection, id) === undefined)
            throw new GraphError(
              'not-found',
              `There is no source entity ${id} to judge. Take ids from the members of an entity.`,
            )
        const changes = new GraphChanges(connection)
        settlePairs(connection, writeJudgements(connection, judgements), changes)
        changes.enqueue()
      }),
  }
}
