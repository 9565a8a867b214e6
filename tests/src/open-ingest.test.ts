import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashContent } from '../../graph/identity.ts'
import { reindex } from '../../src/search/reindex.ts'
import { type Library, openLibrary } from '../support/open-library.ts'
import { composeReport } from '../support/reports.ts'

/** A word of its own in every place where words are kept: title, name of an entity, text. */
const SECRET = 'Quellenbergwerk'
const secretReport = composeReport(1).replaceAll('Nordmetall B1', SECRET)

let library: Library
beforeEach(async () => {
  library = await openLibrary({
    'secret.txt': secretReport,
    'other.txt': composeReport(2),
    'same.txt': composeReport(3),
    'twin.txt': composeReport(3),
  })
})
afterEach(() => library.close())

const idOf = async (source: string) =>
  (await library.services.store.listDocuments({ limit: 10 })).items.find((each) => each.source === source)?.id ?? ''

/** Files under the data folder that hold the words, in any case of letters. */
async function findWords(words: string): Promise<string[]> {
  const entries = await readdir(library.folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const holds = async (file: string) => (await readFile(file, 'latin1')).toLowerCase().includes(words.toLowerCase())
  const found = await Promise.all(files.map(async (file) => ((await holds(file)) ? [file] : [])))
  return found.flat()
}

describe('a withdrawal', () => {
  it('leaves no sentence of the document on the disk, and after a reindex no word', async () => {
    const sentence = `${SECRET} GmbH treats steel dust`
    expect((await findWords(sentence)).length).toBeGreaterThan(0)
    await library.services.withdraw(await idOf('secret.txt'))
    expect(await findWords(sentence)).toEqual([])
    await reindex(library.services)
    await library.services.store.purge()
    expect(await findWords(SECRET)).toEqual([])
    expect((await findWords('Nordmetall C2')).length).toBeGreaterThan(0)
  })

  it('keeps an original that another document came from, until that is withdrawn too', async () => {
    const { services } = library
    const blob = hashContent(new TextEncoder().encode(composeReport(3)))
    await services.withdraw(await idOf('same.txt'))
    expect(await services.blobs.has(blob)).toBe(true)
    await services.withdraw(await idOf('twin.txt'))
    expect(await services.blobs.has(blob)).toBe(false)
    for await (const finding of services.checkOriginals()) throw new Error(finding.message)
  })

  it('is told as made where the original cannot be removed, with how to mend it', async () => {
    const { services, folder } = library
    const blob = hashContent(new TextEncoder().encode(secretReport))
    const place = join(folder, 'originals', blob.slice(0, 2), blob)
    await rm(place)
    // What is no file cannot be removed as one, whatever rights this user has.
    await mkdir(place)
    const report = await services.withdraw(await idOf('secret.txt'))
    expect(report).toMatchObject({ status: 'withdrawn', problems: [{ code: 'not-erased', fatal: false }] })
    expect(report.problems[0]?.message).toContain('cupel check --repair')
    expect(await idOf('secret.txt')).toBe('')
  })
})
