import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderBlobs } from '../../../graph/blobs/folder-blobs.ts'
import { hashContent } from '../../../graph/identity.ts'
import { makeFolder } from '../../support/make-folder.ts'

let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await makeFolder())
})
afterEach(() => remove())

const bytes = new TextEncoder().encode('an original')
const hash = hashContent(bytes)

describe('FolderBlobs', () => {
  it('gives back what was put, also to another instance', async () => {
    await new FolderBlobs(folder).put(hash, bytes)
    const blobs = new FolderBlobs(folder)
    expect(new Uint8Array((await blobs.get(hash)) ?? [])).toEqual(bytes)
    expect(await blobs.has(hash)).toBe(true)
  })

  it('does nothing when the same content is put again, even at once', async () => {
    const blobs = new FolderBlobs(folder)
    await Promise.all([blobs.put(hash, bytes), blobs.put(hash, bytes), blobs.put(hash, bytes)])
    expect(await readdir(join(folder, hash.slice(0, 2)))).toEqual([hash])
  })

  it('refuses content under a hash that is not its own', async () => {
    await expect(new FolderBlobs(folder).put(hashContent('another'), bytes)).rejects.toMatchObject({ code: 'invalid' })
    expect(await new FolderBlobs(folder).has(hashContent('another'))).toBe(false)
  })

  it('lets nothing but a hash become a path', async () => {
    await expect(new FolderBlobs(folder).get('../../etc/passwd')).rejects.toMatchObject({ code: 'invalid' })
  })

  it('answers null and false for what it does not have, deletes, and lists what it has', async () => {
    const blobs = new FolderBlobs(join(folder, 'new'))
    expect([await blobs.get(hash), await blobs.has(hash)]).toEqual([null, false])
    await blobs.put(hash, bytes)
    const listed = []
    for await (const each of blobs.list()) listed.push(each.hash)
    expect(listed).toEqual([hash])
    await blobs.delete(hash)
    await blobs.delete(hash)
    expect(await blobs.has(hash)).toBe(false)
  })
})
