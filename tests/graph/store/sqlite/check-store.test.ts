import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteGraphStore } from '../../../../graph/store/sqlite/open-sqlite-graph-store.ts'
import { SqliteConnection } from '../../../../graph/store/sqlite/sqlite-connection.ts'
import { ingest, judged, named, tonnes, worldly } from '../../../support/build-reading.ts'
import { makeFolder } from '../../../support/make-folder.ts'
import { findings } from '../../../support/read-whole.ts'

let folder: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ folder, remove } = await makeFolder())
})
afterAll(() => remove())

let files = 0
/** The codes of what the check finds in a sound graph after `sql` was done to its file. */
async function checkAfter(sql: string): Promise<string[]> {
  const file = join(folder, `check-${files++}.sqlite`)
  const store = await openSqliteGraphStore({ file })
  const [a, b] = [named('a.txt', 'Enterprise', 'Zinkwerk'), named('b.txt', 'Enterprise', 'Zinkwerk')]
  const zinc = worldly('metal/zinc', 'Metal', 'zinc')
  await ingest(
    store,
    {
      source: 'a.txt',
      claims: [
        { subject: a, predicate: 'RECOVERS', object: zinc },
        { subject: a, predicate: 'capacity', value: tonnes(5) },
      ],
    },
    { source: 'b.txt', entities: [b, { ...zinc, name: 'Zn' }], judgements: [judged(a, b, 'same')] },
  )
  expect(await findings(store)).toEqual([])
  const connection = await SqliteConnection.open({ file })
  connection.execute(`PRAGMA foreign_keys = OFF; ${sql}`)
  connection.close()
  const codes = (await findings(store)).map(({ code }) => code)
  await store.close()
  return [...new Set(codes)].sort()
}

describe('the check of a store', () => {
  it.each([
    ['a quote that is not at its offsets', 'UPDATE evidence SET start = start + 1', 'not-grounded'],
    ['a text that was changed', "UPDATE version SET text = text || '!'", 'version-hash'],
    ['a document without its text', "UPDATE document SET version = 'other'", 'version-missing'],
    ['a reference to nothing', 'DELETE FROM document WHERE key = 1', 'reference'],
    ['a status that nothing explains', "UPDATE statement SET status = 'accepted'", 'statement-derived'],
    ['a confidence that nothing explains', 'UPDATE statement SET confidence = 0.123', 'statement-derived'],
    ['a statement missing at its entity', 'DELETE FROM incidence WHERE direction = 1', 'statement-index'],
    [
      'a statement at an entity it is not about',
      "INSERT INTO incidence VALUES (99, 1, 1, 'x', 0, 1, 'y', NULL, 0)",
      'statement-index',
    ],
    ['a claim that is not what is said', "UPDATE statement SET claim = 'other'", 'statement-index'],
    ['a support without a quote', 'DELETE FROM evidence', 'support-without-evidence'],
    ['a statement without support', 'DELETE FROM evidence; DELETE FROM support', 'statement-unsupported'],
    [
      'an entity nobody mentions',
      "DELETE FROM mention WHERE entity = (SELECT key FROM entity WHERE type = 'Enterprise' AND key NOT IN (SELECT subject FROM statement))",
      'entity-orphan',
    ],
    [
      'an entity named otherwise than its documents do',
      `UPDATE entity SET record = '{"name":"x","aliases":[]}'`,
      'entity-derived',
    ],
    [
      'an entity under a name its members do not have',
      `UPDATE cluster SET view = '{"name":"x","aliases":[]}'`,
      'cluster-derived',
    ],
    ['a merge that no judgement made', 'DELETE FROM judgement', 'cluster-members'],
    ['a judgement that was not followed', "UPDATE judgement SET verdict = 'different'", 'cluster-members'],
    [
      'a rule’s judgement on nothing',
      `INSERT INTO judgement VALUES ('ent-x', 'ent-y', 'rule:test', 'same', 1, '', '[]')`,
      'judgement-dangling',
    ],
    ['an outbox entry of no kind', "UPDATE outbox SET kind = 'other' WHERE sequence = 1", 'outbox'],
    ['a lease without a holder', 'UPDATE outbox SET lease_until = 5 WHERE sequence = 1', 'outbox'],
  ])('finds %s', async (_, sql, code) => {
    expect(await checkAfter(sql)).toContain(code)
  })

  it('finds nothing in a sound graph', async () => {
    expect(await checkAfter('SELECT 1')).toEqual([])
  })
})
