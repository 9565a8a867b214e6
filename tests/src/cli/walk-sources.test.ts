import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSource, walkSources } from '../../../src/cli/walk-sources.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cupel-walk-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function walk(...paths: string[]): Promise<string[]> {
  const found = []
  for await (const each of walkSources(paths))
    found.push('problem' in each ? `${each.source}!${each.problem.code}` : each.source)
  return found
}

describe('walkSources', () => {
  it('finds files below a folder in a stable order and names them by their path inside it', async () => {
    await mkdir(join(folder, 'b'))
    for (const name of ['z.txt', 'a.txt', 'b/c.txt', '.hidden']) await writeFile(join(folder, name), 'x')
    expect(await walk(folder)).toEqual(['a.txt', 'b/c.txt', 'z.txt'])
    expect(await walk(join(folder, 'b', 'c.txt'))).toEqual(['c.txt'])
  })

  it('follows a link inside the folder, and refuses one that leads out of it', async () => {
    await mkdir(join(folder, 'inside'))
    await writeFile(join(folder, 'inside', 'a.txt'), 'x')
    await symlink(join(folder, 'inside', 'a.txt'), join(folder, 'linked.txt'))
    await symlink(tmpdir(), join(folder, 'out'))
    await symlink(join(folder, 'nowhere'), join(folder, 'broken'))
    expect(await walk(folder)).toEqual(['broken!broken-link', 'inside/a.txt', 'linked.txt', 'out!link-outside'])
  })

  it('does not walk in circles', async () => {
    await symlink(folder, join(folder, 'self'))
    await writeFile(join(folder, 'a.txt'), 'x')
    expect(await walk(folder)).toEqual(['a.txt'])
  })

  it('reports what is not there and goes on', async () => {
    await writeFile(join(folder, 'a.txt'), 'x')
    expect(await walk(join(folder, 'gone.txt'), join(folder, 'a.txt'))).toEqual(['gone.txt!not-found', 'a.txt'])
  })
})

describe('loadSource', () => {
  it('refuses a file by its size without reading it', async () => {
    const path = join(folder, 'big.pdf')
    await writeFile(path, '')
    await truncate(path, 200_000_000)
    expect(await loadSource({ source: 'big.pdf', path })).toMatchObject({
      problem: { code: 'too-large', message: expect.stringContaining('200 MB') },
    })
  })
})
