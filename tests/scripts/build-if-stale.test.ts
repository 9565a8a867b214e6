import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { packageRoot } from '../../graph/package-root.ts'
import { makeFolder } from '../support/make-folder.ts'

const root = packageRoot(import.meta.url)
let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await makeFolder())
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await mkdir(join(folder, 'src'))
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  await writeFile(
    join(folder, 'tsconfig.build.json'),
    '{"compilerOptions":{"outDir":"dist","rootDir":".","module":"nodenext","types":[]},"include":["src"]}',
  )
})
afterEach(() => remove())

const build = () => execFileSync(process.execPath, [join(root, 'scripts', 'build-if-stale.mjs')], { cwd: folder })
const write = async (text: string) => {
  await writeFile(join(folder, 'src', 'a.ts'), text)
  // Beyond the grain of the clock of any file system.
  const later = new Date(Date.now() + 5_000)
  await utimes(join(folder, 'src', 'a.ts'), later, later)
}
const built = () => readFile(join(folder, 'dist', 'src', 'a.js'), 'utf8')

it('builds what is missing or older than its source, and nothing else', async () => {
  await writeFile(join(folder, 'src', 'a.ts'), 'export const a: number = 1\n')
  build()
  expect(await built()).toContain('a = 1')
  await rm(join(folder, 'dist', 'src', 'a.js'))
  build()
  await expect(built()).rejects.toThrow('ENOENT')
  await write('export const a: number = 2\n')
  build()
  expect(await built()).toContain('a = 2')
})

it('fails where the sources do, and again the next time', async () => {
  await writeFile(join(folder, 'src', 'a.ts'), 'export const a: number = "one"\n')
  expect(build).toThrow()
  expect(build).toThrow()
})
