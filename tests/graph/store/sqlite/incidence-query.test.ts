import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectIncidences } from '../../../../graph/store/sqlite/incidence-query.ts'
import { openSqliteGraphStore } from '../../../../graph/store/sqlite/open-sqlite-graph-store.ts'
import { encodeCursor } from '../../../../graph/store/sqlite/page-cursor.ts'
import { SqliteConnection } from '../../../../graph/store/sqlite/sqlite-connection.ts'
import { makeFolder } from '../../../support/make-folder.ts'

type Select = Parameters<typeof selectIncidences>

let connection: SqliteConnection
let remove: () => Promise<void>
beforeAll(async () => {
  const made = await makeFolder()
  const file = join(made.folder, 'graph.sqlite')
  await (await openSqliteGraphStore({ file })).close()
  connection = await SqliteConnection.open({ file })
  remove = made.remove
})
afterAll(async () => {
  connection.close()
  await remove()
})

/** How SQLite reaches the incidences, arm by arm. */
function planOf(filter: Select[1], options: Select[3] = {}): string[] {
  const { sql, parameters } = selectIncidences(1, filter, 20, options)
  return connection
    .rows<[number, number, number, string]>(`EXPLAIN QUERY PLAN ${sql}`, ...parameters)
    .map(([, , , detail]) => detail)
    .filter((detail) => / i /.test(detail))
}

const cursor = encodeCursor([1, 0.8, 'st-1'])

describe('the query for the statements of an entity', () => {
  it('reads the living of an entity in their order, without sorting them', () => {
    expect(planOf({})).toEqual(['SEARCH i USING PRIMARY KEY (entity=? AND living=?)'])
  })

  it('enters the order after a cursor, in the middle of equals and behind them', () => {
    expect(planOf({}, { cursor, edgesOnly: true }).slice(0, 2)).toEqual([
      'SEARCH i USING PRIMARY KEY (entity=? AND living=? AND strength=? AND statement>?)',
      'SEARCH i USING PRIMARY KEY (entity=? AND living=? AND strength<?)',
    ])
  })

  it('reads each predicate from its own index', () => {
    expect(planOf({ predicates: ['TREATS', 'OFFERS', 'TREATS'] })).toEqual([
      'SEARCH i USING INDEX incidence_predicate (entity=? AND predicate=? AND living=?)',
      'SEARCH i USING INDEX incidence_predicate (entity=? AND predicate=? AND living=?)',
    ])
  })

  it('never reads more than the entity, whatever is asked', () => {
    const filters: Select[1][] = [
      { statuses: ['rejected', 'proposed'] },
      { statuses: ['superseded'], modalities: ['planned'], direction: 'in' },
      { predicates: ['capacity'], statuses: ['accepted'], direction: 'out' },
    ]
    for (const filter of filters)
      for (const detail of [...planOf(filter), ...planOf(filter, { cursor })])
        expect(detail).toMatch(/^SEARCH i USING .*\(entity=\?/)
  })
})
