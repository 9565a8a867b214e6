import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GraphQLError } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GraphError } from '../../../graph/graph-error.ts'
import type { IngestProgress } from '../../../ingest/ingest-report.ts'
import { createApi } from '../../../src/api/create-api.ts'
import { createErrorMask } from '../../../src/api/mask-error.ts'
import { createProgressChannel } from '../../../src/api/progress-channel.ts'
import { SearchError } from '../../../src/search/search-error.ts'
import { createGraphQLClient } from '../../support/graphql-client.ts'
import { type Library, openLibrary } from '../../support/open-library.ts'
import { composeReport } from '../../support/reports.ts'

function openMask() {
  const lines: string[] = []
  const mask = createErrorMask(pino({ base: undefined }, { write: (line: string) => lines.push(line) }))
  return { mask, lines }
}

const located = (originalError: Error) =>
  new GraphQLError(originalError.message, { originalError, path: ['search', 0] })

describe('the error mask', () => {
  it('lets through what was written for the client', () => {
    const { mask, lines } = openMask()
    const error = new GraphQLError('Mend this', { extensions: { code: 'mend-this' } })
    expect(mask(error)).toBe(error)
    expect(mask(located(error))).toMatchObject({ message: 'Mend this' })
    expect(lines).toEqual([])
  })

  it.each([new GraphError('not-found', 'There is no such thing'), new SearchError('query-empty', 'Say something')])(
    'shows a failure the client can mend, with its code: %s',
    (error) => {
      const { mask, lines } = openMask()
      expect(mask(located(error))).toMatchObject({
        message: error.message,
        path: ['search', 0],
        extensions: { code: error.code },
      })
      expect(lines).toEqual([])
    },
  )

  it.each([
    new TypeError('secret is undefined'),
    new GraphError('store-corrupt', 'secret file is malformed'),
    'a secret string',
    null,
  ])('hides a surprise behind the id it is logged with: %s', (surprise) => {
    const { mask, lines } = openMask()
    const masked = mask(surprise instanceof Error ? located(surprise) : surprise)
    expect(JSON.stringify(masked)).not.toContain('secret')
    const { reference } = masked.extensions
    expect(masked.message).toContain(reference)
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'surprise', reference })
    expect(lines[0]?.includes('secret')).toBe(surprise !== null)
  })
})

describe('a server whose store breaks', () => {
  let library: Library
  beforeAll(async () => {
    library = await openLibrary({})
  })
  afterAll(() => library.close())

  it('hides why from the client, and gives it the id of the log line', async () => {
    const lines: string[] = []
    const counts = () => Promise.reject(new Error('secret place on the disk is gone'))
    const api = createApi(
      { ...library.services, store: Object.assign(Object.create(library.services.store), { counts }) },
      { log: pino({ base: undefined }, { write: (line: string) => lines.push(line) }) },
    )
    const client = createGraphQLClient(async (path, init) => api.fetch(`http://localhost${path}`, init))
    const { data, errors, status } = await client.ask('{ documents(first: 1) { totalCount } }')
    expect(status).toBe(200)
    expect(data).toBeNull()
    expect(errors).toHaveLength(1)
    expect(JSON.stringify(errors)).not.toContain('secret')
    const reference = errors[0]?.extensions?.reference
    expect(lines.map((line) => JSON.parse(line)).find(({ event }) => event === 'surprise')).toMatchObject({
      reference,
      err: { message: 'secret place on the disk is gone', stack: expect.any(String) },
    })
  })

  it('says of an upload that failed unexpectedly only that id, in the errors, the report and the progress', async () => {
    // A file where the folder of the originals should be: nothing can be stored.
    await writeFile(join(library.folder, 'originals'), '')
    const lines: string[] = []
    const told: IngestProgress[] = []
    const progress = { ...createProgressChannel(), tell: (step: IngestProgress) => told.push(step) }
    const log = pino({ base: undefined }, { write: (line: string) => lines.push(line) })
    const api = createApi(library.services, { token: 'for-staff', progress, log })
    const client = createGraphQLClient(async (path, init) => api.fetch(`http://localhost${path}`, init), 'for-staff')
    const { errors } = (await client.upload('report.txt', composeReport(1))).data.ingestDocument
    const logged = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'surprise')
    expect(logged).toMatchObject([{ err: { message: expect.stringContaining(library.folder) } }])
    expect(errors).toMatchObject([{ code: 'store-unavailable', message: expect.stringContaining(logged[0].reference) }])
    expect(told.at(-1)?.report?.problems).toMatchObject([{ code: 'store-unavailable', message: errors[0]?.message }])
    expect(JSON.stringify([errors, told])).not.toContain(library.folder)
  })
})
