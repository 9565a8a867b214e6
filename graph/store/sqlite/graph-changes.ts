import type { SqliteConnection } from './sqlite-connection.ts'

/**
 * What one write touched, gathered while it runs and put into the outbox at its end, in the same transaction. An entry
 * still waiting for the same thing is enough; one that is leased may have read the old state, so a new one joins it.
 */
export class GraphChanges {
  private readonly connection: SqliteConnection
  private readonly clusters = new Set<number>()
  private readonly entityIds = new Set<string>()
  private readonly documentIds = new Set<string>()

  constructor(connection: SqliteConnection) {
    this.connection = connection
  }

  /** The record of this canonical entity must be made anew. */
  touchCluster(key: number): void {
    this.clusters.add(key)
  }

  /** A record under this id may stand in the index that should not stand any more. */
  touchEntityId(id: string): void {
    this.entityIds.add(id)
  }

  touchDocument(id: string): void {
    this.documentIds.add(id)
  }

  /** The records of documents tell of what was decided on their statements. */
  touchDocumentsOf(statement: number): void {
    for (const id of this.connection.values<string>(
      'SELECT d.id FROM support u JOIN document d ON d.key = u.document WHERE u.statement = ?',
      statement,
    ))
      this.documentIds.add(id)
  }

  /** Those whose own records tell of this cluster: the other ends of its relations. */
  touchNeighbours(cluster: number): void {
    for (const key of this.connection.values<number>(
      'SELECT DISTINCT other FROM incidence WHERE entity = ? AND edge = 1',
      cluster,
    ))
      this.clusters.add(key)
  }

  enqueue(): void {
    this.connection.run(
      `INSERT INTO outbox (kind, id)
       SELECT 'entity', canonical FROM json_each(?1) j CROSS JOIN cluster c ON c.key = j.value WHERE true
        UNION SELECT 'entity', value FROM json_each(?2) UNION SELECT 'document', value FROM json_each(?3) ORDER BY 2
           ON CONFLICT DO NOTHING`,
      JSON.stringify([...this.clusters]),
      JSON.stringify([...this.entityIds]),
      JSON.stringify([...this.documentIds]),
    )
  }
}
