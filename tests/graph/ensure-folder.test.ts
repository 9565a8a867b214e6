import { existsSync } from 'node:fs'
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureFolder } from '../../graph/ensure-folder.ts'
import { makeFolder } from '../support/make-folder.ts'

let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await makeFolder())
})
afterEach(() => remove())

describe('ensureFolder', () => {
  it('makes what is missing of a path, also when several ask at once, and leaves what is there', async () => {
    const deep = join(folder, 'a', 'b', 'c')
    await Promise.all([ensureFolder(deep), ensureFolder(deep), ensureFolder(join(folder, 'a', 'd'))])
    await writeFile(join(deep, 'kept'), '')
    await ensureFolder(deep)
    expect(await readdir(deep)).toEqual(['kept'])
  })

  it('follows a link to a folder', async () => {
    await mkdir(join(folder, 'real'))
    await symlink(join(folder, 'real'), join(folder, 'link'))
    await ensureFolder(join(folder, 'link', 'sub'))
    expect(await readdir(join(folder, 'real'))).toEqual(['sub'])
  })

  it('says what stands in the way', async () => {
    await writeFile(join(folder, 'file'), '')
    await symlink(join(folder, 'gone'), join(folder, 'dangling'))
    await symlink(join(folder, 'loop'), join(folder, 'loop'))
    const code = 'store-unavailable'
    await expect(ensureFolder(join(folder, 'file'))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/file.*where a folder is needed/),
    })
    await expect(ensureFolder(join(folder, 'file', 'sub'))).rejects.toMatchObject({ code })
    await expect(ensureFolder(join(folder, 'dangling'))).rejects.toMatchObject({
      code,
      message: expect.stringContaining('link that leads nowhere'),
    })
    await expect(ensureFolder(join(folder, 'loop'))).rejects.toMatchObject({ code, cause: expect.any(Error) })
    await expect(ensureFolder(join(folder, 'x'.repeat(300)))).rejects.toMatchObject({
      code,
      message: expect.stringContaining('Shorten it'),
    })
  })

  it.runIf(existsSync('/proc/self'))('ends where the file system takes no folders', async () => {
    await expect(ensureFolder('/proc/nope/deeper')).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining('takes no new folders'),
    })
  })
})
