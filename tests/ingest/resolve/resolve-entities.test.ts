import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FolderBlobs } from '../../../graph/blobs/folder-blobs.ts'
import type { SourceEntity } from '../../../graph/entity.ts'
import { receiveDocument, settleDocument } from '../../../ingest/pipeline.ts'
import { resolveEntities } from '../../../ingest/resolve/resolve-entities.ts'
import { composePrepare } from '../../../src/compose-prepare.ts'
import { ingest, named } from '../../support/build-reading.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { openTestStore } from '../../support/open-test-store.ts'

const prepare = composePrepare()

/** Members each thing of a name has once all texts are in. */
async function membersAfter(name: string, ...texts: string[]): Promise<number[]> {
  await using test = await openTestStore()
  const { folder, remove } = await makeFolder()
  const pipeline = {
    store: test.store,
    blobs: new FolderBlobs(join(folder, 'originals')),
    prepare,
    fingerprint: 'test',
    now: () => '2026-01-01T00:00:00.000Z',
  }
  for (const [at, text] of texts.entries()) {
    const bytes = new TextEncoder().encode(text)
    await settleDocument(pipeline, await receiveDocument(pipeline, { source: `${at}.txt`, bytes }))
  }
  const { items } = await test.store.listEntities({ name }, { limit: 10 })
  await remove()
  return items.map(({ members }) => members.length)
}

const THAILAND = [
  'In Thailand the Ministry of Environment tightened its permits.',
  'Sunrise Recycling Ltd. is located in Bangkok, Thailand, and treats aluminium dross.',
].join(' ')
const KENYA = [
  'In Kenya the Ministry of Environment opened a consultation.',
  'Sunrise Recycling Ltd. is based in Nairobi, Kenya, and treats aluminium dross.',
].join(' ')

it('keeps firms and ministries of one name in two countries apart', async () => {
  expect(await membersAfter('Sunrise Recycling Ltd.', THAILAND, KENYA)).toEqual([1, 1])
  expect(await membersAfter('Ministry of Environment', THAILAND, KENYA)).toEqual([1, 1])
})

it('joins a firm of two documents in one country, with its legal form and without', async () => {
  const again = 'Sunrise Recycling, based in Bangkok, Thailand, treats salt slag.'
  expect(await membersAfter('Sunrise Recycling', THAILAND, again)).toEqual([2])
})

it('compares two editions of a directory name by name, not each with each', async () => {
  await using test = await openTestStore()
  const people = Array.from({ length: 120 }, (_, at) =>
    named('a.txt', 'Person', `Anna Muster${at}`, { keys: ['anna muster'] }),
  )
  await ingest(test.store, { source: 'a.txt', entities: people })
  const again = people.map(({ name, keys }) => named('b.txt', 'Person', name, { keys }))
  const judgements = await resolveEntities(
    test.store,
    { entities: again, statements: [], problems: [] },
    '2026-01-01T00:00:00Z',
  )
  expect(judgements).toHaveLength(120)
  expect(judgements.every(({ left, right }) => nameOf(again, left) === nameOf(people, right))).toBe(true)
})

function nameOf(entities: readonly SourceEntity[], id: string): string | undefined {
  return entities.find((entity) => entity.id === id)?.name
}
