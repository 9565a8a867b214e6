import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runHere, runProcess, startCli } from '../support/cli.ts'
import { makeFolder } from '../support/make-folder.ts'
import { composeReports, writeFiles } from '../support/reports.ts'

const ROUNDS = 20
const DOCUMENTS = 40

let folder: string
let remove: () => Promise<void>
let texts: string
/** What every document claims where nothing was killed. */
let expected: Map<string, string[]>
beforeAll(async () => {
  ;({ folder, remove } = await makeFolder())
  texts = await writeFiles(join(folder, 'texts'), composeReports(DOCUMENTS))
  const reference = join(folder, 'reference')
  expect((await runProcess(reference, ['ingest', texts])).code).toBe(0)
  expected = await exportClaims(reference)
  expect(expected.size).toBe(DOCUMENTS)
})
afterAll(() => remove())

/**
 * Starts an ingestion, kills it `milliseconds` after it acknowledged `documents`, and tells which it had acknowledged by then. Counted,
 * not timed from the start, so that the kill meets the work on a machine of any speed.
 */
async function ingestAndKill(data: string, texts: string, documents: number, milliseconds: number): Promise<string[]> {
  const child = startCli(data, ['ingest', texts])
  let said = ''
  // A line that was cut short acknowledges nothing.
  const acknowledged = () =>
    said
      .split('\n')
      .slice(0, -1)
      .flatMap((line) => /^added\s+(\S+)/.exec(line)?.[1] ?? [])
  let kill: NodeJS.Timeout | undefined
  child.stderr?.on('data', (chunk) => {
    said += chunk
    if (acknowledged().length >= documents) kill ??= setTimeout(() => child.kill('SIGKILL'), milliseconds)
  })
  await new Promise((resolve) => child.on('close', resolve))
  clearTimeout(kill)
  return acknowledged()
}

/** All lines of an export that say something of documents: what two equal graphs agree on. */
async function exportClaims(data: string): Promise<Map<string, string[]>> {
  const { out } = await runHere(data, 'export')
  const bySource = new Map<string, string[]>()
  const sources = new Map<string, string>()
  const records = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  for (const { kind, document } of records) if (kind === 'document') sources.set(document.id, document.source)
  for (const { kind, statement } of records) {
    if (kind !== 'statement') continue
    for (const { document, start, end } of statement.evidence) {
      const source = sources.get(document) ?? `nobody's: ${document}`
      bySource.set(source, [...(bySource.get(source) ?? []), `${statement.id} ${start} ${end}`].sort())
    }
  }
  return bySource
}

describe('an ingestion that is killed', () => {
  it(`keeps every acknowledged document whole and leaves no other trace, over ${ROUNDS} rounds of kill -9`, {
    timeout: 600_000,
  }, async () => {
    let [acknowledgedInAll, cutShort] = [0, 0]
    for (let round = 0; round < ROUNDS; round++) {
      const data = join(folder, `round-${round}`)
      const acknowledged = await ingestAndKill(data, texts, 1 + (round % (DOCUMENTS / 2)), 200 * Math.random())
      acknowledgedInAll += acknowledged.length
      if (acknowledged.length < DOCUMENTS) cutShort++
      const kept = await exportClaims(data)
      for (const source of acknowledged) expect(kept.get(source), source).toEqual(expected.get(source))
      // What was applied but not yet told may be there, but only whole.
      for (const [source, claims] of kept) expect(claims, source).toEqual(expected.get(source))
      const check = await runHere(data, 'check', '--json')
      expect(JSON.parse(check.out).findings).toEqual([])
    }
    // The rounds must have met ingestion at work, not before or after it.
    expect(cutShort).toBeGreaterThan(ROUNDS / 2)
    expect(acknowledgedInAll).toBeGreaterThan(ROUNDS)
  })

  it('finishes the work when it is started again', async () => {
    const data = join(folder, 'again')
    const acknowledged = await ingestAndKill(data, texts, DOCUMENTS / 2, 10)
    expect(acknowledged.length).toBeLessThan(DOCUMENTS)
    expect((await runHere(data, 'ingest', texts)).code).toBe(0)
    expect(await exportClaims(data)).toEqual(expected)
  })
})
