import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import type { EntityView } from '../graph/entity.ts'
import type { Evidence, StatementView } from '../graph/statement.ts'
import type { GraphPath, Neighbour } from '../graph/store/graph-store.ts'

/** The peer of the graph store: the same answers from the same file, by hand on the binding. Nothing checked, paged or merged. */
export interface DirectGraph {
  entity(id: string): EntityView | null
  neighbours(id: string, limit: number): Neighbour[]
  /** Only what a picture needs: relation, direction, id and name. */
  namesAround(id: string, limit: number): unknown[]
  path(from: string, to: string, maxHops: number): GraphPath | null
  close(): void
}

export function openDirectGraph(file: string): DirectGraph {
  const database = new DatabaseSync(file, { readOnly: true })
  database.exec('PRAGMA cache_size = -16384')
  const entity = prepareEntity(database)
  return {
    entity,
    neighbours: prepareNeighbours(database),
    namesAround: prepareNames(database),
    path: preparePath(database),
    close: () => database.close(),
  }
}

function prepareEntity(database: DatabaseSyncInstance): DirectGraph['entity'] {
  const cluster = database.prepare(
    'SELECT c.key, c.canonical, c.type, c.view FROM entity e JOIN cluster c ON c.key = e.cluster WHERE e.id = ?',
  )
  const byKey = prepareView(database)
  return (id) => {
    const row = cluster.get(id)
    return row ? byKey(row) : null
  }
}

/** Members and documents of a cluster whose row has been read. */
function prepareView(database: DatabaseSyncInstance): (row: Record<string, unknown>) => EntityView {
  const members = database.prepare('SELECT id FROM entity WHERE cluster = ? ORDER BY world DESC, id LIMIT 100')
  const documents = database.prepare(
    `SELECT DISTINCT d.id FROM entity m CROSS JOIN mention n ON n.entity = m.key CROSS JOIN document d ON d.key = n.document
      WHERE m.cluster = ? AND n.current = 1 LIMIT 100`,
  )
  const count = database.prepare(
    'SELECT sum(f.current) AS documents FROM entity m JOIN entity_form f ON f.entity = m.key WHERE m.cluster = ?',
  )
  return (row) => ({
    id: row.canonical as string,
    type: row.type as EntityView['type'],
    ...JSON.parse(row.view as string),
    members: members.all(row.key).map(({ id }) => id),
    documents: documents
      .all(row.key)
      .map(({ id }) => id)
      .sort(),
    documentCount: count.get(row.key).documents,
  })
}

function prepareNeighbours(database: DatabaseSyncInstance): DirectGraph['neighbours'] {
  const around = database.prepare(
    `SELECT i.direction, c.key, c.canonical, c.type, c.view, s.key AS statement, s.id, s.predicate, s.modality, s.status, s.confidence,
            s.claim, s.detail, es.id AS subject, cs.canonical AS subjectEntity, eo.id AS object, co.canonical AS objectEntity
       FROM incidence i JOIN statement s ON s.key = i.key JOIN cluster c ON c.key = i.other
       JOIN entity es ON es.key = s.subject JOIN cluster cs ON cs.key = es.cluster
       JOIN entity eo ON eo.key = s.object JOIN cluster co ON co.key = eo.cluster
      WHERE i.entity = (SELECT cluster FROM entity WHERE id = ?) AND i.living = 1 AND i.edge = 1
      ORDER BY i.strength DESC, i.statement LIMIT ?`,
  )
  const quotes = database.prepare(
    `SELECT d.id, v.hash, e.start, e."end", e.detail FROM support u JOIN evidence e ON e.statement = u.statement AND e.document = u.document
       JOIN document d ON d.key = u.document JOIN version v ON v.key = e.version WHERE u.statement = ? AND u.current = 1
      ORDER BY d.id, e.start`,
  )
  const corroboration = database.prepare(
    `SELECT count(DISTINCT u.document) AS documents FROM statement t JOIN support u ON u.statement = t.key AND u.current = 1
      WHERE t.claim = ? AND t.living = 1`,
  )
  const view = prepareView(database)
  return (id, limit) =>
    around.all(id, limit).map((row): Neighbour => {
      const { id, subject, predicate, object, modality, confidence, status, subjectEntity, objectEntity } = row
      const evidence: Evidence[] = quotes.all(row.statement).map((quote) => ({
        document: quote.id,
        version: quote.hash,
        start: quote.start,
        end: quote.end,
        ...JSON.parse(quote.detail),
      }))
      const statement: StatementView = {
        ...{ id, subject, predicate, object, modality, confidence, status, subjectEntity, objectEntity, evidence },
        ...JSON.parse(row.detail),
        corroboration: corroboration.get(row.claim).documents,
      }
      return { entity: view(row), statement, direction: row.direction === 0 ? 'out' : 'in' }
    })
}

function prepareNames(database: DatabaseSyncInstance): DirectGraph['namesAround'] {
  const names = database.prepare(
    `SELECT i.predicate, i.direction, c.canonical, c.view ->> 'name' AS name FROM incidence i JOIN cluster c ON c.key = i.other
      WHERE i.entity = (SELECT cluster FROM entity WHERE id = ?) AND i.living = 1 AND i.edge = 1
      ORDER BY i.strength DESC, i.statement LIMIT ?`,
  )
  return (id, limit) => names.all(id, limit)
}

/** Breadth first from both ends, one query an entity; the first shortest way. */
function preparePath(database: DatabaseSyncInstance): DirectGraph['path'] {
  const keyOf = database.prepare('SELECT cluster FROM entity WHERE id = ?')
  const idOf = database.prepare('SELECT canonical FROM cluster WHERE key = ?')
  const others = database.prepare(
    'SELECT DISTINCT other FROM incidence INDEXED BY incidence_pair WHERE entity = ? AND edge = 1',
  )
  const link = database.prepare(
    'SELECT statement FROM incidence WHERE entity = ? AND other = ? AND edge = 1 ORDER BY strength DESC, statement LIMIT 1',
  )
  const describe = (way: number[]): GraphPath => ({
    entities: way.map((key) => idOf.get(key).canonical),
    statements: way.slice(1).map((key, at) => link.get(way[at], key).statement),
  })
  return (from, to, maxHops) => {
    const [start, end] = [keyOf.get(from)?.cluster as number, keyOf.get(to)?.cluster as number]
    const before = [new Map<number, number>([[start, start]]), new Map<number, number>([[end, end]])] as const
    const frontiers = [[start], [end]]
    const wayBack = (side: 0 | 1, key: number): number[] => {
      const way = [key]
      while (way.at(-1) !== start && way.at(-1) !== end) way.push(before[side].get(way.at(-1) as number) as number)
      return way
    }
    for (let hops = 0; hops < maxHops; hops += 1) {
      const side = (frontiers[0] as number[]).length <= (frontiers[1] as number[]).length ? 0 : 1
      const [mine, theirs] = [before[side], before[1 - side] as Map<number, number>]
      const next: number[] = []
      for (const key of frontiers[side] as number[])
        for (const { other } of others.all(key)) {
          if (mine.has(other)) continue
          mine.set(other, key)
          if (theirs.has(other)) return describe([...wayBack(0, other).reverse(), ...wayBack(1, other).slice(1)])
          next.push(other)
        }
      frontiers[side] = next
      if (next.length === 0) return null
    }
    return null
  }
}
