import { existsSync } from 'node:fs'
import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashContent } from '../../../graph/identity.ts'
import { openSqliteSearchIndex } from '../../../src/search/sqlite/open-sqlite-search-index.ts'
import { runHere, runUntil } from '../../support/cli.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { composeReport, composeReports, writeFiles } from '../../support/reports.ts'

let folder: string
let data: string
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, remove } = await makeFolder())
  data = join(folder, 'data')
})
afterEach(() => remove())

async function run(...args: string[]) {
  const result = await runHere(data, ...args)
  return { ...result, json: () => JSON.parse(result.out) }
}

describe('cupel', () => {
  it('teaches with --help, for itself and each command', async () => {
    const { code, out } = await run('--help')
    expect(code).toBe(0)
    expect(out).toContain('cupel match "20,000 t of EAF dust a year in Viet Nam"')
    for (const command of ['ingest', 'read', 'extract', 'search', 'match', 'serve', 'export', 'check', 'evaluate']) {
      expect(out).toContain(command)
      expect((await run(command, '--help')).out, command).toMatch(/--json|--examples/)
    }
  })

  it('answers wrong usage with a sentence and exit code 1', async () => {
    const unknown = await run('serach', 'dust')
    expect(unknown.code).toBe(1)
    expect(unknown.err).toContain('search')
    expect((await run('search', 'dust', '--limit', '0')).err).toContain('whole number from 1 to 1000')
    expect((await run('search', 'dust', '--type', 'Companie')).err).toContain('Enterprise')
    expect((await run('match', 'dust', '--country', 'Atlantis')).err).toContain('ISO 3166-1')
  })

  it('refuses a data folder whose store a newer version made', async () => {
    await run('ingest', await writeFiles(join(folder, 'in'), composeReports(1)))
    const database = new DatabaseSync(join(data, 'graph.sqlite'))
    database.exec("INSERT INTO graph_migration (name, applied_at) VALUES ('9999-from-the-future', '2099-01-01')")
    database.close()
    const { code, err } = await run('search', 'dust')
    expect(code).toBe(1)
    expect(err).toMatch(/newer/)
  })
})

describe('cupel ingest', () => {
  it('adds, then finds nothing changed, then revises exactly what changed', async () => {
    const texts = await writeFiles(join(folder, 'in'), composeReports(3))
    const first = (await run('ingest', texts, '--json')).json()
    expect(first.totals).toMatchObject({ documents: 3, added: 3, rejected: 0 })
    expect(first.documents[0]).toMatchObject({ source: 'report-000.txt', status: 'added', problems: [] })
    expect(first.documents[0].statements).toBeGreaterThan(3)
    expect((await run('ingest', texts, '--json')).json().totals).toMatchObject({ unchanged: 3, added: 0 })
    await writeFile(join(texts, 'report-001.txt'), composeReport(1).replace('11,000 tonnes', '15,000 tonnes'))
    const third = (await run('ingest', texts, '--json')).json()
    expect(third.totals).toMatchObject({ unchanged: 2, revised: 1 })
    expect((await run('check', '--json')).json()).toMatchObject({ clean: true, counts: { documents: 3 } })
  })

  it('shows the exact difference with --dry-run and changes nothing', async () => {
    const texts = await writeFiles(join(folder, 'in'), composeReports(1))
    const dry = await run('ingest', texts, '--dry-run')
    expect(dry.out).toMatch(/\+ add +Nordmetall A0 GmbH \(Enterprise\) TREATS/)
    expect(dry.out).toMatch(/^\+ the document says this now, = says it still, - says it no longer/)
    expect(dry.out).toMatch(/^Nothing was changed\. Without --dry-run, of 1 document: 1 would be added/m)
    expect(dry.err).toMatch(/^would be added report-000\.txt/m)
    expect((await run('documents', '--json')).json().documents).toEqual([])
    await run('ingest', texts)
    await writeFile(join(texts, 'report-000.txt'), composeReport(0).replace('and recovers zinc ', ''))
    const plan = (await run('ingest', texts, '--dry-run', '--json')).json().documents[0].plan
    expect(plan.status).toBe('revised')
    expect(plan.retire.map((each: { change: string }) => each.change)).toContain('supersede')
    expect(plan.assert.every((each: { change: string }) => each.change === 'renew')).toBe(true)
    expect((await run('ingest', texts, '--dry-run')).out).toMatch(
      /- supersede Nordmetall A0 GmbH \(Enterprise\) RECOVERS zinc.*“.*recovers zinc/,
    )
  })

  it('rejects bad files with code, sentence and exit code 2, and keeps the good ones', async () => {
    const texts = await writeFiles(join(folder, 'in'), {
      ...composeReports(1),
      'empty.txt': '',
      'blank.txt': ' \n\t\n ',
      'cut.pdf': '%PDF-1.7\n1 0 obj\n<< /Type /Catalog',
      'broken.json': '{"a": [1, 2',
      'deep.json': '['.repeat(10_000) + ']'.repeat(10_000),
      'deep.html': `<html><body>${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}</body></html>`,
    })
    const { code, json } = await run('ingest', texts, '--json')
    expect(code).toBe(2)
    const { documents, totals } = json()
    expect(totals).toMatchObject({ added: 1, rejected: 6 })
    for (const { source, status, problems } of documents) {
      if (status !== 'rejected') continue
      expect(
        problems.some(({ fatal }: { fatal?: boolean }) => fatal),
        source,
      ).toBe(true)
      expect(problems[0].message.length, source).toBeGreaterThan(30)
    }
    expect((await run('check', '--json')).json()).toMatchObject({ clean: true, counts: { documents: 1 } })
  })

  it('keeps what it had of a document whose new version cannot be read', async () => {
    const texts = await writeFiles(join(folder, 'in'), composeReports(1))
    const before = (await run('ingest', texts, '--json')).json().documents[0]
    await writeFile(join(texts, 'report-000.txt'), '')
    expect((await run('ingest', texts, '--json')).json().documents[0].status).toBe('rejected')
    expect((await run('check', '--json')).json().counts.statements).toBe(before.statements)
  })

  it('does not let two files of one name overwrite each other unseen', async () => {
    const [a, b] = [
      await writeFiles(join(folder, 'a'), { 'r.txt': composeReport(1) }),
      await writeFiles(join(folder, 'b'), { 'r.txt': composeReport(2) }),
    ]
    const { documents } = (await run('ingest', a, b, '--json')).json()
    expect(documents.map((each: { status: string }) => each.status).sort()).toEqual(['added', 'rejected'])
    expect(documents.find((each: { status: string }) => each.status === 'rejected').problems[0]).toMatchObject({
      code: 'source-taken',
    })
    expect((await run('ingest', b, '--as', 'b/', '--json')).json().documents[0]).toMatchObject({
      source: 'b/r.txt',
      status: 'added',
    })
  })

  it.runIf(process.getuid?.() !== 0)('goes on past a folder it may not read', async () => {
    const texts = await writeFiles(join(folder, 'in'), { ...composeReports(1), 'closed/x.txt': 'x' })
    await chmod(join(texts, 'closed'), 0)
    const { documents } = (await run('ingest', texts, '--json')).json()
    await chmod(join(texts, 'closed'), 0o700)
    expect(documents.map((each: { problems: { code: string }[] }) => each.problems[0]?.code)).toContain('no-permission')
  })

  it('ends with 1 where nothing that was named is there, with 2 where some is', async () => {
    const texts = await writeFiles(join(folder, 'in'), composeReports(1))
    for (const command of ['ingest', 'read', 'extract']) {
      const gone = await run(command, join(folder, 'gone.pdf'), '--json')
      expect(gone.code, command).toBe(1)
      expect(gone.err, command).toContain('not-found')
      expect(gone.json(), command).toBeTypeOf('object')
      expect((await run(command, texts, join(folder, 'gone.pdf'))).code, command).toBe(2)
    }
  })

  it('says so where a folder holds nothing to read', async () => {
    const texts = await writeFiles(join(folder, 'in'), { '.hidden': 'x' })
    expect(await run('ingest', texts)).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^No file to read in .*in; /),
    })
  })

  it('keeps what was kept and says so when the search index cannot follow', async () => {
    await run('ingest', await writeFiles(join(folder, 'before'), { 'old.txt': composeReport(9) }))
    const texts = await writeFiles(join(folder, 'in'), composeReports(2))
    const database = new DatabaseSync(join(data, 'graph.sqlite'))
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE name GLOB 'search_[0-9]*_records'").all()
    const name = tables.at(-1)?.name
    database.exec(`CREATE TRIGGER refuse BEFORE INSERT ON ${name} BEGIN SELECT RAISE(ABORT, 'refused'); END`)
    const { code, err, json } = await run('ingest', texts, '--json')
    expect(code).toBe(2)
    expect(err).toContain('The search index cannot follow')
    expect(json().totals).toMatchObject({ added: 2, rejected: 0 })
    database.exec('DROP TRIGGER refuse')
    database.close()
    expect((await run('search', 'Nordmetall', '--json')).json().total).toBeGreaterThan(1)
  })

  it('says that it was stopped before the end, as serve does not start then', async () => {
    const texts = await writeFiles(join(folder, 'in'), composeReports(2))
    const stopped = await runUntil(AbortSignal.abort(), data, 'ingest', texts, '--json')
    expect(stopped).toMatchObject({ code: 2, err: expect.stringContaining('Stopped before the end') })
    expect(JSON.parse(stopped.out).totals).toMatchObject({ documents: 0 })
    expect(await runUntil(AbortSignal.abort(), data, 'serve')).toMatchObject({ code: 0, out: '', err: '' })
  })

  it('says in one sentence why the data folder cannot be used', async () => {
    await writeFile(data, 'a file')
    const { code, err } = await run('ingest', folder)
    expect(code).toBe(1)
    expect(err).toMatch(/^The folder .*data cannot be used: .*CUPEL_DATA\)\.\n$/)
    expect(err).toContain(data)
    const below = await runHere(join(data, 'below'), 'documents')
    expect(below).toMatchObject({ code: 1, err: expect.stringMatching(/^The folder .* cannot be used/) })
  })

  it.runIf(existsSync('/proc/self'))('ends where no folder can be made', async () => {
    const { code, err } = await runHere('/proc/nope', 'documents')
    expect(code).toBe(1)
    expect(err).toContain('takes no new folders')
  })

  it.each([
    ['noise', (bytes: Buffer) => bytes.fill('?')],
    ['a part of itself', (bytes: Buffer) => bytes.subarray(0, 30_000)],
    ['a file with a damaged page', (bytes: Buffer) => bytes.fill('?', 4_100, 4_200)],
  ])('says that the graph is damaged where its file is %s', async (_, damage) => {
    await run('ingest', await writeFiles(join(folder, 'in'), composeReports(1)))
    const file = join(data, 'graph.sqlite')
    await writeFile(file, damage(await readFile(file)))
    const { code, err } = await run('documents')
    expect(code).toBe(1)
    expect(err).toMatch(/damaged.* Restore it from a backup or an export\.\n$/)
  })

  it('keeps a document out whose original cannot be kept', async () => {
    const texts = await writeFiles(join(folder, 'in'), composeReports(1))
    await writeFiles(data, { originals: 'a file in the way' })
    const { code, json } = await run('ingest', texts, '--json')
    expect(code).toBe(2)
    expect(json().documents[0].problems[0]).toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining('where a folder is needed'),
    })
  })
})

describe('the rest of the command line', () => {
  beforeEach(async () => {
    await run('ingest', await writeFiles(join(folder, 'in'), composeReports(3)))
  })

  it('finds by concept in another language and by code, and says why', async () => {
    const { hits, facets, total } = (await run('search', '钢铁粉尘', '--type', 'Enterprise', '--json')).json()
    expect(total).toBe(3)
    expect(hits[0]).toMatchObject({
      type: 'Enterprise',
      name: expect.stringContaining('Nordmetall'),
      documents: [expect.stringMatching(/^report-00\d\.txt$/)],
    })
    expect(hits[0].why.length).toBeGreaterThan(0)
    expect(facets.country).toMatchObject({ DE: 3 })
  })

  it('goes from page to page of what was found, to the last', async () => {
    const page = async (n: number) =>
      (await run('search', 'steel dust', '--limit', '2', '--page', `${n}`, '--json')).json()
    const [first, second] = [await page(1), await page(2)]
    expect(first.nextPage).toBe(2)
    expect(second.total).toBe(first.total)
    const all = (await run('search', 'steel dust', '--limit', '4', '--json')).json().hits
    expect([...first.hits, ...second.hits].map(({ id }) => id)).toEqual(all.map(({ id }: { id: string }) => id))
    const last = Math.ceil(first.total / 2)
    expect((await page(last)).nextPage).toBeNull()
    expect((await run('search', 'steel dust', '--limit', '2', '--page', `${last + 1}`)).out).toContain(`--page ${last}`)
  })

  it.each([
    ['', /holds no letter and no digit/],
    [' …!?"" ', /holds no letter and no digit/],
    ['a'.repeat(10_000), /at most 2000 characters/],
  ])('says in one sentence what is wrong with a query like %.20j', async (query, told) => {
    const { code, err, out } = await run('search', '--', query)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err.trim().split('\n')).toEqual([expect.stringMatching(told)])
  })

  it.each([
    '" OR NEAR(',
    'name:* AND (',
    "'); DROP TABLE x;--",
    '\u0000\u0007steel',
    'сталь dust 钢 ฝุ่น',
    'type = "Person"',
  ])('takes %j for words and nothing else', async (query) => {
    const { code, err } = await run('search', '--json', '--', query)
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('matches a need to those who treat the waste, with the words', async () => {
    const { need, matches } = (await run('match', '8,000 t of steel dust a year in Viet Nam', '--json')).json()
    expect(need).toMatchObject({ country: { code: 'VN' } })
    expect(matches[0].enterprise).toContain('Nordmetall')
    const waste = matches[0].criteria.find((each: { name: string }) => each.name === 'waste')
    expect(waste.evidence[0].quote).toContain('steel dust')
  })

  it('withdraws a document with exactly what only it said', async () => {
    const before = (await run('check', '--json')).json().counts
    const { status, removed } = (await run('withdraw', 'report-001.txt', '--json')).json()
    expect(status).toBe('withdrawn')
    const after = (await run('check', '--json')).json()
    expect(after).toMatchObject({
      clean: true,
      counts: { documents: 2, statements: before.statements - removed.statements },
    })
    expect(
      (await run('search', 'Nordmetall B1', '--json')).json().hits.map((hit: { name: string }) => hit.name),
    ).not.toContain('Nordmetall B1 GmbH')
    expect((await run('withdraw', 'report-001.txt')).err).toContain('There is no document')
  })

  it('exports all of it and imports it whole elsewhere', async () => {
    const file = join(folder, 'graph.jsonl')
    await run('export', '--output', file)
    const other = join(folder, 'other')
    expect((await runHere(other, 'import', file)).code).toBe(0)
    expect((await runHere(other, 'export')).out).toBe(await readFile(file, 'utf8'))
    expect((await runHere(other, 'search', '钢铁粉尘', '--json')).out).toContain('Nordmetall')
  })

  it('refuses an export cut short and changes nothing', async () => {
    const whole = (await run('export')).out.split('\n')
    const file = join(folder, 'cut.jsonl')
    await writeFile(file, whole.slice(0, Math.floor(whole.length / 2)).join('\n'))
    const other = join(folder, 'other')
    expect((await runHere(other, 'import', file)).code).toBe(1)
    expect(JSON.parse((await runHere(other, 'check', '--json')).out).counts).toMatchObject({
      documents: 0,
      statements: 0,
    })
  })

  it.each([
    ['is not there', null, /cannot be read: there is no such file/],
    ['is empty', '', /cut off|header/],
    ['is something else', '{"name": "a package"}', /line 1 is no record of one/],
    ['is no JSON', 'id,name\n1,x', /line 1 is no record of one/],
    [
      'has a record without its parts',
      '{"kind":"header","format":"cupel-graph","version":1}\n{"kind":"entity"}',
      /Line 2/,
    ],
  ])('imports nothing from a file that %s', async (_, content, said) => {
    const file = join(folder, 'odd.jsonl')
    if (content !== null) await writeFile(file, content)
    const { code, err, out } = await runHere(join(folder, 'other'), 'import', file)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/odd\.jsonl was not imported, and nothing was changed\./)
    expect(err).toMatch(said)
    expect(err).not.toMatch(/ENOENT|\n *at /)
  })

  it('says why an export cannot be written', async () => {
    const { code, err } = await run('export', '--output', join(folder, 'no', 'such', 'folder.jsonl'))
    expect(code).toBe(1)
    expect(err).toMatch(/^The export cannot be written to .*: there is no such file or folder/)
    expect((await run('export', '--output', folder)).err).toContain('cannot be written')
  })

  it('rebuilds the index from the graph', async () => {
    const before = (await run('search', 'Nordmetall', '--json')).json()
    expect((await run('reindex')).code).toBe(0)
    expect((await run('search', 'Nordmetall', '--json')).json()).toEqual(before)
  })

  it('finds originals that are gone or damaged, and gets them back with their files', async () => {
    const original = async (source: string) => {
      const hash = hashContent(await readFile(join(folder, 'in', source)))
      return join(data, 'originals', hash.slice(0, 2), hash)
    }
    await rm(await original('report-000.txt'))
    await writeFile(await original('report-001.txt'), (await readFile(await original('report-001.txt'))).reverse())
    const { code, json } = await run('check', '--json')
    expect(code).toBe(2)
    expect(
      json()
        .findings.map((each: { code: string }) => each.code)
        .sort(),
    ).toEqual(['original-damaged', 'original-missing'])
    expect((await run('ingest', join(folder, 'in'), '--json')).json().totals).toMatchObject({ unchanged: 3 })
    expect((await run('check', '--json')).json()).toMatchObject({ clean: true })
  })

  it('notes, and does not complain, that an import came without originals', async () => {
    const file = join(folder, 'graph.jsonl')
    await run('export', '--output', file)
    const other = join(folder, 'other')
    await runHere(other, 'import', file)
    const { code, out } = await runHere(other, 'check')
    expect(code).toBe(0)
    expect(out).toMatch(/^note: 3 documents came by import, without the original file/m)
    await runHere(other, 'ingest', join(folder, 'in'))
    expect((await runHere(other, 'check', '--json')).out).toContain('"notes":[]')
  })

  it('mends a search index that lacks what the graph has', async () => {
    const index = await openSqliteSearchIndex({ file: join(data, 'graph.sqlite') })
    await index.apply({ upsert: [], remove: await index.listIds('', 2) })
    await index.close()
    expect((await run('check', '--json')).json().findings).toHaveLength(2)
    expect((await run('check', '--repair', '--json')).json()).toMatchObject({ clean: true, findings: [] })
  })
})

describe('cupel read and extract', () => {
  it('name each of several texts, and hide none behind another of its name', async () => {
    const texts = await writeFiles(join(folder, 'in'), { 'a/r.txt': 'First text.', 'b/r.txt': 'Second text.' })
    expect((await run('read', join(texts, 'a'))).out).toBe('First text.\n')
    expect((await run('read', texts)).out).toBe('==> a/r.txt <==\nFirst text.\n\n==> b/r.txt <==\nSecond text.\n')
    const files = [join(texts, 'a', 'r.txt'), join(texts, 'b', 'r.txt')]
    expect(Object.keys((await run('read', ...files, '--json')).json())).toEqual(['r.txt', files[1]])
    expect(Object.keys((await run('extract', texts, '--json')).json())).toEqual(['r', 'r.txt'])
  })

  it('print the fixed forms and touch no store', async () => {
    const texts = await writeFiles(join(folder, 'in'), { 'r.txt': composeReport(7) })
    const read = (await run('read', join(texts, 'r.txt'), '--json')).json()
    expect(read['r.txt']).toMatchObject({
      title: 'Nordmetall H7 GmbH recycles steel dust',
      language: 'en',
      mediaType: 'text/plain',
      pages: 1,
      problems: [],
    })
    const { r } = (await run('extract', join(texts, 'r.txt'), '--json')).json()
    expect(r.entities).toContainEqual(expect.objectContaining({ type: 'Enterprise', name: 'Nordmetall H7 GmbH' }))
    expect(r.relations).toContainEqual({ subject: 'Nordmetall H7 GmbH', predicate: 'TREATS', object: 'steel dust' })
    expect(
      r.relations.some(
        ({ predicate, object }: Record<string, string>) => predicate === 'CAPACITY' && object?.includes('17,000'),
      ),
    ).toBe(true)
    expect(r.facts).toContainEqual(expect.objectContaining({ property: 'capacity' }))
    await expect(readFile(join(data, 'graph.sqlite'))).rejects.toThrow()
  })
})
