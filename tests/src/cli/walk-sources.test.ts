import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
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

  it('refuses one entry alone, whatever is wrong with it, and goes on with the rest of the folder', async () => {
    await writeFile(join(folder, 'a.txt'), 'x')
    await writeFile(Buffer.concat([Buffer.from(join(folder, 'b-')), Buffer.from([0xff]), Buffer.from('.txt')]), 'x')
    await symlink(join(folder, 'circle'), join(folder, 'circle'))
    const server = createServer().listen(join(folder, 'socket'))
    await once(server, 'listening')
    await writeFile(join(folder, 'z.txt'), 'x')
    const found = await walk(folder)
    server.close()
    expect(found).toEqual(['a.txt', 'b-\uFFFD.txt!name-not-utf8', 'circle!broken-link', 'socket!not-a-file', 'z.txt'])
  })

  it('refuses a device, which would never end', async () => {
    expect(await walk('/dev/null')).toEqual(['null!not-a-file'])
  })

  it('reports what is not there and goes on', async () => {
    await writeFile(join(folder, 'a.txt'), 'x')
    expect(await walk(join(folder, 'gone.txt'), join(folder, 'a.txt'))).toEqual(['gone.txt!not-found', 'a.txt'])
  })
})

describe('loadSource', () => {
  it('reads a pipe to its end, and not beyond the limit', async () => {
    const path = join(folder, 'pipe')
    execFileSync('mkfifo', [path])
    expect(await walk(path)).toEqual(['pipe'])
    const read = async (limit: number) => {
      const [loaded] = await Promise.all([
        loadSource({ source: 'pipe', path }, limit),
        writeFile(path, 'through a pipe'),
      ])
      return loaded
    }
    expect(await read(100)).toEqual({ source: 'pipe', bytes: Buffer.from('through a pipe') })
    expect(await read(5)).toMatchObject({ problem: { code: 'too-large' } })
  })

  it('refuses a file by its size without reading it', async () => {
    const path = join(folder, 'big.pdf')
    await writeFile(path, '')
    await truncate(path, 200_000_000)
    expect(await loadSource({ source: 'big.pdf', path })).toMatchObject({
      problem: { code: 'too-large', message: expect.stringContaining('200 MB') },
    })
  })
})
