import { DatabaseSync } from '@photostructure/sqlite'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApi } from '../../../src/api/create-api.ts'
import { createGraphQLClient, type GraphQLClient } from '../../support/graphql-client.ts'
import { type Library, openLibrary } from '../../support/open-library.ts'
import { composeReport } from '../../support/reports.ts'

const TOKEN = 'a-token-for-the-staff'

let library: Library
let staff: GraphQLClient
let events: unknown[]
let database: InstanceType<typeof DatabaseSync>

beforeAll(async () => {
  library = await openLibrary()
  database = new DatabaseSync(`${library.folder}/graph.sqlite`)
  const log = pino({}, { write: (line: string) => events.push(JSON.parse(line).event) })
  const api = createApi(library.services, { token: TOKEN, log })
  staff = createGraphQLClient(async (path, init) => api.fetch(`http://localhost${path}`, init), TOKEN)
})
afterAll(async () => {
  database.close()
  await library.close()
})

/** The index refuses every change, as it does where its tables are damaged; the graph beside it is sound. */
beforeEach(() => {
  events = []
  database.exec('ALTER TABLE search_meta RENAME TO lost_meta')
})
afterEach(() => database.exec('ALTER TABLE lost_meta RENAME TO search_meta'))

const ENTITIES =
  '{ entities(type: Enterprise, first: 2) { nodes { id statements(first: 1) { nodes { id } } } } documents { nodes { id } } }'

describe('a change that the index cannot follow', () => {
  it('is told as made where it is an upload', async () => {
    const { data } = await staff.upload('late.txt', composeReport(7))
    expect(data.ingestDocument).toMatchObject({ report: { status: 'ADDED' }, errors: [] })
    expect(events).toContain('index-behind')
  })

  it('is told as made where it is a decision, a judgement or a withdrawal', async () => {
    const { entities, documents } = (await staff.ask(ENTITIES)).data
    const [one, other] = entities.nodes
    const change = async (mutation: string) => {
      events = []
      const { data, errors } = await staff.ask(`mutation { change: ${mutation} { errors { code } } }`)
      expect({ data, errors }, mutation).toEqual({ data: { change: { errors: [] } }, errors: [] })
      expect(events, mutation).toContain('index-behind')
    }
    await change(`decideStatement(id: "${one.statements.nodes[0].id}", status: ACCEPTED)`)
    await change(`judgeEntities(left: "${one.id}", right: "${other.id}", verdict: DIFFERENT)`)
    const [document] = documents.nodes
    await change(`withdrawDocument(id: "${document.id}")`)
    expect(await library.services.store.document(document.id)).toBeNull()
    expect(await library.services.store.outboxDepth()).toBeGreaterThan(0)
  })
})
