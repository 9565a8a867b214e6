import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../../../src/api/create-api.ts'
import { createGraphQLClient, type GraphQLClient } from '../../../support/graphql-client.ts'
import { type Library, openLibrary } from '../../../support/open-library.ts'

const TOKEN = 'a-token-for-the-staff'
const DECIDE = `mutation ($id: ID!, $status: DecisionStatus!, $reason: String) {
  decideStatement(id: $id, status: $status, reason: $reason) { statement { id status decision { status by at reason } } errors { code message path } }
}`
const JUDGE = `mutation ($left: ID!, $right: ID!, $verdict: Verdict!, $reason: String) {
  judgeEntities(left: $left, right: $right, verdict: $verdict, reason: $reason) {
    left { id members judgements { verdict by reasons } } right { id } errors { code message path }
  }
}`

let library: Library
let staff: GraphQLClient

beforeAll(async () => {
  library = await openLibrary()
  const api = createApi(library.services, { token: TOKEN })
  staff = createGraphQLClient(async (path, init) => api.fetch(`http://localhost${path}`, init), TOKEN)
})
afterAll(() => library.close())

const find = async (name: string) =>
  (
    await staff.ask(
      'query ($name: String) { entities(name: $name, type: Enterprise) { nodes { id statements { nodes { id predicate } } } } }',
      { name },
    )
  ).data.entities.nodes[0]

describe('a decision', () => {
  it('is kept with who, when and why, and a rejected statement is no longer among the living', async () => {
    const entity = await find('Nordmetall A0 GmbH')
    const [statement] = entity.statements.nodes
    const accepted = await staff.ask(DECIDE, { id: statement.id, status: 'ACCEPTED', reason: ' Read in the source ' })
    expect(accepted.data.decideStatement).toMatchObject({
      statement: {
        id: statement.id,
        status: 'ACCEPTED',
        decision: { status: 'ACCEPTED', by: 'staff', reason: 'Read in the source' },
      },
      errors: [],
    })
    const rejected = await staff.ask(DECIDE, { id: statement.id, status: 'REJECTED' })
    expect(rejected.data.decideStatement.statement).toMatchObject({
      status: 'REJECTED',
      decision: { status: 'REJECTED', reason: null },
    })
    const living = (await find('Nordmetall A0 GmbH')).statements.nodes.map(({ id }: { id: string }) => id)
    expect(living).not.toContain(statement.id)
    const { data } = await staff.ask(
      'query ($id: ID!) { entity(id: $id) { statements(filter: { statuses: [REJECTED] }) { nodes { id } } } counts { unindexed } }',
      { id: entity.id },
    )
    expect(data).toEqual({ entity: { statements: { nodes: [{ id: statement.id }] } }, counts: { unindexed: 0 } })
  })

  it.each(['st-nothing', '', 'doc-1', '\u0000'])('on what is no statement says so: %j', async (id) => {
    const { data } = await staff.ask(DECIDE, { id, status: 'ACCEPTED' })
    expect(data.decideStatement).toMatchObject({ statement: null, errors: [{ code: 'not-found', path: ['id'] }] })
  })

  it('with a reason that is a book is refused', async () => {
    const { data } = await staff.ask(DECIDE, { id: 'st-1', status: 'ACCEPTED', reason: 'x'.repeat(2_001) })
    expect(data.decideStatement).toMatchObject({ statement: null, errors: [{ code: 'too-long', path: ['reason'] }] })
  })
})

describe('a judgement', () => {
  it('merges two entities and parts them again', async () => {
    const [left, right] = [(await find('Nordmetall B1 GmbH')).id, (await find('Nordmetall C2 GmbH')).id]
    const merged = (await staff.ask(JUDGE, { left, right, verdict: 'SAME', reason: 'One house' })).data.judgeEntities
    expect(merged.errors).toEqual([])
    expect(merged.left.id).toBe(merged.right.id)
    expect([...merged.left.members].sort()).toEqual([left, right].sort())
    expect(merged.left.judgements).toContainEqual({ verdict: 'SAME', by: 'staff', reasons: ['One house'] })
    const parted = (await staff.ask(JUDGE, { left, right, verdict: 'DIFFERENT' })).data.judgeEntities
    expect([parted.left.id, parted.right.id].sort()).toEqual([left, right].sort())
  })

  it('of a thing and itself, or of what there is not, says so', async () => {
    const { id } = await find('Nordmetall A0 GmbH')
    const judge = async (left: string, right: string) =>
      (await staff.ask(JUDGE, { left, right, verdict: 'SAME' })).data.judgeEntities
    expect(await judge(id, id)).toMatchObject({
      left: null,
      right: null,
      errors: [{ code: 'same-entity', path: ['right'] }],
    })
    expect(await judge(id, 'ent-nothing')).toMatchObject({
      left: null,
      errors: [{ code: 'not-found', path: ['right'] }],
    })
    expect((await judge('ent-a', 'ent-b')).errors.map(({ path }: { path: string[] }) => path)).toEqual([
      ['left'],
      ['right'],
    ])
  })
})
