import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runHere, runProcess } from '../support/cli.ts'
import { makeFolder } from '../support/make-folder.ts'
import { composeReports, writeFiles } from '../support/reports.ts'

let folder: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await makeFolder())
})
afterEach(() => remove())

/** An export without the instants at which documents came, which differ from run to run. */
async function exportTimeless(data: string): Promise<string[]> {
  const { out } = await runHere(data, 'export')
  const lines = out.split('\n').filter((line) => line !== '' && !line.startsWith('{"kind":"footer"'))
  return lines.map((line) => line.replaceAll(/"(ingestedAt|at)":"[^"]*"/g, '"$1":""')).sort()
}

describe('one data folder', () => {
  it('takes two ingestions of the same documents at once', { timeout: 180_000 }, async () => {
    const texts = await writeFiles(join(folder, 'texts'), composeReports(12))
    const [alone, shared] = [join(folder, 'alone'), join(folder, 'shared')]
    expect((await runProcess(alone, ['ingest', texts])).code).toBe(0)
    const both = await Promise.all([runProcess(shared, ['ingest', texts]), runProcess(shared, ['ingest', texts])])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(await exportTimeless(shared)).toEqual(await exportTimeless(alone))
    expect(JSON.parse((await runHere(shared, 'check', '--json')).out).findings).toEqual([])
  })

  it('that another process has locked is left as it is, with a sentence that says so', {
    timeout: 180_000,
  }, async () => {
    const texts = await writeFiles(join(folder, 'texts'), composeReports(1))
    const data = join(folder, 'data')
    await runHere(data, 'ingest', texts)
    const before = await exportTimeless(data)
    const other = new DatabaseSync(join(data, 'graph.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    try {
      const more = await writeFiles(join(folder, 'more'), {
        'more.txt': 'Siam Recycling Co., Ltd. of Rayong, Thailand, treats aluminium dross.',
      })
      const { code, out, err } = await runHere(data, 'ingest', more, '--json')
      expect(code).not.toBe(0)
      expect(out + err).toMatch(/locked|another process/i)
    } finally {
      other.exec('ROLLBACK')
      other.close()
    }
    expect(await exportTimeless(data)).toEqual(before)
  })
})
