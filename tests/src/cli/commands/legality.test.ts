import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../../../src/cli/cli-context.ts'
import { runHere } from '../../../support/cli.ts'

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'cupel-legality-'))
})
afterAll(() => rm(data, { recursive: true, force: true }))

const run = (...args: string[]) => runHere(data, 'legality', ...args)

describe('cupel legality', () => {
  it('answers in the fixed form', async () => {
    const { code, out } = await run('钢铁粉尘', '--from', 'DE', '--to', 'India', '--on', '2026-01-31', '--json')
    const answer = JSON.parse(out)
    expect(code).toBe(EXIT.ok)
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining(['waste', 'from', 'to', 'purpose', 'date', 'verdict', 'answer', 'rules', 'notice']),
    )
    expect(answer).toMatchObject({
      from: { code: 'DE' },
      to: { code: 'IN' },
      purpose: 'recovery',
      date: '2026-01-31',
      verdict: 'likely-prohibited',
    })
    for (const rule of answer.rules) {
      expect(rule).toMatchObject({ id: expect.any(String), title: expect.any(String), source: expect.any(String) })
      expect(rule).toMatchObject({ stale: expect.any(Boolean), reviewer: expect.any(String) })
    }
  })

  it('answers in words', async () => {
    const { code, out } = await run('A1160', '--from', 'KH', '--to', 'KR')
    expect(code).toBe(EXIT.ok)
    expect(out).toContain('Lawful with prior informed consent.')
    expect(out).toContain('no legal advice')
  })

  it('judges the purpose asked', async () => {
    const verdict = async (purpose: string) =>
      JSON.parse((await run('A1160', '--from', 'KR', '--to', 'US', '--purpose', purpose, '--json')).out).verdict
    expect(await verdict('recovery')).toBe('lawful-with-consent')
    expect(await verdict('disposal')).toBe('likely-prohibited')
  })

  it('ends with a code where a country is none, and says so', async () => {
    const { code, out } = await run('A1160', '--from', 'Yugoslavia', '--to', 'KR')
    expect(code).toBe(EXIT.failed)
    expect(out).toContain('no country any more')
  })

  it('refuses what is missing or no purpose', async () => {
    expect((await run('A1160', '--from', 'KH')).err).toContain('--to')
    expect((await run('A1160', '--from', 'KH', '--to', 'KR', '--purpose', 'fun')).err).toContain('recovery, disposal')
  })
})
