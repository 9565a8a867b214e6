import type { Outbox, OutboxEntry } from '../graph-store.ts'
import { isHolderGone, nameLeaseHolder } from './lease-holder.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

export function createOutbox(connection: SqliteConnection): Outbox {
  return {
    /** What another worker holds of the same thing must be delivered first: otherwise its older state could overwrite ours. */
    async claimOutbox(worker, limit, leaseMs) {
      // Nothing waits most of the time: asking does not take the write lock.
      if (connection.read(() => connection.value('SELECT 1 FROM outbox LIMIT 1')) === undefined) return []
      return connection.write(() => {
        const now = Date.now()
        const holder = nameLeaseHolder(worker)
        endLeasesOfTheDead(connection)
        const rows = connection.rows<[number, OutboxEntry['kind'], string]>(
          `SELECT o.sequence, o.kind, o.id FROM outbox o
            WHERE (o.worker IS NULL OR o.worker = ?1 OR o.lease_until <= ?2)
              AND NOT EXISTS (SELECT 1 FROM outbox p
                WHERE p.kind = o.kind AND p.id = o.id AND p.worker IS NOT NULL AND p.worker <> ?1 AND p.lease_until > ?2)
            ORDER BY o.sequence LIMIT ?3`,
          holder,
          now,
          limit,
        )
        for (const [sequence] of rows)
          connection.run(
            'UPDATE outbox SET worker = ?, lease_until = ? WHERE sequence = ?',
            holder,
            now + leaseMs,
            sequence,
          )
        return rows.map(([sequence, kind, id]) => ({ sequence, kind, id }))
      })
    },

    async acknowledgeOutbox(worker, sequences) {
      if (sequences.length === 0) return
      await connection.write(() => {
        for (const sequence of sequences)
          connection.run('DELETE FROM outbox WHERE sequence = ? AND worker = ?', sequence, nameLeaseHolder(worker))
      })
    },

    outboxDepth: async () => connection.read(() => connection.value<number>('SELECT count(*) FROM outbox') ?? 0),

    refillOutbox: () => connection.write(() => fillOutbox(connection)),
  }
}

/** What a killed process had in hand is free at once: its next start must not search an index that lags by a whole lease. */
function endLeasesOfTheDead(connection: SqliteConnection): void {
  for (const [holder] of connection.rows<[string]>('SELECT DISTINCT worker FROM outbox WHERE worker IS NOT NULL'))
    if (isHolderGone(holder)) connection.run('UPDATE outbox SET lease_until = 0 WHERE worker = ?', holder)
}

/** Queues everything there is, inside the transaction that is open. */
export function fillOutbox(connection: SqliteConnection): void {
  connection.run(
    "INSERT INTO outbox (kind, id) SELECT 'entity', canonical FROM cluster WHERE true ORDER BY canonical ON CONFLICT DO NOTHING",
  )
  connection.run(
    "INSERT INTO outbox (kind, id) SELECT 'document', id FROM document WHERE true ORDER BY id ON CONFLICT DO NOTHING",
  )
}
