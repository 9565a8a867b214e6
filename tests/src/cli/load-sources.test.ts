import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LoadOptions, loadSources } from '../../../src/cli/load-sources.ts'

describe('loadSources', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'load-sources-'))
    await writeFile(join(folder, 'news.txt'), 'Befesa recycles steel dust.')
    await writeFile(join(folder, 'mapping.json'), '{}')
  })

  afterEach(async () => {
    await rm(folder, { recursive: true })
  })

  async function listSources(options: Partial<LoadOptions>): Promise<string[]> {
    const sources: string[] = []
    for await (const { source } of loadSources([folder], { refuse: () => {}, ...options })) sources.push(source)
    return sources.sort()
  }

  it.each([
    ['', ['mapping.json', 'news.txt']],
    ['staff', ['staff/mapping.json', 'staff/news.txt']],
    ['staff/', ['staff/mapping.json', 'staff/news.txt']],
  ])('puts the prefix “%s” before each source like a folder', async (prefix, sources) => {
    expect(await listSources({ prefix })).toEqual(sources)
  })

  it('leaves out a file that is no document, by whichever path it is named', async () => {
    const except = [`${folder}/../${basename(folder)}/mapping.json`]
    expect(await listSources({ except })).toEqual(['news.txt'])
  })
})
