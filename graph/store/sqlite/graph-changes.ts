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

  /** Those whose own records tell of this cluster: the other ends of its relations. */
  touchNeighbours(cluster: number): void {
    for (const key of this.connection.values<number>(
      'SELECT DISTINCT other FROM incidence WHERE entity = ? AND edge = 1',
      cluster,
    ))
      this.clusters.add(key)
  }

  enqueue(): void {
    for (const key of this.clusters) {
      const id = this.connection.value<string>('SELECT canonical FROM cluster WHERE key = ?', key)
      if (id !== undefined) this.entityIds.add(id)
    }
    for (const id of [...this.entityIds].sort()) enqueueEntry(this.connection, 'entity', id)
    for (const id of [...this.documentIds].sort()) enqueueEntry(this.connection, 'document', id)
  }
}

function enqueueEntry(connection: SqliteConnection, kind: 'entity' | 'document', id: string): void {
  connection.run('INSERT INTO outbox (kind, id) VALUES (?, ?) ON CONFLICT DO NOTHING', kind, id)
}
