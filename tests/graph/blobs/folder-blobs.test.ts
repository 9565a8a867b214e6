import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
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

  it('replaces a copy whose bytes are damaged', async () => {
    const blobs = new FolderBlobs(folder)
    await blobs.put(hash, bytes)
    await writeFile(join(folder, hash.slice(0, 2), hash), 'an orlginal')
    await blobs.put(hash, bytes)
    expect(new Uint8Array((await blobs.get(hash)) ?? [])).toEqual(bytes)
  })

  it('removes what a killed process left unfinished, and not what another is writing', async () => {
    const unfinished = join(folder, 'unfinished')
    await mkdir(unfinished)
    await writeFile(join(unfinished, 'left'), 'half an')
    await utimes(join(unfinished, 'left'), new Date(0), new Date(0))
    await writeFile(join(unfinished, 'young'), 'half an')
    await new FolderBlobs(folder).put(hash, bytes)
    expect(await readdir(unfinished)).toEqual(['young'])
  })

  it('lists past what is no original, and fails where the folder itself fails', async () => {
    const blobs = new FolderBlobs(folder)
    await blobs.put(hash, bytes)
    await writeFile(join(folder, '.DS_Store'), '')
    await writeFile(join(folder, hash.slice(0, 2), 'notes.txt'), '')
    const list = async (each: FolderBlobs) => {
      const hashes = []
      for await (const blob of each.list()) hashes.push(blob.hash)
      return hashes
    }
    expect(await list(blobs)).toEqual([hash])
    await writeFile(join(folder, 'file'), '')
    await expect(list(new FolderBlobs(join(folder, 'file')))).rejects.toMatchObject({ code: 'store-unavailable' })
    await expect(new FolderBlobs(join(folder, 'file')).put(hash, bytes)).rejects.toMatchObject({
      code: 'store-unavailable',
    })
  })

  it('remembers originals that never came, also for another instance', async () => {
    await new FolderBlobs(folder).forgo(Readable.from([hash]))
    await new FolderBlobs(folder).forgo(Readable.from([hashContent('another')]))
    expect(await new FolderBlobs(folder).forgone()).toEqual(new Set([hash, hashContent('another')]))
    expect(await new FolderBlobs(join(folder, 'empty')).forgone()).toEqual(new Set())
  })
})
