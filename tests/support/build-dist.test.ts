import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compileSources } from './build-dist.ts'
import { makeFolder } from './make-folder.ts'

let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await makeFolder())
  const settings = { compilerOptions: { strict: true, types: [] }, files: ['count.ts'] }
  await writeFile(join(folder, 'tsconfig.build.json'), JSON.stringify(settings))
})
afterEach(() => remove())

describe('compileSources', () => {
  it('passes sources without errors', async () => {
    await writeFile(join(folder, 'count.ts'), 'export const count: number = 1\n')
    expect(() => compileSources(folder)).not.toThrow()
  })

  it('fails with the errors of the compiler', async () => {
    await writeFile(join(folder, 'count.ts'), "export const count: number = 'one'\n")
    expect(() => compileSources(folder)).toThrow(/count\.ts.*TS2322/)
  })
})
