import { clusterEntities } from '../cluster-entities.ts'
import type { Finding } from '../graph-store.ts'
import { isRuleMade } from '../weigh-judgements.ts'
import { readComponent } from './read-component.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { deriveCluster, readClusterRow } from './write-cluster.ts'
import { deriveRecord, readEntityKey } from './write-entity.ts'

/** Entities that nothing holds, or that are not what their documents and judgements make them. */
export function* checkEntities(connection: SqliteConnection): Generator<Finding> {
  for (const [key, id, record] of connection.stream<[number, string, string]>('SELECT key, id, record FROM entity')) {
    if ((deriveRecord(connection, key) ?? record) !== record)
      yield { code: 'entity-derived', message: `Entity ${id} is not named as its documents name it.`, id }
  }
  for (const id of connection.values<string>(
    `SELECT id FROM entity e WHERE NOT EXISTS (SELECT 1 FROM mention m WHERE m.entity = e.key)
        AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.subject = e.key)
        AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.object = e.key)`,
  ))
    yield { code: 'entity-orphan', message: `No document mentions entity ${id} and no statement uses it.`, id }
  yield* checkClusters(connection)
}

function* checkClusters(connection: SqliteConnection): Generator<Finding> {
  for (const key of connection.values<number>('SELECT key FROM cluster')) {
    const [id, ...row] = readClusterRow(connection, key)
    const [expectedId, ...expected] = deriveCluster(connection, key) ?? []
    if (id !== expectedId || row.some((part, at) => part !== expected[at]))
      yield { code: 'cluster-derived', message: `Entity ${id} is not what its members make it.`, id }
  }
  const judged = connection
    .values<string>('SELECT "left" FROM judgement UNION SELECT "right" FROM judgement')
    .filter((id) => readEntityKey(connection, id) !== undefined)
  const { ids, same, different } = readComponent(connection, judged)
  for (const { canonical, members, contested } of clusterEntities(ids, same, different)) {
    const wrong = members.some((id) => {
      const row = connection.row<[string, number, number]>(
        'SELECT c.canonical, c.members, c.contested FROM entity e JOIN cluster c ON c.key = e.cluster WHERE e.id = ?',
        id,
      )
      return row?.[0] !== canonical || row[1] !== members.length || row[2] !== Number(contested)
    })
    if (wrong)
      yield {
        code: 'cluster-members',
        message: `The members of entity ${canonical} are not those its judgements join.`,
        id: canonical,
      }
  }
  const alone = connection.value<number>(
    `SELECT count(*) FROM entity e JOIN cluster c ON c.key = e.cluster WHERE c.members > 1
        AND NOT EXISTS (SELECT 1 FROM judgement WHERE "left" = e.id) AND NOT EXISTS (SELECT 1 FROM judgement WHERE "right" = e.id)`,
  )
  if (alone)
    yield { code: 'cluster-members', message: `${alone} entities are merged with others without any judgement.` }
  for (const [left, right, author] of connection.rows<[string, string, string]>(
    'SELECT "left", "right", author FROM judgement',
  ))
    if (isRuleMade(author) && [left, right].some((id) => readEntityKey(connection, id) === undefined))
      yield {
        code: 'judgement-dangling',
        message: `A rule's judgement on ${left} and ${right} outlived one of them.`,
        id: left,
      }
}
